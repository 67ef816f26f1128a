// Whose yes is needed: the one who is asked, and colleagues of theirs, side by side or one after another (AUT-02).
import { useItem } from '@api';
import { ContactPicker } from '@ui';
import { ActionIcon, Button, Group, SegmentedControl, Select, Stack, Text } from '@mantine/core';
import { IconArrowUp, IconPlus, IconX } from '@tabler/icons-react';
import type { AskT } from './askWords';
import type { Authority } from './shapes';

/// Somebody whose yes is needed; the one who is asked carries no contact here.
export interface SignerDraft {
  key: number;
  main?: boolean;
  contact: string | null;
  authority: Authority;
}
export const ONLY_THEM: SignerDraft[] = [{ key: 0, main: true, contact: null, authority: 'myself' }];
const MOST = 10;
const AUTHORITIES = ['myself', 'company', 'legal', 'public_relations'] as const;

/// Signers as the command takes them; nothing when only the contact is asked, for themselves.
export const signersInput = (contact: string | null, signers: SignerDraft[]) =>
  signers.length === 1 && signers[0]?.authority === 'myself'
    ? undefined
    : signers.map((one) => ({ contact: (one.main ? contact : one.contact) ?? '', authority: one.authority }));

interface Props {
  contact: string | null;
  signers: SignerDraft[];
  inOrder: boolean;
  error?: string;
  onChange: (signers: SignerDraft[]) => void;
  onOrder: (inOrder: boolean) => void;
  t: AskT;
}

interface RowProps {
  one: SignerDraft;
  at: number;
  all: SignerDraft[];
  account?: string;
  set: (signers: SignerDraft[]) => void;
  t: AskT;
}

function Row({ one, at, all, account, set, t }: RowProps) {
  const put = (part: Partial<SignerDraft>) =>
    set(all.map((each) => (each.key === one.key ? { ...each, ...part } : each)));
  const up = () => set([...all.slice(0, at - 1), one, all[at - 1]!, ...all.slice(at + 1)]);
  const name = t('signerN', { n: at + 1 });
  return (
    <Group gap="xs" align="end" role="group" aria-label={name}>
      {one.main ? (
        <Text size="sm" flex={1} pb={6} miw={200}>
          {t('theOneAsked')}
        </Text>
      ) : (
        <ContactPicker
          flex={1}
          miw={200}
          label={name}
          account={account}
          value={one.contact}
          onChange={(contact) => put({ contact })}
        />
      )}
      <Select
        size="sm"
        w={200}
        allowDeselect={false}
        label={t('speaksFor')}
        data={AUTHORITIES.map((value) => ({ value, label: t(value) }))}
        value={one.authority}
        onChange={(authority) => put({ authority: (authority ?? 'myself') as Authority })}
      />
      <ActionIcon
        variant="subtle"
        color="gray"
        disabled={at === 0}
        aria-label={`${t('earlier')}: ${name}`}
        title={t('earlier')}
        onClick={up}
      >
        <IconArrowUp size={16} aria-hidden />
      </ActionIcon>
      <ActionIcon
        variant="subtle"
        color="gray"
        disabled={one.main}
        aria-label={`${t('removeSigner')}: ${name}`}
        title={t('removeSigner')}
        onClick={() => set(all.filter((each) => each.key !== one.key))}
      >
        <IconX size={16} aria-hidden />
      </ActionIcon>
    </Group>
  );
}

export function SignersField({ contact, signers, inOrder, error, onChange, onOrder, t }: Props) {
  const asked = useItem('contacts', contact ?? undefined);
  const account = asked.data?.account;
  const alone = signers.length === 1;
  const add = () =>
    onChange([...signers, { key: Math.max(...signers.map((one) => one.key)) + 1, contact: null, authority: 'legal' }]);
  return (
    <Stack gap="xs">
      <Text size="sm" fw={500}>
        {t('signers')}
      </Text>
      <Text size="xs" c="dimmed">
        {t('signersHelp')}
      </Text>
      {!alone &&
        signers.map((one, at) => (
          <Row key={one.key} one={one} at={at} all={signers} account={account} set={onChange} t={t} />
        ))}
      {!alone && (
        <SegmentedControl
          size="xs"
          style={{ alignSelf: 'start', maxWidth: '100%' }}
          aria-label={t('orderOfSigners')}
          value={inOrder ? 'in_order' : 'at_once'}
          onChange={(next) => onOrder(next === 'in_order')}
          data={[
            { value: 'at_once', label: t('atOnce') },
            { value: 'in_order', label: t('inOrder') },
          ]}
        />
      )}
      {error && (
        <Text size="sm" c="red" role="alert">
          {error}
        </Text>
      )}
      <Button
        size="xs"
        variant="default"
        w="fit-content"
        leftSection={<IconPlus size={14} aria-hidden />}
        disabled={!contact || signers.length >= MOST}
        onClick={add}
      >
        {t('addSigner')}
      </Button>
    </Stack>
  );
}
