// An import on its way: how far it is, what it did so far, and how to stop it.
import { useAct } from '@api';
import { number } from '@lib';
import { ProblemAlert } from '@ui';
import { Button, Group, Progress, Stack, Text } from '@mantine/core';
import { IconPlayerStop } from '@tabler/icons-react';
import type { ImportRecord } from './importShapes';
import type { T } from './importWords';

const WHOLE = 100;

export function ImportProgress({ record, t }: { record: ImportRecord; t: T }) {
  const act = useAct<ImportRecord>('imports');
  const { done, total } = record.progress ?? { done: 0, total: record.counts.rows };
  const mayCancel = record.actions?.find((each) => each.name === 'cancel')?.enabled ?? false;
  const said = t('rowsOf', { done: number(done), total: number(total) });
  return (
    <Stack gap="xs">
      <ProblemAlert error={act.error} />
      <Group gap="sm" wrap="nowrap">
        <Progress.Root flex={1} size="lg">
          <Progress.Section
            value={total ? Math.round((done / total) * WHOLE) : 0}
            animated
            aria-label={t('applying')}
          />
        </Progress.Root>
        {mayCancel && (
          <Button
            variant="default"
            leftSection={<IconPlayerStop size={14} aria-hidden />}
            loading={act.isPending}
            onClick={() => void act.mutateAsync({ id: record.id, action: 'cancel' }).catch(() => undefined)}
          >
            {t('stop')}
          </Button>
        )}
      </Group>
      <Text size="sm" role="status" className="num">
        {t('applying')} {said}
      </Text>
      <Text size="xs" c="dimmed">
        {t('goesOn')}
      </Text>
    </Stack>
  );
}
