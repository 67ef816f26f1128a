// One line in the inbox: so many things to look at, by kind.
import { useList } from '@api';
import { Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { KINDS, useWords } from './words';

export function FindingsHint() {
  const t = useWords();
  const list = useList('findings', { limit: 200 });
  if (!list.data?.total) return null;
  const counted = KINDS.map((kind) => [kind, list.data.items.filter((one) => one.kind === kind).length] as const);
  return (
    <Text size="sm" px={20} py={8} c="dimmed">
      {t('n', { count: list.data.total })}:{' '}
      {counted
        .filter(([, count]) => count > 0)
        .map(([kind, count]) => `${t(kind)} ${count}`)
        .join(' · ')}{' '}
      <Link className="textlink" to="/findings">
        {t('see')}
      </Link>
    </Text>
  );
}
