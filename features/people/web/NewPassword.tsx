// A way in for a colleague: an invitation by letter, or a first password that is shown once where no letters leave.
import { useAct, useAsk, type Person } from '@api';
import { ProblemAlert } from '@ui';
import { Button, Checkbox, Code, CopyButton, Group, Loader, Modal, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { Buttons } from './PeopleDialogs';
import { useWords } from './peopleWords';

interface Ask {
  person: Person;
  first: boolean;
  onClose: () => void;
}

function LostFactor({ lost, onLost }: { lost: boolean; onLost: (lost: boolean) => void }) {
  const t = useWords();
  return <Checkbox label={t('lostFactor')} checked={lost} onChange={(event) => onLost(event.currentTarget.checked)} />;
}

function Done({ children, onClose }: { children: React.ReactNode; onClose: () => void }) {
  const t = useWords();
  return (
    <>
      {children}
      <Group justify="end">
        <Button size="sm" onClick={onClose}>
          {t('done')}
        </Button>
      </Group>
    </>
  );
}

function Invitation({ person, first, onClose }: Ask) {
  const t = useWords();
  const act = useAct('people');
  const [lost, setLost] = useState(false);
  const invite = () =>
    act.mutate({ id: person.id, action: 'invite', input: lost ? { end_second_factor: true } : {} });
  return (
    <Modal opened onClose={onClose} title={t('askInvite', { name: person.name })}>
      <Stack gap="md">
        <ProblemAlert error={act.error} />
        {act.isSuccess ? (
          <Done onClose={onClose}>
            <Text size="sm" role="status">
              {t('invited', { name: person.name })}
            </Text>
          </Done>
        ) : (
          <>
            <Text size="sm">{first ? t('firstInvitation') : t('inviteText')}</Text>
            {!first && <LostFactor lost={lost} onLost={setLost} />}
            <Buttons label={t('invite')} onClose={onClose} onDo={invite} busy={act.isPending} />
          </>
        )}
      </Stack>
    </Modal>
  );
}

function HandedOver({ person, first, onClose }: Ask) {
  const t = useWords();
  const act = useAct<{ password?: string }>('people');
  const password = act.data?.password;
  const [lost, setLost] = useState(false);
  const input = lost ? { end_second_factor: true } : {};
  const reset = () => act.mutate({ id: person.id, action: 'reset_password', input });
  return (
    <Modal
      opened
      onClose={onClose}
      title={password ? t('passwordTitle', { name: person.name }) : t('askReset', { name: person.name })}
    >
      <Stack gap="md">
        <ProblemAlert error={act.error} />
        {password ? (
          <Done onClose={onClose}>
            <Text size="sm">{t('passwordText')}</Text>
            <Group gap="xs">
              <Code fz="md">{password}</Code>
              <CopyButton value={password}>
                {({ copied, copy }) => (
                  <Button variant="default" onClick={copy}>
                    {copied ? t('copied') : t('copy')}
                  </Button>
                )}
              </CopyButton>
            </Group>
          </Done>
        ) : (
          <>
            <Text size="sm">{first ? t('firstPassword', { name: person.name }) : t('resetText')}</Text>
            {!first && <LostFactor lost={lost} onLost={setLost} />}
            <Buttons label={t('reset_password')} onClose={onClose} onDo={reset} busy={act.isPending} />
          </>
        )}
      </Stack>
    </Modal>
  );
}

/// Letters go to nobody whose address they come back from: then, too, the password is handed over.
export function NewPassword(ask: Ask) {
  const t = useWords();
  const delivery = useAsk<{ delivers: boolean }>('mail_delivery');
  const spared = useAsk<{ total: number }>('mail_suppressions', { id: ask.person.id, bounced: true });
  if (delivery.isPending || spared.isPending)
    return (
      <Modal opened onClose={ask.onClose} title={t('askReset', { name: ask.person.name })}>
        <Loader size="sm" />
      </Modal>
    );
  return delivery.data?.delivers && !spared.data?.total ? <Invitation {...ask} /> : <HandedOver {...ask} />;
}
