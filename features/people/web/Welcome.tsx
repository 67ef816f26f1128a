// Behind the link of an invitation: its person chooses a password, and nobody else learns it.
import { Button, Center, Loader, PasswordInput, Stack, Text, TextInput, Title } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useEffect, useState, type FormEvent } from 'react';
import { post } from '@api';
import { words } from '@lib';
import { ProblemAlert } from '@ui';
import { reasonOf } from './security';

const useWelcomeWords = words(
  {
    title: 'Choose a password',
    lead: 'You are invited to “{workspace}”. Nobody but you will know this password.',
    email: 'You sign in with',
    password: 'Password',
    hint: 'At least {least} characters; several words are easy to remember.',
    show: 'Show or hide what is typed',
    send: 'Save the password',
    done: 'Your password is saved. Sign in with it now.',
    signIn: 'To sign in',
    loading: 'Loading',
  },
  {
    title: 'Passwort wählen',
    lead: 'Sie sind zu „{workspace}“ eingeladen. Außer Ihnen kennt niemand dieses Passwort.',
    email: 'Sie melden sich an mit',
    password: 'Passwort',
    hint: 'Mindestens {least} Zeichen; mehrere Wörter lassen sich gut merken.',
    show: 'Eingabe zeigen oder verbergen',
    send: 'Passwort speichern',
    done: 'Ihr Passwort ist gespeichert. Melden Sie sich nun damit an.',
    signIn: 'Zur Anmeldung',
    loading: 'Lädt',
  },
);

interface Invitation {
  name: string;
  email: string;
  workspace: string;
  workspace_name: string;
  password_characters_least: number;
}

function Choice({ secret, invitation }: { secret: string; invitation: Invitation }) {
  const t = useWelcomeWords();
  const [password, setPassword] = useState('');
  const accept = useMutation({ mutationFn: () => post<unknown>('invitation', { secret, password }) });
  const send = (event: FormEvent) => {
    event.preventDefault();
    accept.mutate();
  };
  if (accept.isSuccess)
    return (
      <Stack gap={16}>
        <Text role="status" className="chip ok block">
          {t('done')}
        </Text>
        <Button component="a" href={`/w/${invitation.workspace}/`}>
          {t('signIn')}
        </Button>
      </Stack>
    );
  const reason = reasonOf(accept.error, 'password');
  return (
    <form noValidate onSubmit={send}>
      <Stack gap={16}>
        <Text size="sm">{t('lead', { workspace: invitation.workspace_name })}</Text>
        {!reason && <ProblemAlert error={accept.error} />}
        <TextInput label={t('email')} value={invitation.email} readOnly autoComplete="username" />
        <PasswordInput
          autoFocus
          label={t('password')}
          description={t('hint', { least: invitation.password_characters_least })}
          autoComplete="new-password"
          visibilityToggleButtonProps={{ 'aria-label': t('show') }}
          value={password}
          error={reason}
          onChange={(event) => setPassword(event.currentTarget.value)}
        />
        <Button type="submit" size="md" loading={accept.isPending} disabled={!password}>
          {t('send')}
        </Button>
      </Stack>
    </form>
  );
}

export function Welcome() {
  const t = useWelcomeWords();
  // Behind the stroke of the address: browsers send it nowhere by themselves, and it leaves the address bar at once.
  const [secret] = useState(() => location.hash.slice(1));
  const invitation = useQuery({
    queryKey: ['invitation'],
    queryFn: () => post<Invitation>('invitation/look', { secret }),
    retry: false,
    staleTime: Infinity,
  });
  useEffect(() => {
    document.title = `${t('title')} · Vouchsafe`;
    history.replaceState(null, '', '/welcome');
  }, [t]);
  return (
    <Center mih="100dvh" p={16} component="main">
      <div className="panel sign-in">
        <Stack gap={16}>
          <img src="/favicon.svg" width={40} height={40} alt="" />
          <Title order={1}>{t('title')}</Title>
          <ProblemAlert error={invitation.error} />
          {invitation.isPending && <Loader size="sm" aria-label={t('loading')} />}
          {invitation.data && <Choice secret={secret} invitation={invitation.data} />}
        </Stack>
      </div>
    </Center>
  );
}
