// Who says yes: owners of channels and regions, and the decision makers of escalations.
import { CHANNELS, useLabel, USE_TYPES } from '@lib';
import { Button, Group, MultiSelect, Radio, SimpleGrid, Stack, Text, TextInput } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { Count, OwnerSelect, RemoveButton } from './fields';
import { listOf, mapOf, numberOf, withAt, without, type EditorProps, type PrivacyLimit } from './editing';
import { OccurrencesEditor } from './OccurrencesEditor';
import { spoken } from './words';

function Regions({ values, change, disabled, t }: EditorProps) {
  const [region, setRegion] = useState('');
  const owners = mapOf<string>(values.region_owners);
  const add = () => {
    if (region.trim()) change({ region_owners: { ...owners, [region.trim()]: 'channel_owner' } });
    setRegion('');
  };
  return (
    <Stack gap="xs">
      <Text size="sm" c="dimmed">
        {t('regionLead')}
      </Text>
      {Object.entries(owners).map(([name, owner]) => (
        <Group key={name} gap="xs" align="end" wrap="nowrap">
          <OwnerSelect
            t={t}
            label={name}
            value={owner}
            disabled={disabled}
            w={260}
            onChange={(next) => change({ region_owners: { ...owners, [name]: next } })}
          />
          <RemoveButton
            label={`${t('remove')}: ${name}`}
            disabled={disabled}
            onClick={() => change({ region_owners: without(owners, name) })}
          />
        </Group>
      ))}
      <Group gap="xs" align="end">
        <TextInput
          size="sm"
          label={t('region')}
          value={region}
          disabled={disabled}
          onChange={(e) => setRegion(e.currentTarget.value)}
        />
        <Button
          size="sm"
          variant="default"
          leftSection={<IconPlus size={14} aria-hidden />}
          disabled={disabled || !region.trim()}
          onClick={add}
        >
          {t('addRegion')}
        </Button>
      </Group>
    </Stack>
  );
}

export function ApprovalsEditor(props: EditorProps) {
  const { values, change, disabled, t } = props;
  const label = useLabel();
  const owners = mapOf<string>(values.channel_owners);
  const give = (channel: string, owner: string) =>
    change({ channel_owners: owner ? { ...owners, [channel]: owner } : without(owners, channel) });
  return (
    <Stack gap="lg">
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm">
        {CHANNELS.map((channel) => (
          <OwnerSelect
            key={channel}
            t={t}
            label={label(channel)}
            placeholder={t('channelDefault')}
            clearable
            value={owners[channel] ?? ''}
            disabled={disabled}
            onChange={(owner) => give(channel, owner)}
          />
        ))}
      </SimpleGrid>
      <Regions {...props} />
    </Stack>
  );
}

const KINDS = ['sponsor', 'cs_leader', 'legal'];

/// Regions whose privacy rules let less be done.
function PrivacyLimits({ values, change, disabled, t }: EditorProps) {
  const label = useLabel();
  const limits = listOf<PrivacyLimit>(values.privacy_limited_regions);
  const set = (at: number, next?: PrivacyLimit) => change({ privacy_limited_regions: withAt(limits, at, next) });
  const options = (codes: string[]) => codes.map((value) => ({ value, label: label(value) }));
  return (
    <Stack gap="xs">
      <Text fw={600} size="sm">
        {t('privacyLimits')}
      </Text>
      <Text size="sm" c="dimmed">
        {t('privacyLead')}
      </Text>
      {limits.map((limit, at) => (
        <Group key={at} gap="xs" align="end" className="panel" p="xs">
          <TextInput
            size="sm"
            w={160}
            label={t('region')}
            value={limit.region}
            disabled={disabled}
            onChange={(e) => set(at, { ...limit, region: e.currentTarget.value })}
          />
          <MultiSelect
            size="sm"
            w={280}
            label={t('useType')}
            placeholder={limit.use_types?.length ? undefined : t('anyUse')}
            data={options(USE_TYPES)}
            value={listOf<string>(limit.use_types)}
            disabled={disabled}
            onChange={(use_types) => set(at, { ...limit, use_types })}
          />
          <MultiSelect
            size="sm"
            w={240}
            label={t('channel')}
            placeholder={limit.channels?.length ? undefined : t('anyChannel')}
            data={options(CHANNELS)}
            value={listOf<string>(limit.channels)}
            disabled={disabled}
            onChange={(channels) => set(at, { ...limit, channels })}
          />
          <RemoveButton label={t('remove')} disabled={disabled} onClick={() => set(at)} />
        </Group>
      ))}
      <Button
        variant="default"
        w="fit-content"
        leftSection={<IconPlus size={14} aria-hidden />}
        disabled={disabled}
        onClick={() => change({ privacy_limited_regions: [...limits, { region: '', use_types: [], channels: [] }] })}
      >
        {t('addRegion')}
      </Button>
    </Stack>
  );
}

export function EscalationEditor(props: EditorProps) {
  const { values, change, disabled, t } = props;
  const makers = mapOf<string>(values.decision_makers);
  return (
    <Stack gap="lg">
      <div>
        <Text fw={600} size="sm" mb="xs">
          {t('decisionMakers')}
        </Text>
        <SimpleGrid cols={{ base: 1, sm: 3 }} spacing="sm">
          {[...new Set([...KINDS, ...Object.keys(makers)])].map((kind) => (
            <OwnerSelect
              key={kind}
              t={t}
              label={spoken(t, kind)}
              value={makers[kind] ?? ''}
              disabled={disabled}
              onChange={(owner) => change({ decision_makers: { ...makers, [kind]: owner } })}
            />
          ))}
        </SimpleGrid>
      </div>
      <Radio.Group
        label={t('threshold')}
        value={String(numberOf(values.severe_issue_threshold, 2))}
        onChange={(next) => change({ severe_issue_threshold: Number(next) })}
      >
        <Group gap="lg" mt="xs">
          {(['threshold1', 'threshold2', 'threshold3', 'threshold4'] as const).map((key, at) => (
            <Radio key={key} value={String(at + 1)} label={t(key)} disabled={disabled} />
          ))}
        </Group>
      </Radio.Group>
      <Count
        w={220}
        step={10_000}
        label={t('highValue')}
        value={numberOf(values.high_value_amount)}
        disabled={disabled}
        onChange={(high_value_amount) => change({ high_value_amount })}
      />
      <OccurrencesEditor {...props} />
      <PrivacyLimits {...props} />
    </Stack>
  );
}
