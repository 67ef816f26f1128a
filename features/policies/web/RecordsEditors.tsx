// What a request must say, which statements accompany a use, and how long records are kept.
import { useLabel, USE_TYPES } from '@lib';
import { Button, Checkbox, Group, MultiSelect, SimpleGrid, Stack, Textarea, TextInput } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { Count, RemoveButton } from './fields';
import { listOf, mapOf, numberOf, withAt, type EditorProps, type RequiredText } from './editing';
import { spoken, type T } from './words';

const FIELDS = [
  'purpose',
  'use_case',
  'use_type',
  'channel',
  'deadline',
  'deal',
  'language',
  'prospect.name',
  'prospect.industry',
  'prospect.region',
  'prospect.size',
  'prospect.product',
  'prospect.persona',
];

export function IntakeEditor({ values, change, disabled, t }: EditorProps) {
  const required = listOf<string>(values.required_fields);
  return (
    <Checkbox.Group label={t('fieldsRequired')} value={required} onChange={(next) => change({ required_fields: next })}>
      <SimpleGrid cols={{ base: 1, sm: 2, lg: 3 }} spacing="sm" mt="sm">
        {[...new Set([...FIELDS, ...required])].map((field) => (
          <Checkbox key={field} value={field} label={spoken(t, field)} disabled={disabled} />
        ))}
      </SimpleGrid>
    </Checkbox.Group>
  );
}

interface StatementProps {
  statement: RequiredText;
  onChange: (statement?: RequiredText) => void;
  disabled: boolean;
  t: T;
}

function Statement({ statement, onChange, disabled, t }: StatementProps) {
  const label = useLabel();
  return (
    <Stack gap="xs" className="panel" p="sm">
      <Group justify="space-between" align="end" wrap="nowrap">
        <TextInput
          size="sm"
          flex={1}
          maw={280}
          label={t('code')}
          value={statement.code}
          disabled={disabled}
          onChange={(e) => onChange({ ...statement, code: e.currentTarget.value })}
        />
        <RemoveButton
          label={`${t('remove')}: ${statement.code}`}
          disabled={disabled}
          onClick={() => onChange(undefined)}
        />
      </Group>
      <Textarea
        size="sm"
        autosize
        minRows={2}
        label={t('text')}
        value={statement.text}
        disabled={disabled}
        onChange={(e) => onChange({ ...statement, text: e.currentTarget.value })}
      />
      <MultiSelect
        size="sm"
        clearable
        searchable
        label={t('useType')}
        disabled={disabled}
        placeholder={statement.use_types.length ? undefined : t('allUses')}
        data={USE_TYPES.map((value) => ({ value, label: label(value) }))}
        value={statement.use_types}
        onChange={(use_types) => onChange({ ...statement, use_types })}
      />
    </Stack>
  );
}

export function DisclosuresEditor({ values, change, disabled, t }: EditorProps) {
  const statements = listOf<RequiredText>(values.disclosures);
  return (
    <Stack gap="md">
      <Count
        w={280}
        min={1}
        label={t('disclosureHours')}
        value={numberOf(values.disclosure_hours, 72)}
        disabled={disabled}
        onChange={(disclosure_hours) => change({ disclosure_hours })}
      />
      {statements.map((statement, at) => (
        <Statement
          key={at}
          statement={statement}
          disabled={disabled}
          t={t}
          onChange={(next) => change({ disclosures: withAt(statements, at, next) })}
        />
      ))}
      <Button
        variant="default"
        w="fit-content"
        leftSection={<IconPlus size={14} aria-hidden />}
        disabled={disabled}
        onClick={() => change({ disclosures: [...statements, { code: '', text: '', use_types: [] }] })}
      >
        {t('addDisclosure')}
      </Button>
    </Stack>
  );
}

export function RetentionEditor({ values, change, disabled, t }: EditorProps) {
  const months = mapOf<number>(values.retention_months);
  return (
    <SimpleGrid cols={{ base: 1, sm: 2, lg: 3 }} spacing="md">
      {Object.entries(months).map(([kind, value]) => (
        <Count
          key={kind}
          w="100%"
          min={1}
          label={t('months', { kind: spoken(t, kind) })}
          value={value}
          disabled={disabled}
          onChange={(next) => change({ retention_months: { ...months, [kind]: next } })}
        />
      ))}
    </SimpleGrid>
  );
}
