// Renews a permission: a new last day, with the proof that the customer said so.
import { Problem, useAct } from '@api';
import { day } from '@lib';
import { notice, ProblemAlert } from '@ui';
import { Button, Group, Modal, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { EvidenceField, type Evidence } from './EvidenceField';
import type { AuthorizationRecord } from './shapes';
import type { T } from './words';

export function RenewDialog({ one, onClose, t }: { one: AuthorizationRecord; onClose: () => void; t: T }) {
  const act = useAct<AuthorizationRecord>('authorizations');
  const [until, setUntil] = useState('');
  const [evidence, setEvidence] = useState<Evidence[]>([]);
  const reasons = act.error instanceof Problem ? act.error.reasons : [];
  const reasonOf = (field: string) => reasons.find((reason) => reason.field === field)?.message;
  const renew = async () => {
    const done = await act
      .mutateAsync({
        id: one.id,
        action: 'renew',
        input: { until: until || undefined, evidence },
        version: one.version,
      })
      .catch(() => undefined);
    if (!done) return;
    notice(t('recorded', { number: one.number }));
    onClose();
  };
  return (
    <Modal opened onClose={onClose} title={t('renewTitle')}>
      <Stack gap="md">
        <ProblemAlert error={act.error} />
        <TextInput
          data-autofocus
          size="sm"
          type="date"
          withAsterisk
          label={t('renewUntil')}
          description={one.until ? t('renewLead', { day: day(one.until) }) : t('renewOpen')}
          min={one.until}
          value={until}
          error={reasonOf('until')}
          onChange={(e) => setUntil(e.currentTarget.value)}
        />
        <EvidenceField files={evidence} onFiles={setEvidence} error={reasonOf('evidence')} t={t} />
        <Group justify="end" gap="xs">
          <Button size="sm" variant="default" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button size="sm" loading={act.isPending} onClick={() => void renew()}>
            {t('renew')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
