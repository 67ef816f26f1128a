// One thing the customer allows: a use, where, until when, within which limits. Nothing is preselected.
import { CHANNELS, useLabel, USE_TYPES } from '@lib';
import {
  Button,
  Checkbox,
  Group,
  Select,
  SimpleGrid,
  Stack,
  TagsInput,
  Text,
  TextInput,
  UnstyledButton,
} from '@mantine/core';
import { IconChevronDown, IconChevronRight, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import type { T } from './words';

export interface GrantDraft {
  use_type: string | null;
  channels: string[];
  regions: string[];
  languages: string[];
  products: string[];
  topics: string[];
  until: string;
  ask_each_time: boolean;
  conditions: string[];
}
export const EMPTY_GRANT: GrantDraft = {
  use_type: null,
  channels: [],
  regions: [],
  languages: [],
  products: [],
  topics: [],
  until: '',
  ask_each_time: false,
  conditions: [],
};
/// What is sent for a draft; what was not chosen is absent, and the server says what is missing.
export const grantInput = ({ use_type, until, ask_each_time, ...rest }: GrantDraft) => ({
  ...rest,
  use_type: use_type ?? undefined,
  until: until || undefined,
  ask_each_time: ask_each_time || undefined,
});

interface Props {
  at: number;
  grant: GrantDraft;
  onChange: (grant: GrantDraft) => void;
  onRemove?: () => void;
  errors: Record<string, string>;
  t: T;
}

function Limits({
  grant,
  set,
  errors,
  at,
  t,
}: Pick<Props, 'grant' | 'errors' | 'at' | 't'> & { set: (part: Partial<GrantDraft>) => void }) {
  return (
    <Stack gap="sm">
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm">
        {(['regions', 'languages', 'products', 'topics'] as const).map((name) => (
          <TagsInput
            key={name}
            size="sm"
            label={t(name)}
            description={t('noLimitHelp')}
            placeholder={grant[name].length ? undefined : t('typed')}
            acceptValueOnBlur
            value={grant[name]}
            error={errors[`grants.${at}.${name}`]}
            onChange={(values) => set({ [name]: values })}
          />
        ))}
      </SimpleGrid>
      <TagsInput
        size="sm"
        label={t('condition')}
        splitChars={[]}
        placeholder={grant.conditions.length ? undefined : t('typed')}
        acceptValueOnBlur
        value={grant.conditions}
        onChange={(conditions) => set({ conditions })}
      />
      <Checkbox
        label={t('askEach')}
        checked={grant.ask_each_time}
        onChange={(e) => set({ ask_each_time: e.currentTarget.checked })}
      />
    </Stack>
  );
}

export function GrantFields({ at, grant, onChange, onRemove, errors, t }: Props) {
  const label = useLabel();
  const [open, setOpen] = useState(false);
  const set = (part: Partial<GrantDraft>) => onChange({ ...grant, ...part });
  const error = (name: string) => errors[`grants.${at}.${name}`];
  const Arrow = open ? IconChevronDown : IconChevronRight;
  return (
    <fieldset className="panel section" style={{ margin: 0 }}>
      <legend className="vh">{t('grantN', { n: at + 1 })}</legend>
      <Stack gap="sm">
        <Group justify="space-between">
          <Text size="sm" fw={600}>
            {t('grantN', { n: at + 1 })}
          </Text>
          {onRemove && (
            <Button variant="subtle" color="gray" onClick={onRemove}>
              {t('remove')}
            </Button>
          )}
        </Group>
        <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm">
          <Select
            size="sm"
            withAsterisk
            searchable
            label={t('useType')}
            data={USE_TYPES.map((value) => ({ value, label: label(value) }))}
            value={grant.use_type}
            error={error('use_type')}
            onChange={(use_type) => set({ use_type })}
          />
          <TextInput
            size="sm"
            type="date"
            withAsterisk
            label={t('until')}
            value={grant.until}
            error={error('until')}
            onChange={(e) => set({ until: e.currentTarget.value })}
          />
        </SimpleGrid>
        <Checkbox.Group
          withAsterisk
          label={t('channels')}
          value={grant.channels}
          error={error('channels')}
          onChange={(channels) => set({ channels })}
        >
          <Group gap="md" mt={6}>
            {CHANNELS.map((channel) => (
              <Checkbox key={channel} value={channel} label={label(channel)} />
            ))}
          </Group>
        </Checkbox.Group>
        <UnstyledButton className="linkbtn" aria-expanded={open} onClick={() => setOpen(!open)}>
          <span className="inline">
            <Arrow size={14} aria-hidden />
            <Text span size="sm">
              {open ? t('fewer') : t('more')}
            </Text>
          </span>
        </UnstyledButton>
        {open && <Limits grant={grant} set={set} errors={errors} at={at} t={t} />}
      </Stack>
    </fieldset>
  );
}

/// Several of them, one below the other, with a button for one more.
export function GrantList({
  grants,
  onChange,
  add,
  errors,
  t,
}: {
  grants: GrantDraft[];
  onChange: (grants: GrantDraft[]) => void;
  add: string;
} & Pick<Props, 'errors' | 't'>) {
  return (
    <>
      {grants.map((grant, at) => (
        <GrantFields
          key={at}
          at={at}
          grant={grant}
          errors={errors}
          t={t}
          onChange={(next) => onChange(grants.map((old, index) => (index === at ? next : old)))}
          onRemove={grants.length > 1 ? () => onChange(grants.filter((_, index) => index !== at)) : undefined}
        />
      ))}
      <Button
        variant="default"
        w="fit-content"
        leftSection={<IconPlus size={14} aria-hidden />}
        onClick={() => onChange([...grants, EMPTY_GRANT])}
      >
        {add}
      </Button>
    </>
  );
}
