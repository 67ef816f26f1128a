// What happens around a use: who hears of it, and when an owed debrief holds back the next request (ACT-03, ACT-04).
import { Group, Select, SimpleGrid, Stack, Text } from '@mantine/core';
import { mapOf, numberOf, type EditorProps } from './editing';
import { Count } from './fields';
import { spoken } from './words';

const OCCURRENCES = ['negative_debrief', 'incident', 'missed_commitment', 'permission_withdrawn', 'overuse'];
const KINDS = ['cs_leader', 'legal', 'sponsor', 'nobody'];
const USUAL_DAYS = 14;
const USUAL_TIMES = 3;

export function OccurrencesEditor({ values, change, disabled, t }: EditorProps) {
  const named = mapOf<string>(values.occurrences);
  const blocks = String(values.debrief_blocks ?? 'after_days');
  return (
    <Stack gap="xs">
      <Text fw={600} size="sm">
        {t('occurrences')}
      </Text>
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm">
        {OCCURRENCES.map((what) => (
          <Select
            key={what}
            size="sm"
            allowDeselect={false}
            label={spoken(t, what)}
            data={KINDS.map((value) => ({ value, label: spoken(t, value) }))}
            disabled={disabled}
            value={named[what] ?? 'cs_leader'}
            onChange={(kind) => change({ occurrences: { ...named, [what]: kind ?? 'cs_leader' } })}
          />
        ))}
      </SimpleGrid>
      <Count
        w={320}
        min={1}
        max={50}
        label={t('overuseTimes')}
        value={numberOf(values.overuse_times, USUAL_TIMES)}
        disabled={disabled}
        onChange={(overuse_times) => change({ overuse_times })}
      />
      <Group gap="sm" align="end">
        <Select
          size="sm"
          w={320}
          allowDeselect={false}
          label={t('debriefBlocks')}
          data={['after_days', 'off'].map((value) => ({ value, label: spoken(t, value) }))}
          disabled={disabled}
          value={blocks}
          onChange={(debrief_blocks) => change({ debrief_blocks })}
        />
        {blocks === 'after_days' && (
          <Count
            w={140}
            min={1}
            label={t('debriefDays')}
            value={numberOf(values.debrief_days, USUAL_DAYS)}
            disabled={disabled}
            onChange={(debrief_days) => change({ debrief_days })}
          />
        )}
      </Group>
    </Stack>
  );
}
