// Signing in with e-mail and password.
import { Button, Center, PasswordInput, Stack, Text, TextInput, Title } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useEffect, useState } from 'react';
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
    code: 'Code of your app',
    codeHint: 'Or one of your recovery codes.',
    ended: 'Your session has ended. Sign in, and go on where you were.',
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
    code: 'Code Ihrer App',
    codeHint: 'Oder einer Ihrer Wiederherstellungscodes.',
    ended: 'Ihre Sitzung ist zu Ende. Melden Sie sich an und machen Sie weiter, wo Sie waren.',
  },
);

/// `ended`: somebody was signed in here until just now.
export function SignIn({ ended = false }: { ended?: boolean }) {
  const t = useSignInWords();
  const signIn = useSignIn();
  useEffect(() => {
    document.title = `${t('title')} · Vouchsafe`;
  }, [t]);
  const form = useForm({
    initialValues: { email: '', password: '', code: '' },
    validate: { email: (value) => (value ? null : t('need')), password: (value) => (value ? null : t('need')) },
  });
  const refusal = signIn.error instanceof Problem ? signIn.error.code : '';
  const wrong = refusal === 'wrong_login';
  // Once asked for, the code stays: a wrong one is typed again.
  const [withCode, setWithCode] = useState(false);
  if (refusal === 'second_factor_needed' && !withCode) setWithCode(true);
  const send = ({ code, ...login }: typeof form.values) => signIn.mutate(code ? { ...login, code } : login);
  return (
    <Center mih="100dvh" p={16} component="main">
      <form className="panel sign-in" noValidate onSubmit={form.onSubmit(send)}>
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
            refusal !== 'second_factor_needed' && <ProblemAlert error={signIn.error} />
          )}
          {ended && !signIn.error && (
            <Text role="status" className="chip info block">
              {t('ended')}
            </Text>
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
          {withCode && (
            <TextInput
              label={t('code')}
              description={t('codeHint')}
              autoComplete="one-time-code"
              autoFocus
              {...form.getInputProps('code')}
            />
          )}
          <Button type="submit" size="md" loading={signIn.isPending}>
            {t('send')}
          </Button>
        </Stack>
      </form>
    </Center>
  );
}
