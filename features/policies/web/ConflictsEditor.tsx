// Conflicts of interest: which keep a customer away and which are only told, and what no record tells (MAT-08).
import { Button, Group, Select, SimpleGrid, Stack, Text, TextInput } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { CONFLICTS, listOf, mapOf, withAt, type Barrier, type EditorProps } from './editing';
import { RemoveButton } from './fields';
import { spoken, type T } from './words';

const BARRIERS = ['bad_history', 'quiet_period'];

interface BarrierProps {
  barrier: Barrier;
  onChange: (barrier?: Barrier) => void;
  disabled: boolean;
  t: T;
}

function BarrierRow({ barrier, onChange, disabled, t }: BarrierProps) {
  const text = (part: 'account' | 'with' | 'from' | 'until', w: number, type = 'text') => (
    <TextInput
      size="sm"
      w={w}
      type={type}
      label={t(`barrier_${part}`)}
      placeholder={part === 'with' ? t('anybody') : undefined}
      disabled={disabled}
      value={barrier[part] ?? ''}
      onChange={(e) => onChange({ ...barrier, [part]: e.currentTarget.value || (part === 'account' ? '' : null) })}
    />
  );
  return (
    <Group gap="xs" align="end" className="panel" p="xs">
      <Select
        size="sm"
        w={200}
        allowDeselect={false}
        label={t('barrierKind')}
        disabled={disabled}
        data={BARRIERS.map((value) => ({ value, label: spoken(t, value) }))}
        value={barrier.kind}
        onChange={(kind) => onChange({ ...barrier, kind: kind ?? barrier.kind })}
      />
      {text('account', 180)}
      {text('with', 180)}
      {text('from', 150, 'date')}
      {text('until', 150, 'date')}
      <RemoveButton label={t('remove')} disabled={disabled} onClick={() => onChange(undefined)} />
    </Group>
  );
}

export function ConflictsEditor({ values, change, disabled, t }: EditorProps) {
  const effects = mapOf<string>(values.conflicts);
  const barriers = listOf<Barrier>(values.barriers);
  const choices = [
    { value: 'gate', label: t('gate') },
    { value: 'warning', label: t('warning') },
  ];
  return (
    <Stack gap="xs">
      <Text fw={600} size="sm">
        {t('conflicts')}
      </Text>
      <Text size="sm" c="dimmed">
        {t('conflictsLead')}
      </Text>
      <SimpleGrid cols={{ base: 1, sm: 2, lg: 3 }} spacing="sm">
        {CONFLICTS.map((kind) => (
          <Select
            key={kind}
            size="sm"
            allowDeselect={false}
            label={spoken(t, kind)}
            data={choices}
            disabled={disabled}
            value={effects[kind] ?? (kind === 'bad_history' ? 'warning' : 'gate')}
            onChange={(effect) => change({ conflicts: { ...effects, [kind]: effect ?? 'gate' } })}
          />
        ))}
      </SimpleGrid>
      <Text size="sm" c="dimmed" mt="xs">
        {t('barriersLead')}
      </Text>
      {barriers.map((barrier, at) => (
        <BarrierRow
          key={at}
          barrier={barrier}
          disabled={disabled}
          t={t}
          onChange={(next) => change({ barriers: withAt(barriers, at, next) })}
        />
      ))}
      <Button
        variant="default"
        w="fit-content"
        leftSection={<IconPlus size={14} aria-hidden />}
        disabled={disabled}
        onClick={() => change({ barriers: [...barriers, { kind: 'quiet_period', account: '' }] })}
      >
        {t('addBarrier')}
      </Button>
    </Stack>
  );
}
