// The frame of a screen: heading, actions, loading, refusals and empty lists that teach.
import { Alert, Button, Group, Loader, Text, Title } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useEffect, type ReactNode } from 'react';
import { Problem, type Reason } from '@api';
import { words } from '@lib';

const usePageWords = words(
  {
    gone: 'This does not exist, or you may not see it.',
    failed: 'This could not be loaded.',
    again: 'Try again',
    loading: 'Loading',
    fix: 'What helps',
  },
  {
    gone: 'Das gibt es nicht, oder Sie dürfen es nicht sehen.',
    failed: 'Das konnte nicht geladen werden.',
    again: 'Nochmals versuchen',
    loading: 'Lädt',
    fix: 'Was hilft',
  },
);

/// Heading of a screen with its actions on the right.
export function PageHeader({
  title,
  sub,
  lead,
  children,
}: {
  title: string;
  sub?: ReactNode;
  lead?: ReactNode;
  children?: ReactNode;
}) {
  useEffect(() => {
    document.title = `${title} · Vouchsafe`;
  }, [title]);
  return (
    <header className="page-head">
      <Group gap={10} align="center" wrap="nowrap" miw={0}>
        {lead}
        <Title order={1}>{title}</Title>
        {sub && (
          <Text size="sm" c="dimmed" className="num" component="div">
            {sub}
          </Text>
        )}
      </Group>
      {children && <Group gap={8}>{children}</Group>}
    </header>
  );
}

/// Every reason of a refusal, with what helps.
export function ReasonList({ reasons }: { reasons: Reason[] }) {
  return (
    <ul className="reasons">
      {reasons.map((reason) => (
        <li key={`${reason.code}${reason.field ?? ''}${reason.message}`}>
          {reason.message}
          {reason.remedy && (
            <Text span size="sm" c="dimmed" display="block">
              {reason.remedy}
            </Text>
          )}
        </li>
      ))}
    </ul>
  );
}

/// Says why something failed; `Problem`s with all their reasons.
export function ProblemAlert({ error, retry }: { error: unknown; retry?: () => void }) {
  const t = usePageWords();
  if (!error) return null;
  const problem = error instanceof Problem ? error : undefined;
  const text = problem?.status === 404 ? t('gone') : (problem?.message ?? t('failed'));
  return (
    <Alert color="red" variant="light" icon={<IconAlertTriangle size={18} aria-hidden />} role="alert">
      {problem?.reasons.length ? <ReasonList reasons={problem.reasons} /> : <Text size="sm">{text}</Text>}
      {retry && (
        <Button mt={8} variant="default" onClick={retry}>
          {t('again')}
        </Button>
      )}
    </Alert>
  );
}

/// Shows the children when the query has data; otherwise that it loads or why it failed.
export function Loaded<T>({
  query,
  children,
}: {
  query: { data: T | undefined; error: unknown; refetch: () => unknown };
  children: (data: T) => ReactNode;
}) {
  const t = usePageWords();
  if (query.data !== undefined) return <>{children(query.data)}</>;
  if (query.error)
    return (
      <div className="pad">
        <ProblemAlert error={query.error} retry={() => void query.refetch()} />
      </div>
    );
  return (
    <div className="pad">
      <Loader size="sm" aria-label={t('loading')} />
    </div>
  );
}

/// What belongs here and the one thing to do about it.
export function EmptyState({
  icon,
  title,
  children,
  action,
}: {
  icon?: ReactNode;
  title: string;
  children?: ReactNode;
  action?: ReactNode;
}) {
  return (
    <div className="empty">
      {icon}
      <Text fw={600} size="lg" component="p" m={0}>
        {title}
      </Text>
      {children && (
        <Text size="sm" c="dimmed" maw={460} component="div">
          {children}
        </Text>
      )}
      {action}
    </div>
  );
}
