// Which change in a relationship puts permissions under review, and which keeps them out of use (DIR-04).
import { Select, SimpleGrid, Stack, Text } from '@mantine/core';
import { mapOf, numberOf, type EditorProps } from './editing';
import { Count } from './fields';
import { useAskingWords } from './askingWords';

const CHANGES = [
  'severe_issue',
  'health_drop',
  'contract_restricted',
  'renewal_risk',
  'churned',
  'product_expanded',
  'leadership_changed',
] as const;
const CONSEQUENCES = ['ignore', 'review', 'hold'] as const;
const usual = (change: string) => (change === 'churned' ? 'hold' : 'review');

export function RelationshipEditor({ values, change, disabled }: EditorProps) {
  const t = useAskingWords();
  const changes = mapOf<string>(values.changes);
  return (
    <Stack gap="lg">
      <Stack gap="xs">
        <Text size="sm" c="dimmed">
          {t('changesLead')}
        </Text>
        <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="md">
          {CHANGES.map((what) => (
            <Select
              key={what}
              size="sm"
              allowDeselect={false}
              label={t(what)}
              data={CONSEQUENCES.map((value) => ({ value, label: t(value) }))}
              value={changes[what] ?? usual(what)}
              disabled={disabled}
              onChange={(next) => change({ changes: { ...changes, [what]: next ?? usual(what) } })}
            />
          ))}
        </SimpleGrid>
      </Stack>
      <SimpleGrid cols={{ base: 1, sm: 3 }} spacing="md">
        <Count
          w="100%"
          max={100}
          label={t('healthFloor')}
          description={t('healthFloorHelp')}
          value={numberOf(values.health_floor, 50)}
          disabled={disabled}
          onChange={(health_floor) => change({ health_floor })}
        />
        <Count
          w="100%"
          max={365}
          label={t('riskDays')}
          description={t('riskDaysHelp')}
          value={numberOf(values.renewal_risk_days, 90)}
          disabled={disabled}
          onChange={(renewal_risk_days) => change({ renewal_risk_days })}
        />
        <Count
          w="100%"
          max={100}
          label={t('riskHealth')}
          description={t('riskHealthHelp')}
          value={numberOf(values.renewal_risk_health, 70)}
          disabled={disabled}
          onChange={(renewal_risk_health) => change({ renewal_risk_health })}
        />
      </SimpleGrid>
      <Text size="sm" c="dimmed">
        {t('alwaysHeld')}
      </Text>
    </Stack>
  );
}
