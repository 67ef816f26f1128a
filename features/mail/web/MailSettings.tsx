// Who writes, how letters look, and when people are left in peace; and who gets none.
import { useAsk, useDo, useHasRole, useItem, useList } from '@api';
import { Actions, Chip, DateText, Loaded, notice, ProblemAlert } from '@ui';
import { Button, Checkbox, ColorInput, Group, Select, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { Delivery, MailSettings as Stored, Suppression } from './shapes';
import { useTemplateWords, type TT } from './templateWords';

type Values = Omit<Stored, 'version'>;
const zones = () => Intl.supportedValuesOf?.('timeZone') ?? ['UTC'];
const bare = ({ version: _, ...values }: Stored): Values => values;

interface Hours {
  v: Values;
  set: (part: Partial<Values>) => void;
  locked: boolean;
  t: TT;
}

function QuietHours({ v, set, locked, t }: Hours) {
  const hours = (from: number, to: number) =>
    Array.from({ length: to - from + 1 }, (_, n) => ({ value: String(from + n), label: t('hour', { h: from + n }) }));
  return (
    <fieldset style={{ border: 0, padding: 0, margin: 0 }}>
      <Text component="legend" size="sm" fw={500} mb={4}>
        {t('quiet')}
      </Text>
      <Group gap="sm" align="end">
        <Select
          size="sm"
          w={120}
          label={t('from')}
          disabled={locked}
          allowDeselect={false}
          data={hours(1, 24)}
          value={String(v.quiet_from_hour)}
          onChange={(next) => set({ quiet_from_hour: Number(next) })}
        />
        <Select
          size="sm"
          w={120}
          label={t('to')}
          disabled={locked}
          allowDeselect={false}
          data={hours(0, 23)}
          value={String(v.quiet_until_hour)}
          onChange={(next) => set({ quiet_until_hour: Number(next) })}
        />
        <Checkbox
          pb={8}
          label={t('quiet_weekends')}
          disabled={locked}
          checked={v.quiet_weekends}
          onChange={(e) => set({ quiet_weekends: e.currentTarget.checked })}
        />
      </Group>
    </fieldset>
  );
}

function Form({ stored, t }: { stored: Stored; t: TT }) {
  const mayAdopt = useHasRole('program_owner', 'administrator');
  const [v, setV] = useState<Values>(bare(stored));
  useEffect(() => setV(bare(stored)), [stored]);
  const adopt = useDo<Stored>('mail_settings/adopt');
  const set = (part: Partial<Values>) => setV((old) => ({ ...old, ...part }));
  const line = (name: 'company' | 'sender' | 'reply_to', help: 'companyHelp' | 'senderHelp' | 'replyHelp') => (
    <TextInput
      size="sm"
      label={t(name)}
      description={t(help)}
      withAsterisk={name === 'company'}
      disabled={!mayAdopt}
      value={v[name]}
      onChange={(e) => set({ [name]: e.currentTarget.value })}
    />
  );
  const save = async () => {
    const done = await adopt.mutateAsync(v).catch(() => undefined);
    if (done) notice(t('saved'));
  };
  return (
    <Stack gap="md" maw={620}>
      <ProblemAlert error={adopt.error} />
      {line('company', 'companyHelp')}
      {line('sender', 'senderHelp')}
      {line('reply_to', 'replyHelp')}
      <Textarea
        size="sm"
        autosize
        minRows={2}
        label={t('imprint')}
        disabled={!mayAdopt}
        value={v.imprint}
        onChange={(e) => set({ imprint: e.currentTarget.value })}
      />
      <ColorInput
        size="sm"
        maw={220}
        withEyeDropper={false}
        label={t('colour')}
        disabled={!mayAdopt}
        value={v.colour}
        onChange={(colour) => set({ colour })}
      />
      <Select
        size="sm"
        maw={320}
        searchable
        allowDeselect={false}
        label={t('time_zone')}
        disabled={!mayAdopt}
        data={[...new Set([v.time_zone, 'UTC', ...zones()])]}
        value={v.time_zone}
        onChange={(next) => set({ time_zone: next ?? 'UTC' })}
      />
      <QuietHours v={v} set={set} locked={!mayAdopt} t={t} />
      {mayAdopt && (
        <Group>
          <Button loading={adopt.isPending} onClick={() => void save()}>
            {t('adopt')}
          </Button>
        </Group>
      )}
    </Stack>
  );
}

export function LookAndTimes() {
  const t = useTemplateWords();
  const settings = useAsk<Stored>('mail_settings');
  const delivery = useAsk<Delivery>('mail_delivery');
  return (
    <Stack gap="md">
      <Text size="sm" c="dimmed">
        {t('lookLead')} {delivery.data?.delivers && t('sendingAs', { from: delivery.data.from })}
      </Text>
      <Loaded query={settings}>{(stored) => <Form stored={stored} t={t} />}</Loaded>
    </Stack>
  );
}

function SparedLine({ row, t }: { row: Suppression; t: TT }) {
  // The item itself knows what may be done about it.
  const one = useItem('mail_suppressions', row.id).data ?? row;
  return (
    <Group gap="sm" justify="space-between">
      <div>
        <Text size="sm">{one.name || one.id}</Text>
        <Text size="xs" c="dimmed">
          {t('since')} <DateText at={one.since} />
        </Text>
      </div>
      <Group gap={6}>
        {one.unsubscribed && <Chip tone="mute">{t('unsubscribed')}</Chip>}
        {one.bounced && <Chip tone="bad">{t('bounced')}</Chip>}
        <Actions collection="mail_suppressions" item={one} primary={['lift']} />
      </Group>
    </Group>
  );
}

export function Spared() {
  const t = useTemplateWords();
  const list = useList('mail_suppressions', { limit: 200 });
  return (
    <Stack gap="md">
      <Text size="sm" c="dimmed">
        {t('sparedLead')}
      </Text>
      <Loaded query={list}>
        {(page) =>
          page.items.length ? (
            <>
              {page.items.map((one) => (
                <SparedLine key={one.id} row={one} t={t} />
              ))}
            </>
          ) : (
            <Text size="sm">{t('nobodySpared')}</Text>
          )
        }
      </Loaded>
    </Stack>
  );
}
