// Proposes to erase somebody: first everything that is held is searched and shown, then a reason is given.
import { useAct, useAsk } from '@api';
import { errorsOf, notice, Refused } from '@ui';
import { Button, Checkbox, Group, Loader, Modal, Stack, Text, Textarea, Title } from '@mantine/core';
import { useState } from 'react';
import type { Found, Mention, Subject } from './shapes';
import type { T } from './words';

function MentionChoice({ one, on, onChange, t }: { one: Mention; on: boolean; onChange: () => void; t: T }) {
  const hint = one.goes_by_itself ? t('goes') : one.how === 'part' ? t('part') : undefined;
  return (
    <Checkbox
      checked={on || one.goes_by_itself}
      disabled={one.goes_by_itself}
      onChange={onChange}
      label={one.words}
      description={[one.by, one.event, hint].filter(Boolean).join(' · ')}
    />
  );
}

interface MentionsProps {
  found: Found;
  also: Set<string>;
  onAlso: (ref: string) => void;
  t: T;
}

function Mentions({ found, also, onAlso, t }: MentionsProps) {
  if (!found.mentions.length) return <Text size="sm">{t('noMentions')}</Text>;
  return (
    <Stack gap="xs">
      <Text size="sm" c="dimmed">
        {t('mentionsHint')}
      </Text>
      <Stack gap="sm" mah={260} style={{ overflowY: 'auto' }} tabIndex={0} role="group" aria-label={t('mentions')}>
        {found.mentions.map((one) => (
          <MentionChoice key={one.ref} one={one} on={also.has(one.ref)} onChange={() => onAlso(one.ref)} t={t} />
        ))}
      </Stack>
      {found.more > 0 && <Text size="sm">{t('more', { count: found.more })}</Text>}
    </Stack>
  );
}

export function EraseDialog({ one, onClose, t }: { one: Subject; onClose: () => void; t: T }) {
  const act = useAct<Subject>('subjects');
  const found = useAsk<Found>(`subjects/${one.id}/found`);
  const [also, setAlso] = useState<Set<string>>(new Set());
  const [reason, setReason] = useState('');
  const errors = errorsOf(act.error);
  const toggle = (ref: string) => {
    const next = new Set(also);
    if (!next.delete(ref)) next.add(ref);
    setAlso(next);
  };
  const propose = async () => {
    const input = { reason, also: [...also] };
    const done = await act
      .mutateAsync({ id: one.id, action: 'erase', input, version: one.version })
      .catch(() => undefined);
    if (!done) return;
    notice(t('isProposed'));
    onClose();
  };
  const own = Object.values(found.data?.own ?? {}).reduce((sum, n) => sum + n, 0);
  return (
    <Modal opened onClose={onClose} size="lg" title={t('propose')}>
      <Stack gap="md">
        <Title order={3}>{t('dryRun')}</Title>
        {found.isPending && (
          <Group gap="xs" role="status">
            <Loader size="xs" />
            <Text size="sm">{t('looking')}</Text>
          </Group>
        )}
        {found.data && (
          <>
            <Text size="sm">
              {t('ownWords', { count: own })} · {t('files', { count: found.data.files })}
            </Text>
            <Mentions found={found.data} also={also} onAlso={toggle} t={t} />
          </>
        )}
        <Textarea
          size="sm"
          withAsterisk
          autosize
          minRows={2}
          label={t('reason')}
          description={t('for_ever')}
          value={reason}
          error={errors.reason}
          onChange={(e) => setReason(e.currentTarget.value)}
        />
        <Refused error={act.error ?? found.error} shows={(field) => field === 'reason'} />
        <Group justify="end" gap="xs">
          <Button size="sm" variant="default" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button size="sm" color="red" disabled={!found.data} loading={act.isPending} onClick={() => void propose()}>
            {t('propose')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
