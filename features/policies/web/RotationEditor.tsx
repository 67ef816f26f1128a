// How often advocates may be used: by use type, with exceptions for a channel or a region.
import { CHANNELS, useLabel, USE_TYPES } from '@lib';
import { ScrollPanel } from '@ui';
import { Button, Group, Select, Stack, Text, TextInput } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { Count, RemoveButton } from './fields';
import { listOf, mapOf, numberOf, withAt, type EditorProps, type Limit, type LimitException } from './editing';
import type { T } from './words';

const LIMIT: Limit = { max_per_quarter: 3, cooldown_days: 30 };

interface LimitRowProps {
  name: string;
  limit: Limit;
  onChange: (limit: Limit) => void;
  disabled: boolean;
  t: T;
}

function LimitRow({ name, limit, onChange, disabled, t }: LimitRowProps) {
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>
        <Count
          bare
          w={84}
          label={`${name}: ${t('perQuarter')}`}
          value={limit.max_per_quarter}
          disabled={disabled}
          onChange={(max_per_quarter) => onChange({ ...limit, max_per_quarter })}
        />
      </td>
      <td>
        <Count
          bare
          w={84}
          label={`${name}: ${t('cooldown')}`}
          value={limit.cooldown_days}
          disabled={disabled}
          onChange={(cooldown_days) => onChange({ ...limit, cooldown_days })}
        />
      </td>
    </tr>
  );
}

interface ExceptionProps {
  exception: LimitException;
  onChange: (exception?: LimitException) => void;
  disabled: boolean;
  t: T;
}

function ExceptionRow({ exception, onChange, disabled, t }: ExceptionProps) {
  const label = useLabel();
  const { limit } = exception;
  return (
    <Group gap="xs" align="end" className="panel" p="xs">
      <Select
        size="sm"
        w={170}
        clearable
        label={t('useType')}
        placeholder={t('anyUse')}
        disabled={disabled}
        data={USE_TYPES.map((value) => ({ value, label: label(value) }))}
        value={exception.use_type ?? null}
        onChange={(use_type) => onChange({ ...exception, use_type })}
      />
      <Select
        size="sm"
        w={140}
        clearable
        label={t('channel')}
        placeholder={t('anyChannel')}
        disabled={disabled}
        data={CHANNELS.map((value) => ({ value, label: label(value) }))}
        value={exception.channel ?? null}
        onChange={(channel) => onChange({ ...exception, channel })}
      />
      <TextInput
        size="sm"
        w={140}
        label={t('region')}
        placeholder={t('anyRegion')}
        disabled={disabled}
        value={exception.region ?? ''}
        onChange={(e) => onChange({ ...exception, region: e.currentTarget.value || null })}
      />
      <Count
        w={120}
        label={t('perQuarter')}
        value={limit.max_per_quarter}
        disabled={disabled}
        onChange={(max_per_quarter) => onChange({ ...exception, limit: { ...limit, max_per_quarter } })}
      />
      <Count
        w={150}
        label={t('cooldown')}
        value={limit.cooldown_days}
        disabled={disabled}
        onChange={(cooldown_days) => onChange({ ...exception, limit: { ...limit, cooldown_days } })}
      />
      <RemoveButton label={t('remove')} disabled={disabled} onClick={() => onChange(undefined)} />
    </Group>
  );
}

export function RotationEditor({ values, change, disabled, t }: EditorProps) {
  const label = useLabel();
  const rotation = mapOf<Limit>(values.rotation);
  const otherwise = { ...LIMIT, ...mapOf<number>(values.otherwise) } as Limit;
  const exceptions = listOf<LimitException>(values.exceptions);
  return (
    <Stack gap="lg">
      <Count
        w={260}
        label={t('cap')}
        value={numberOf(values.cap_per_account_per_quarter, 4)}
        disabled={disabled}
        onChange={(cap_per_account_per_quarter) => change({ cap_per_account_per_quarter })}
      />
      <ScrollPanel label={t('rotation')}>
        <table className="ft middle" aria-label={t('rotation')}>
          <thead>
            <tr>
              <th scope="col">{t('useType')}</th>
              <th scope="col">{t('perQuarter')}</th>
              <th scope="col">{t('cooldown')}</th>
            </tr>
          </thead>
          <tbody>
            {USE_TYPES.map((use) => (
              <LimitRow
                key={use}
                name={label(use)}
                limit={rotation[use] ?? otherwise}
                disabled={disabled}
                t={t}
                onChange={(limit) => change({ rotation: { ...rotation, [use]: limit } })}
              />
            ))}
            <LimitRow
              name={t('otherwise')}
              limit={otherwise}
              disabled={disabled}
              t={t}
              onChange={(limit) => change({ otherwise: limit })}
            />
          </tbody>
        </table>
      </ScrollPanel>
      <Stack gap="xs">
        <Text fw={600} size="sm">
          {t('exceptions')}
        </Text>
        <Text size="sm" c="dimmed">
          {t('exceptionLead')}
        </Text>
        {exceptions.map((exception, at) => (
          <ExceptionRow
            key={at}
            exception={exception}
            disabled={disabled}
            t={t}
            onChange={(next) => change({ exceptions: withAt(exceptions, at, next) })}
          />
        ))}
        <Button
          variant="default"
          w="fit-content"
          leftSection={<IconPlus size={14} aria-hidden />}
          disabled={disabled}
          onClick={() => change({ exceptions: [...exceptions, { limit: LIMIT }] })}
        >
          {t('addException')}
        </Button>
      </Stack>
    </Stack>
  );
}
