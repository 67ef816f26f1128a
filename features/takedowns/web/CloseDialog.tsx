// Closes a take-down: what was done, in words, with a proof.
import { useAct } from '@api';
import { EvidenceField, type Evidence } from '@features/authorizations/web/EvidenceField';
import { useWords as useProofWords } from '@features/authorizations/web/words';
import { errorsOf, notice, Refused } from '@ui';
import { Button, Group, Modal, Select, Stack, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { How, Takedown } from './shapes';
import type { T } from './words';

const HOWS: How[] = ['removed', 'replaced', 'never_published', 'permitted_again'];

export function CloseDialog({ one, onClose, t }: { one: Takedown; onClose: () => void; t: T }) {
  const act = useAct<Takedown>('takedowns');
  const proofWords = useProofWords();
  const [how, setHow] = useState<string | null>(null);
  const [note, setNote] = useState('');
  const [link, setLink] = useState('');
  const [evidence, setEvidence] = useState<Evidence[]>([]);
  const errors = errorsOf(act.error);
  const close = async () => {
    const input = { how: how ?? undefined, note, link: link || undefined, evidence };
    const done = await act
      .mutateAsync({ id: one.id, action: 'close', input, version: one.version })
      .catch(() => undefined);
    if (!done) return;
    notice(t('isClosed', { number: one.number }));
    onClose();
  };
  return (
    <Modal opened onClose={onClose} title={t('close')}>
      <Stack gap="md">
        <Select
          data-autofocus
          size="sm"
          withAsterisk
          label={t('how')}
          data={HOWS.map((value) => ({ value, label: t(value) }))}
          value={how}
          error={errors.how}
          onChange={setHow}
        />
        <Textarea
          size="sm"
          withAsterisk
          autosize
          minRows={2}
          label={t('note')}
          value={note}
          error={errors.note}
          onChange={(e) => setNote(e.currentTarget.value)}
        />
        <TextInput
          size="sm"
          label={t('link')}
          description={t('linkHelp')}
          value={link}
          error={errors.link}
          onChange={(e) => setLink(e.currentTarget.value)}
        />
        <EvidenceField files={evidence} onFiles={setEvidence} error={errors.evidence} t={proofWords} />
        <Refused error={act.error} shows={(field) => /^(how|note|link|evidence)$/.test(field)} />
        <Group justify="end" gap="xs">
          <Button size="sm" variant="default" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button size="sm" loading={act.isPending} onClick={() => void close()}>
            {t('close')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
