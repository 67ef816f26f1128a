// Asks a customer in writing (AUT-01): compose, look at it with the customer's eyes, send. Nothing is preselected.
import { useCreate, useItem } from '@api';
import { ContactPicker, errorsOf, notice, Refused } from '@ui';
import { Button, Group, Modal, NumberInput, SimpleGrid, Stack, TagsInput, Text, Textarea } from '@mantine/core';
import { IconEye, IconSend } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { AskPreview } from './AskPreview';
import { useAskWords, type AskT } from './askWords';
import { EMPTY_GRANT, grantInput, GrantList, type GrantDraft } from './GrantFields';
import { ONLY_THEM, SignersField, signersInput, type SignerDraft } from './SignersField';
import type { AuthorizationRecord } from './shapes';
import { useWords } from './words';

interface Draft {
  contact: string | null;
  asks: GrantDraft[];
  disclosures: string[];
  message: string;
  signers: SignerDraft[];
  in_order: boolean;
  /// Days that differ from policy.
  answer_days?: number;
  remind_days?: number;
}

const inputOf = ({ contact, asks, signers, in_order, ...rest }: Draft) => ({
  ...rest,
  contact: contact ?? undefined,
  asks: asks.map(grantInput),
  signers: signersInput(contact, signers),
  in_order: signers.length > 1 ? in_order : undefined,
});

/// Fields of this form that show their own reason.
const shows = (field: string) => /^(contact|message|signers|asks\.\d+\.(use_type|until|channels))$/.test(field);

interface FieldsProps {
  draft: Draft;
  set: (part: Partial<Draft>) => void;
  errors: Record<string, string>;
  t: AskT;
}

function Asks({ draft, set, errors, t }: FieldsProps) {
  const grantWords = useWords();
  // The fields of a grant look their reasons up under "grants".
  const asGrants = Object.fromEntries(
    Object.entries(errors).map(([field, reason]) => [field.replace(/^asks\./, 'grants.'), reason]),
  );
  return (
    <GrantList
      grants={draft.asks}
      onChange={(asks) => set({ asks })}
      add={t('addAsk')}
      errors={asGrants}
      t={grantWords}
    />
  );
}

function Composer({ draft, set, errors, t }: FieldsProps) {
  const usual = useItem('policies', 'asking').data?.values;
  return (
    <>
      <Text size="sm" c="dimmed">
        {t('askLead')}
      </Text>
      <ContactPicker
        data-autofocus
        withAsterisk
        label={t('who')}
        value={draft.contact}
        error={errors.contact}
        onChange={(id) => set({ contact: id })}
      />
      <SignersField
        contact={draft.contact}
        signers={draft.signers}
        inOrder={draft.in_order}
        error={errors.signers}
        onChange={(signers) => set({ signers })}
        onOrder={(in_order) => set({ in_order })}
        t={t}
      />
      <Asks draft={draft} set={set} errors={errors} t={t} />
      <Textarea
        size="sm"
        autosize
        minRows={3}
        withAsterisk
        label={t('message')}
        description={t('messageHelp')}
        value={draft.message}
        error={errors.message}
        onChange={(e) => set({ message: e.currentTarget.value })}
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
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm">
        {(['answer_days', 'remind_days'] as const).map((name) => (
          <NumberInput
            key={name}
            size="sm"
            label={t(name === 'answer_days' ? 'answerDays' : 'remindDays')}
            suffix={` ${t('days')}`}
            min={name === 'answer_days' ? 1 : 0}
            max={90}
            value={draft[name] ?? Number(usual?.[name] ?? 0)}
            error={errors[name]}
            onChange={(value) => set({ [name]: Number(value) || 0 })}
          />
        ))}
      </SimpleGrid>
    </>
  );
}

export function AskDialog({ contact, onClose }: { contact: string | null; onClose: () => void }) {
  const t = useAskWords();
  const navigate = useNavigate();
  const ask = useCreate<AuthorizationRecord>('authorizations');
  const [looking, setLooking] = useState(false);
  const [draft, setDraft] = useState<Draft>({
    contact,
    asks: [EMPTY_GRANT],
    disclosures: [],
    message: '',
    signers: ONLY_THEM,
    in_order: false,
  });
  const [refused, setRefused] = useState<unknown>(null);
  const error = ask.error ?? refused;
  const send = async () => {
    const made = await ask.mutateAsync(inputOf(draft)).catch(() => setLooking(false));
    if (!made) return;
    notice(t('sent', { number: made.number }));
    void navigate({ to: '/authorizations/$id', params: { id: made.id } });
  };
  return (
    <Modal opened onClose={onClose} title={looking ? t('previewTitle') : t('ask')} size="xl">
      <Stack gap="md">
        {looking ? (
          <AskPreview
            draft={JSON.stringify(inputOf(draft))}
            t={t}
            onRefused={(why) => {
              setRefused(why);
              setLooking(false);
            }}
          />
        ) : (
          <>
            <Composer
              draft={draft}
              set={(part) => {
                setRefused(null);
                ask.reset();
                setDraft((old) => ({ ...old, ...part }));
              }}
              errors={errorsOf(error)}
              t={t}
            />
            <Refused error={error} shows={shows} />
          </>
        )}
        <Group justify="end" gap="xs">
          <Button size="sm" variant="default" onClick={looking ? () => setLooking(false) : onClose}>
            {looking ? t('back') : t('cancel')}
          </Button>
          {looking ? (
            <Button
              size="sm"
              loading={ask.isPending}
              leftSection={<IconSend size={14} aria-hidden />}
              onClick={() => void send()}
            >
              {t('send')}
            </Button>
          ) : (
            <Button size="sm" leftSection={<IconEye size={14} aria-hidden />} onClick={() => setLooking(true)}>
              {t('look')}
            </Button>
          )}
        </Group>
      </Stack>
    </Modal>
  );
}
