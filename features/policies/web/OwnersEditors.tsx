// Who says yes: owners of channels and regions, and the decision makers of escalations.
import { CHANNELS, useLabel } from '@lib';
import { Button, Group, Radio, SimpleGrid, Stack, Text, TextInput } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { Count, OwnerSelect, RemoveButton } from './fields';
import { mapOf, numberOf, without, type EditorProps } from './editing';
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

export function EscalationEditor({ values, change, disabled, t }: EditorProps) {
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
    </Stack>
  );
}
