// Many tasks at once: says first how many will change.
import { Button, CloseButton, Text } from '@mantine/core';
import { IconAlarm, IconBan, IconCheck } from '@tabler/icons-react';
import type { Task } from '@api';
import { approval, refusal, useInboxWords } from './inbox';
import type { Decisions } from './useDecisions';

export function BulkBar({
  tasks,
  decisions,
  onDecline,
  onClear,
}: {
  tasks: Task[];
  decisions: Decisions;
  onDecline: () => void;
  onClear: () => void;
}) {
  const t = useInboxWords();
  const able = tasks.filter((task) => approval(task));
  const declinable = tasks.filter((task) => refusal(task));
  const rest = tasks.length - able.length;
  const dry =
    able.length === 0
      ? t('dryNone')
      : `${t('dry', { n: able.length, count: tasks.length })}${rest ? ` ${t('dryNeed', { count: rest })}` : ''}`;
  const then = (act: () => void) => () => {
    act();
    onClear();
  };
  return (
    <div className="panel action-bar" role="region" aria-label={t('bulk')}>
      <Text size="sm" fw={600} className="num">
        {t('selected', { count: tasks.length })}
      </Text>
      <Text size="xs" c="dimmed" role="status">
        {dry}
      </Text>
      <Button
        variant="subtle"
        disabled={able.length === 0}
        leftSection={<IconCheck size={14} aria-hidden />}
        onClick={then(() => decisions.approve(able))}
      >
        {t('approveN', { n: able.length })}
      </Button>
      <Button
        variant="subtle"
        leftSection={<IconAlarm size={14} aria-hidden />}
        onClick={then(() => void decisions.snooze(tasks).catch(() => undefined))}
      >
        {t('snooze')}
      </Button>
      <Button
        variant="subtle"
        color="red"
        disabled={declinable.length === 0}
        leftSection={<IconBan size={14} aria-hidden />}
        onClick={onDecline}
      >
        {t('declineN', { n: declinable.length })}
      </Button>
      <CloseButton aria-label={t('unselect')} onClick={onClear} />
    </div>
  );
}
