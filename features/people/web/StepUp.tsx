// Asks again who one is, over whatever is open, before something that gives others power over the program.
import { Button, Group, Modal, PasswordInput, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { ProblemAlert } from '@ui';
import { reasonOf, useDeed, useSecurity } from './security';
import { useWords } from './securityWords';

export function StepUp({ onDone }: { onDone: (shown: boolean) => void }) {
  const t = useWords();
  const security = useSecurity();
  const prove = useDeed('step_up');
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const send = () => prove.mutate(code ? { password, code } : { password }, { onSuccess: () => onDone(true) });
  return (
    <Modal opened onClose={() => onDone(false)} title={t('again')}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          send();
        }}
      >
        <Stack gap="md">
          <Text size="sm">{t('againHint')}</Text>
          {!reasonOf(prove.error, 'code') && <ProblemAlert error={prove.error} />}
          <PasswordInput
            data-autofocus
            label={t('yourPassword')}
            autoComplete="current-password"
            visibilityToggleButtonProps={{ 'aria-label': t('show') }}
            value={password}
            onChange={(event) => setPassword(event.currentTarget.value)}
          />
          {security.data?.second_factor && (
            <TextInput
              label={t('codeOrRecovery')}
              autoComplete="one-time-code"
              value={code}
              error={reasonOf(prove.error, 'code')}
              onChange={(event) => setCode(event.currentTarget.value)}
            />
          )}
          <Group justify="end" gap="xs">
            <Button variant="default" onClick={() => onDone(false)}>
              {t('cancel')}
            </Button>
            <Button type="submit" loading={prove.isPending}>
              {t('begin')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
