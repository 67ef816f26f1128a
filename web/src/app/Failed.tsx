// What shows instead of a page that does not exist or broke.
import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { EmptyState } from '@ui';
import { useAppWords } from './words';

export function NotFound() {
  const t = useAppWords();
  return (
    <EmptyState
      title={t('notFound')}
      action={
        <Link className="textlink" to="/">
          {t('toInbox')}
        </Link>
      }
    />
  );
}

export function Failed() {
  const t = useAppWords();
  const reload = <Button onClick={() => location.reload()}>{t('reload')}</Button>;
  return (
    <EmptyState title={t('failed')} action={reload}>
      {t('failedHint')}
    </EmptyState>
  );
}
