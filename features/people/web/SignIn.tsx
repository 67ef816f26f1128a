// Signing in with e-mail and password.
import { Button, Center, PasswordInput, Stack, Text, TextInput, Title } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useEffect } from 'react';
import { Problem, useSignIn } from '@api';
import { words } from '@lib';
import { ProblemAlert } from '@ui';

const useSignInWords = words(
  {
    title: 'Sign in',
    lead: 'Customer references, with consent on record.',
    email: 'E-mail',
    password: 'Password',
    show: 'Show or hide what is typed',
    send: 'Sign in',
    wrong: 'E-mail or password is not right. Passwords distinguish upper and lower case.',
    need: 'Please fill this in.',
  },
  {
    title: 'Anmelden',
    lead: 'Kundenreferenzen mit dokumentierter Freigabe.',
    email: 'E-Mail',
    password: 'Passwort',
    show: 'Eingabe zeigen oder verbergen',
    send: 'Anmelden',
    wrong: 'E-Mail oder Passwort stimmt nicht. Groß- und Kleinschreibung zählt.',
    need: 'Bitte ausfüllen.',
  },
);

export function SignIn() {
  const t = useSignInWords();
  const signIn = useSignIn();
  useEffect(() => {
    document.title = `${t('title')} · Vouchsafe`;
  }, [t]);
  const form = useForm({
    initialValues: { email: '', password: '' },
    validate: { email: (value) => (value ? null : t('need')), password: (value) => (value ? null : t('need')) },
  });
  const wrong = signIn.error instanceof Problem && signIn.error.status === 401;
  return (
    <Center mih="100dvh" p={16} component="main">
      <form className="panel sign-in" noValidate onSubmit={form.onSubmit((values) => signIn.mutate(values))}>
        <Stack gap={16}>
          <img src="/favicon.svg" width={40} height={40} alt="" />
          <div>
            <Title order={1}>{t('title')}</Title>
            <Text size="sm" c="dimmed">
              {t('lead')}
            </Text>
          </div>
          {wrong ? (
            <Text role="alert" className="chip bad block">
              {t('wrong')}
            </Text>
          ) : (
            <ProblemAlert error={signIn.error} />
          )}
          <TextInput
            label={t('email')}
            type="email"
            autoComplete="username"
            autoFocus
            {...form.getInputProps('email')}
          />
          <PasswordInput
            label={t('password')}
            autoComplete="current-password"
            visibilityToggleButtonProps={{ 'aria-label': t('show') }}
            {...form.getInputProps('password')}
          />
          <Button type="submit" size="md" loading={signIn.isPending}>
            {t('send')}
          </Button>
        </Stack>
      </form>
    </Center>
  );
}
