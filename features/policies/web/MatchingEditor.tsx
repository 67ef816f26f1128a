// What makes a match good: weights as sliders, and how early to ask for each use.
import { useLabel, USE_TYPES } from '@lib';
import { Group, MultiSelect, Select, SimpleGrid, Slider, Stack, Text } from '@mantine/core';
import { ConflictsEditor } from './ConflictsEditor';
import { Count } from './fields';
import { listOf, mapOf, numberOf, type EditorProps } from './editing';
import { spoken, type T } from './words';

interface WeightProps {
  criterion: string;
  weight: number;
  total: number;
  onChange: (weight: number) => void;
  disabled: boolean;
  t: T;
}

function Weight({ criterion, weight, total, onChange, disabled, t }: WeightProps) {
  const name = spoken(t, criterion);
  const share = total ? Math.round((weight / total) * 100) : 0;
  return (
    <div>
      <Group justify="space-between" gap="xs">
        <Text size="sm" fw={500}>
          {name}
        </Text>
        <Text size="sm" c="dimmed" className="num">
          {t('share', { n: share })}
        </Text>
      </Group>
      <Slider
        thumbLabel={name}
        value={weight}
        onChange={onChange}
        min={0}
        max={40}
        step={5}
        disabled={disabled}
        label={(value) => value}
        mt={6}
      />
    </div>
  );
}

/// What follows from a late question, from a missed date, and who must be briefed first.
function Rules({ values, change, disabled, t }: EditorProps) {
  const label = useLabel();
  const briefed = values.briefing_required ? listOf<string>(values.briefing_required) : USE_TYPES;
  return (
    <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm">
      <Select
        size="sm"
        allowDeselect={false}
        label={t('shortLead')}
        disabled={disabled}
        data={(['show', 'escalate', 'block'] as const).map((value) => ({ value, label: t(`lead_${value}`) }))}
        value={typeof values.short_lead === 'string' ? values.short_lead : 'show'}
        onChange={(short_lead) => change({ short_lead })}
      />
      <Select
        size="sm"
        allowDeselect={false}
        label={t('afterMissed')}
        disabled={disabled}
        data={(['next_customer', 'close'] as const).map((value) => ({ value, label: t(`missed_${value}`) }))}
        value={typeof values.after_missed === 'string' ? values.after_missed : 'next_customer'}
        onChange={(after_missed) => change({ after_missed })}
      />
      <MultiSelect
        size="sm"
        style={{ gridColumn: '1 / -1' }}
        label={t('briefing')}
        disabled={disabled}
        data={USE_TYPES.map((value) => ({ value, label: label(value) }))}
        value={briefed}
        onChange={(briefing_required) => change({ briefing_required })}
      />
    </SimpleGrid>
  );
}

export function MatchingEditor(props: EditorProps) {
  const { values, change, disabled, t } = props;
  const label = useLabel();
  const weights = mapOf<number>(values.weights);
  const lead = mapOf<number>(values.lead_days);
  const total = Object.values(weights).reduce((sum, weight) => sum + weight, 0);
  return (
    <Stack gap="lg">
      <div>
        <Text fw={600} size="sm">
          {t('weights')}
        </Text>
        <Text size="sm" c="dimmed" mb="sm">
          {t('weightsLead')}
        </Text>
        <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="xl" verticalSpacing="md">
          {Object.entries(weights).map(([criterion, weight]) => (
            <Weight
              key={criterion}
              criterion={criterion}
              weight={weight}
              total={total}
              disabled={disabled}
              t={t}
              onChange={(next) => change({ weights: { ...weights, [criterion]: next } })}
            />
          ))}
        </SimpleGrid>
      </div>
      <Group gap="lg" align="end">
        <Count
          w={260}
          label={t('freshness')}
          value={numberOf(values.freshness_days, 180)}
          disabled={disabled}
          onChange={(freshness_days) => change({ freshness_days })}
        />
        <Count
          w={300}
          label={t('quiet')}
          value={numberOf(values.renewal_quiet_days, 30)}
          disabled={disabled}
          onChange={(renewal_quiet_days) => change({ renewal_quiet_days })}
        />
      </Group>
      <div>
        <Text fw={600} size="sm" mb="xs">
          {t('leadDays')}
        </Text>
        <SimpleGrid cols={{ base: 2, sm: 3, lg: 4 }} spacing="sm">
          {USE_TYPES.map((use) => (
            <Count
              key={use}
              w="100%"
              label={label(use)}
              value={lead[use] ?? 0}
              disabled={disabled}
              onChange={(days) => change({ lead_days: { ...lead, [use]: days } })}
            />
          ))}
        </SimpleGrid>
      </div>
      <Rules {...props} />
      <ConflictsEditor {...props} />
    </Stack>
  );
}
