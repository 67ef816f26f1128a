// Narrows a permission: what the customer takes back is unticked; everything else stays as it is (AUT-05).
import { useAct } from '@api';
import { CHANNELS, useLabel } from '@lib';
import { notice, Refused } from '@ui';
import { Button, Checkbox, Collapse, Group, Modal, Stack, TagsInput, Text, Textarea, TextInput } from '@mantine/core';
import { IconChevronDown, IconChevronUp } from '@tabler/icons-react';
import { useState } from 'react';
import type { AuthorizationRecord, GrantView } from './shapes';
import type { T } from './words';

const LISTS = ['regions', 'languages', 'products', 'topics'] as const;
type List = (typeof LISTS)[number];

const distinct = (values: string[]) => [...new Set(values)];
const grantsOf = (one: AuthorizationRecord): GrantView[] => one.grants ?? [];

interface Draft {
  uses: string[];
  channels: string[];
  lists: Partial<Record<List, string[]>>;
  notWith: string[];
  until: string;
  askEach: boolean;
  conditions: string[];
  reason: string;
}

const UNTOUCHED: Draft = {
  uses: [],
  channels: [],
  lists: {},
  notWith: [],
  until: '',
  askEach: false,
  conditions: [],
  reason: '',
};

/// Only what was changed is sent; a list that was left alone is absent and stays.
function narrowed(draft: Draft, uses: string[], channels: string[]) {
  const fewer = draft.channels.length < channels.length;
  return {
    drop_use_types: uses.filter((use) => !draft.uses.includes(use)),
    channels: fewer ? draft.channels : undefined,
    ...draft.lists,
    not_with: draft.notWith,
    until: draft.until || undefined,
    ask_each_time: draft.askEach || undefined,
    conditions: draft.conditions,
    reason: draft.reason || undefined,
  };
}

function Kept({
  label,
  all,
  kept,
  onChange,
}: {
  label: string;
  all: string[];
  kept: string[];
  onChange: (kept: string[]) => void;
}) {
  const name = useLabel();
  return (
    <Checkbox.Group label={label} value={kept} onChange={onChange}>
      <Group gap="8px 18px" mt={8}>
        {all.map((code) => (
          <Checkbox key={code} value={code} label={name(code)} />
        ))}
      </Group>
    </Checkbox.Group>
  );
}

/// Limits that are rarely set: places, products, subjects, names.
function MoreLimits({ one, draft, set, t }: { one: AuthorizationRecord; draft: Draft; set: Setter; t: T }) {
  const [open, setOpen] = useState(false);
  const Icon = open ? IconChevronUp : IconChevronDown;
  return (
    <div>
      <Button
        variant="subtle"
        rightSection={<Icon size={14} aria-hidden />}
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        {t(open ? 'fewer' : 'more')}
      </Button>
      <Collapse expanded={open}>
        <Stack gap="sm" mt={8}>
          {LISTS.map((list) => (
            <TagsInput
              key={list}
              label={t('onlyThese', { what: t(list) })}
              description={t('typed')}
              acceptValueOnBlur
              data={distinct(grantsOf(one).flatMap((grant) => grant[list] ?? []))}
              value={draft.lists[list] ?? []}
              onChange={(values) => set({ lists: { ...draft.lists, [list]: values.length ? values : undefined } })}
            />
          ))}
          <TagsInput
            label={t('neverFor')}
            description={t('typed')}
            acceptValueOnBlur
            value={draft.notWith}
            onChange={(notWith) => set({ notWith })}
          />
        </Stack>
      </Collapse>
    </div>
  );
}
type Setter = (change: Partial<Draft>) => void;

export function NarrowDialog({ one, onClose, t }: { one: AuthorizationRecord; onClose: () => void; t: T }) {
  const act = useAct<AuthorizationRecord>('authorizations');
  const uses = distinct(grantsOf(one).map((grant) => grant.use_type));
  const all = distinct(grantsOf(one).flatMap((grant) => grant.channels ?? []));
  const channels = all.length ? all : CHANNELS;
  const [draft, setDraft] = useState<Draft>({ ...UNTOUCHED, uses, channels });
  const set: Setter = (change) => setDraft((old) => ({ ...old, ...change }));
  const send = async () => {
    const input = narrowed(draft, uses, channels);
    const done = await act.mutateAsync({ id: one.id, action: 'narrow', input, version: one.version }).catch(() => null);
    if (!done) return;
    notice(t('isNarrowed', { number: one.number }));
    onClose();
  };
  return (
    <Modal opened onClose={onClose} size="lg" title={t('narrowTitle', { number: one.number })}>
      <Stack gap="md">
        <Text size="sm" c="dimmed">
          {t('narrowLead')}
        </Text>
        <Kept label={t('usesKept')} all={uses} kept={draft.uses} onChange={(kept) => set({ uses: kept })} />
        <Kept label={t('channels')} all={channels} kept={draft.channels} onChange={(kept) => set({ channels: kept })} />
        <TextInput
          type="date"
          label={t('untilHelp')}
          max={one.until}
          value={draft.until}
          onChange={(e) => set({ until: e.currentTarget.value })}
        />
        <Checkbox
          label={t('askEach')}
          checked={draft.askEach}
          onChange={(e) => set({ askEach: e.currentTarget.checked })}
        />
        <TagsInput
          label={t('condition')}
          description={t('typed')}
          acceptValueOnBlur
          value={draft.conditions}
          onChange={(conditions) => set({ conditions })}
        />
        <MoreLimits one={one} draft={draft} set={set} t={t} />
        <Textarea
          label={t('reason')}
          autosize
          minRows={2}
          value={draft.reason}
          onChange={(e) => set({ reason: e.currentTarget.value })}
        />
        <Refused error={act.error} shows={() => false} />
        <Group justify="end" gap="xs">
          <Button size="sm" variant="default" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button size="sm" loading={act.isPending} onClick={() => void send()}>
            {t('narrow')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
