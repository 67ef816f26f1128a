// One's own account: password, second factor, and where one is signed in (QUALITY: S-PW, S-SESS).
import { Button, Group, PasswordInput, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { day, moment } from '@lib';
import { Chip, Loaded, notice, PageHeader, ProblemAlert, Section } from '@ui';
import { deviceName, reasonOf, useDeed, useEnd, useSecurity, type OwnSession, type Security } from './security';
import { useNoticeWords, useWords, type NoticeCode } from './securityWords';
import { SecondFactor } from './SecondFactor';

function PasswordSection({ security }: { security: Security }) {
  const t = useWords();
  const change = useDeed('password');
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const shown = !!(reasonOf(change.error, 'current') || reasonOf(change.error, 'next'));
  const send = async () => {
    const done = await change.mutateAsync({ current, next }).catch(() => undefined);
    if (!done) return;
    notice(t('changed'));
    setCurrent('');
    setNext('');
  };
  return (
    <Section title={t('password')}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        <Stack gap="sm" maw={420}>
          {security.initial_password_until && (
            <Text role="status" size="sm" className="chip warn block">
              {t('initial', { day: day(security.initial_password_until) })}
            </Text>
          )}
          {!shown && <ProblemAlert error={change.error} />}
          <PasswordInput
            label={t('current')}
            autoComplete="current-password"
            visibilityToggleButtonProps={{ 'aria-label': t('show') }}
            value={current}
            error={reasonOf(change.error, 'current')}
            onChange={(event) => setCurrent(event.currentTarget.value)}
          />
          <PasswordInput
            label={t('next')}
            description={t('passwordHint', { least: security.password_characters_least })}
            autoComplete="new-password"
            visibilityToggleButtonProps={{ 'aria-label': t('show') }}
            value={next}
            error={reasonOf(change.error, 'next')}
            onChange={(event) => setNext(event.currentTarget.value)}
          />
          <Group>
            <Button type="submit" loading={change.isPending} disabled={!current || !next}>
              {t('change')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Section>
  );
}

function SessionLine({ session, onEnd }: { session: OwnSession; onEnd: () => void }) {
  const t = useWords();
  const device = deviceName(session.device) || t('unknown');
  return (
    <Group component="li" justify="space-between" gap="sm" py={6}>
      <div>
        <Text size="sm">{device}</Text>
        <Text size="xs" c="dimmed">
          {t('since', { from: moment(session.signed_in_at), last: moment(session.last_seen_at) })}
        </Text>
      </div>
      {session.this_one ? (
        <Chip tone="ok">{t('thisOne')}</Chip>
      ) : (
        <Button size="xs" variant="default" aria-label={t('endIt', { device })} onClick={onEnd}>
          {t('end')}
        </Button>
      )}
    </Group>
  );
}

function SessionsSection({ sessions }: { sessions: OwnSession[] }) {
  const t = useWords();
  const end = useEnd();
  return (
    <Section title={t('sessions')}>
      <ProblemAlert error={end.error} />
      <ul style={{ listStyle: 'none', margin: 0, padding: 0 }}>
        {sessions.map((session) => (
          <SessionLine key={session.id} session={session} onEnd={() => end.mutate(session.id)} />
        ))}
      </ul>
      {sessions.length > 1 && (
        <Button mt="sm" variant="default" loading={end.isPending} onClick={() => end.mutate('')}>
          {t('endOthers')}
        </Button>
      )}
    </Section>
  );
}

function NoticesSection({ notices }: { notices: Security['notices'] }) {
  const t = useWords();
  const named = useNoticeWords();
  return (
    <Section title={t('notices')}>
      <Text size="sm" c="dimmed">
        {notices.length ? t('noticesHint') : t('noNotices')}
      </Text>
      <ul style={{ listStyle: 'none', margin: 0, padding: 0 }}>
        {notices.map((notice) => (
          <Text key={notice.at} component="li" size="sm" py={6}>
            {named(notice.what as NoticeCode)} <Text span size="xs" c="dimmed">{moment(notice.at)}</Text>
          </Text>
        ))}
      </ul>
    </Section>
  );
}

export function SecurityPage() {
  const t = useWords();
  const security = useSecurity();
  return (
    <div className="screen">
      <PageHeader title={t('title')} />
      <Loaded query={security}>
        {(data) => (
          <div className="pad">
            <Stack gap="xl" maw={640}>
              <PasswordSection security={data} />
              <SecondFactor security={data} />
              <SessionsSection sessions={data.sessions} />
              <NoticesSection notices={data.notices} />
            </Stack>
          </div>
        )}
      </Loaded>
    </div>
  );
}
