// Records a permission obtained elsewhere, with its proof (AUT-03). Nothing is preselected.
import { useDo } from '@api';
import { ContactPicker, errorsOf, notice, Refused } from '@ui';
import {
  Button,
  Checkbox,
  Group,
  Modal,
  Select,
  SimpleGrid,
  Stack,
  TagsInput,
  Text,
  Textarea,
  TextInput,
} from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { EvidenceField, type Evidence } from './EvidenceField';
import { EMPTY_GRANT, grantInput, GrantList, type GrantDraft } from './GrantFields';
import type { AuthorizationRecord } from './shapes';
import { HOWS, useWords } from './words';

interface Draft {
  contact: string | null;
  grants: GrantDraft[];
  disclosures: string[];
  evidence: Evidence[];
  how: string | null;
  signer: string;
  wording: string;
  pre_approved: boolean;
}

const inputOf = ({ contact, how, grants, wording, pre_approved, ...rest }: Draft) => ({
  ...rest,
  contact: contact ?? undefined,
  how: how ?? undefined,
  grants: grants.map(grantInput),
  wording: wording.trim() || undefined,
  pre_approved: pre_approved || undefined,
});

/// Fields of this form that show their own reason.
const shows = (field: string) =>
  /^(contact|how|signer|evidence|grants\.\d+\.(use_type|until|channels))$/.test(field);

/// What was refused stays marked until the person has answered it.
const openErrors = (errors: Record<string, string>, answered: string[]) =>
  Object.fromEntries(Object.entries(errors).filter(([field]) => !answered.includes(field)));

export function RecordDialog({ contact, onClose }: { contact: string | null; onClose: () => void }) {
  const t = useWords();
  const navigate = useNavigate();
  const record = useDo<AuthorizationRecord>('authorizations/record');
  const [draft, setDraft] = useState<Draft>({
    contact,
    grants: [EMPTY_GRANT],
    disclosures: [],
    evidence: [],
    how: null,
    signer: '',
    wording: '',
    pre_approved: false,
  });
  const set = (part: Partial<Draft>, fields = Object.keys(part)) => {
    setDraft((old) => ({ ...old, ...part }));
    setAnswered((old) => [...old, ...fields]);
  };
  const setGrants = (grants: GrantDraft[]) => {
    const touched = grants.flatMap((next, at) =>
      (Object.keys(next) as (keyof GrantDraft)[])
        .filter((name) => next[name] !== draft.grants[at]?.[name])
        .map((name) => `grants.${at}.${name}`),
    );
    set({ grants }, touched);
  };
  const [answered, setAnswered] = useState<string[]>([]);
  const refused = errorsOf(record.error);
  const errors = openErrors(refused, answered);
  const stale = answered.length > 0 && Object.keys(refused).every(shows);
  const send = async () => {
    setAnswered([]);
    const made = await record.mutateAsync(inputOf(draft)).catch(() => undefined);
    if (!made) return;
    notice(t('recorded', { number: made.number }));
    void navigate({ to: '/authorizations/$id', params: { id: made.id } });
  };
  return (
    <Modal opened onClose={onClose} title={t('record')} size="xl">
      <Stack gap="md">
        <Text size="sm" c="dimmed">
          {t('recordLead')}
        </Text>
        <ContactPicker
          data-autofocus
          withAsterisk
          label={t('pick')}
          value={draft.contact}
          error={errors.contact}
          onChange={(id) => set({ contact: id })}
        />
        <GrantList
          grants={draft.grants}
          onChange={setGrants}
          add={t('addGrant')}
          errors={errors}
          t={t}
        />
        <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm">
          <Select
            size="sm"
            withAsterisk
            label={t('how')}
            data={HOWS.filter((value) => value !== 'portal').map((value) => ({ value, label: t(value) }))}
            value={draft.how}
            error={errors.how}
            onChange={(how) => set({ how })}
          />
          <TextInput
            size="sm"
            withAsterisk
            label={t('signer')}
            description={t('signerHelp')}
            value={draft.signer}
            error={errors.signer}
            onChange={(e) => set({ signer: e.currentTarget.value })}
          />
        </SimpleGrid>
        <EvidenceField files={draft.evidence} onFiles={(evidence) => set({ evidence })} error={errors.evidence} t={t} />
        <Textarea
          size="sm"
          autosize
          minRows={2}
          label={t('wording')}
          description={t('wordingHelp')}
          value={draft.wording}
          onChange={(e) => set({ wording: e.currentTarget.value })}
        />
        <TagsInput
          size="sm"
          splitChars={[]}
          label={t('disclosures')}
          description={t('disclosuresHelp')}
          acceptValueOnBlur
          value={draft.disclosures}
          onChange={(disclosures) => set({ disclosures })}
        />
        <Checkbox
          label={t('preApprovedLabel')}
          checked={draft.pre_approved}
          onChange={(e) => set({ pre_approved: e.currentTarget.checked })}
        />
        {!stale && <Refused error={record.error} shows={shows} />}
        <Group justify="end" gap="xs">
          <Button size="sm" variant="default" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button size="sm" loading={record.isPending} onClick={() => void send()}>
            {t('send')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
