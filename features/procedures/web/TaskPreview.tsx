// The task beside the list: what it is about, what to do, and the buttons to do it.
import { ActionIcon, Button, Group, Stack, Text, Title, Tooltip } from '@mantine/core';
import { IconAlarm, IconArrowsDiagonal, IconBan, IconCheck, IconGitCompare } from '@tabler/icons-react';
import { useItem, type Request, type Task } from '@api';
import { useLabel, useSaid } from '@lib';
import { Co, DateText, MoneyText, Section, Trail } from '@ui';
import { Gates, RequestFacts, useTrailLines } from '@features/requests/web/parts';
import { useRequestWords } from '@features/requests/web/words';
import { approval, aspectOf, refusal, useInboxWords } from './inbox';
import type { TaskActions } from './InboxPage';

const RECENT = 4;

export function TaskPreview({ task, actions, onOpen }: { task: Task; actions: TaskActions; onOpen: () => void }) {
  const t = useInboxWords();
  const label = useLabel();
  const said = useSaid();
  const request = useItem('requests', task.case_id).data;
  const name = task.prospect_name || task.title || task.number;
  return (
    <Stack gap={14}>
      <Group justify="space-between" wrap="nowrap">
        <Group gap={8} wrap="nowrap">
          <span className="chip line num">{task.number}</span>
          <span className="chip info">{said(task.step_title)}</span>
        </Group>
        <Group gap={2} wrap="nowrap">
          <Tooltip label={`${t('snooze')} (H)`}>
            <ActionIcon size={28} aria-label={t('snooze')} onClick={() => actions.snooze(task)}>
              <IconAlarm size={16} />
            </ActionIcon>
          </Tooltip>
          <Tooltip label={`${t('open')} (O)`}>
            <ActionIcon size={28} aria-label={t('open')} onClick={onOpen}>
              <IconArrowsDiagonal size={16} />
            </ActionIcon>
          </Tooltip>
        </Group>
      </Group>
      <Group gap={10} wrap="nowrap">
        <Co name={name} size={34} />
        <div>
          <Title order={2}>{name}</Title>
          <Text size="sm" c="dimmed">
            {label(task.use_type)} {t('by')} <DateText at={task.deadline} /> ·{' '}
            <MoneyText amount={task.amount} currency={task.currency} />
          </Text>
        </div>
      </Group>
      {request?.use_case && <Text size="md">{request.use_case}</Text>}
      <Buttons task={task} actions={actions} onOpen={onOpen} />
      {task.instruction && (
        <Text size="sm" c="dimmed">
          {task.instruction}
        </Text>
      )}
      {request && (
        <>
          <Gates gates={request.gates ?? []} />
          <RequestFacts request={request} />
          <Recent request={request} />
        </>
      )}
    </Stack>
  );
}

function Recent({ request }: { request: Request }) {
  const words = useRequestWords();
  const lines = useTrailLines(request).slice(-RECENT);
  return (
    <Section title={words('trail')}>
      <Trail label={words('trail')} lines={lines} />
    </Section>
  );
}

function Buttons({ task, actions, onOpen }: { task: Task; actions: TaskActions; onOpen: () => void }) {
  const t = useInboxWords();
  if (task.group === 'match') {
    return (
      <Button
        size="sm"
        fullWidth
        leftSection={<IconGitCompare size={16} aria-hidden />}
        onClick={() => actions.match(task)}
      >
        {t('compare')}
      </Button>
    );
  }
  if (aspectOf(task)) {
    return (
      <Button
        size="sm"
        fullWidth
        leftSection={<IconCheck size={16} aria-hidden />}
        onClick={() => actions.approve(task)}
      >
        {t('review')}
      </Button>
    );
  }
  if (!approval(task) && !refusal(task))
    return (
      <Button size="sm" fullWidth onClick={onOpen}>
        {t('open')}
      </Button>
    );
  return (
    <Group grow gap={8}>
      {approval(task) && (
        <Button size="sm" leftSection={<IconCheck size={16} aria-hidden />} onClick={() => actions.approve(task)}>
          {t('approve')}
        </Button>
      )}
      {refusal(task) && (
        <Button
          size="sm"
          variant="default"
          leftSection={<IconBan size={15} aria-hidden />}
          onClick={() => actions.decline(task)}
        >
          {t('decline')}
        </Button>
      )}
    </Group>
  );
}
