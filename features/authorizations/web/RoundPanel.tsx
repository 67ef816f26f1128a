// Where a request in writing stands: who was asked, who has answered, what they wanted to know.
import { useDownload } from '@api';
import { day } from '@lib';
import { DateText, Section } from '@ui';
import { Alert, Anchor, Stack, Text } from '@mantine/core';
import { IconAlertTriangle, IconClockPause } from '@tabler/icons-react';
import { useAskWords, type AskT } from './askWords';
import type { AuthorizationRecord, RoundView, SignerRow } from './shapes';

function SignerLine({ signer, t }: { signer: SignerRow; t: AskT }) {
  return (
    <div>
      <Text size="sm" fw={500}>
        {signer.name}{' '}
        <Text span size="xs" c="dimmed">
          {t(signer.authority)}
        </Text>
      </Text>
      <Text size="xs" c="dimmed">
        {t(signer.state)}
        {signer.answered_at && (
          <>
            {' · '}
            <DateText at={signer.answered_at} />
          </>
        )}
        {signer.assurance && ` · ${t(signer.codes_impossible ? 'noCode' : signer.assurance)}`}
      </Text>
      {signer.remark && <Text size="sm">{signer.remark}</Text>}
    </div>
  );
}

function Questions({ round, t }: { round: RoundView; t: AskT }) {
  if (!round.questions.length) return null;
  return (
    <Section title={t('questions')}>
      <Stack gap={8}>
        {round.questions.map((one) => (
          <div key={one.at}>
            <Text size="sm" fw={500}>
              {one.question}
            </Text>
            <Text size="sm" c={one.reply ? undefined : 'dimmed'}>
              {one.reply || t('noReply')}
            </Text>
            <Text size="xs" c="dimmed">
              {one.name} · <DateText at={one.at} />
            </Text>
          </div>
        ))}
      </Stack>
    </Section>
  );
}

function ExactText({ id, round, t }: { id: string; round: RoundView; t: AskT }) {
  const download = useDownload();
  return (
    <Section title={t('exactText')}>
      <details>
        <summary>{t('show')}</summary>
        <Text size="sm" style={{ whiteSpace: 'pre-wrap' }} lang={round.language}>
          {round.wording}
        </Text>
        <Text size="xs" c="dimmed">
          {t(round.wording_template ? 'ownWords' : 'deliveredWords', { n: round.template_revision })}
        </Text>
        <Text size="xs" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
          {t('digest', { digest: round.wording_digest })}
        </Text>
      </details>
      <Anchor
        size="sm"
        display="inline-block"
        mt={8}
        py={4}
        href={download(`authorizations/${id}/record`)}
        download={`${id}.jsonld`}
      >
        {t('record')}
      </Anchor>
    </Section>
  );
}

/// Pauses and doubts: what stands between a permission and its use.
export function Obstacles({ one }: { one: AuthorizationRecord }) {
  const t = useAskWords();
  return (
    <>
      {one.paused_until && (
        <Alert variant="light" icon={<IconClockPause size={18} aria-hidden />}>
          {t('paused', { day: day(one.paused_until) })}
        </Alert>
      )}
      {!!one.doubts?.length && (
        <Alert
          variant="light"
          color="orange"
          icon={<IconAlertTriangle size={18} aria-hidden />}
          title={t('doubts')}
          styles={{ title: { color: 'var(--mantine-color-text)' } }}
        >
          {one.doubts.map((doubt) => t(doubt.cause)).join(', ')}
        </Alert>
      )}
    </>
  );
}

export function RoundPanel({ one }: { one: AuthorizationRecord }) {
  const t = useAskWords();
  const round = one.round;
  if (!round) return null;
  return (
    <>
      <Section title={t('round')}>
        <Stack gap={10}>
          <Text size="sm">{t(round.state)}</Text>
          <Text size="xs" c="dimmed">
            {t('askedOn', { day: day(round.asked_at), name: round.asked_by })}
            {round.link_until && ` · ${t('linkUntil', { day: day(round.link_until) })}`}
            {round.reminders.length > 0 && ` · ${t('remindedN', { count: round.reminders.length })}`}
            {round.in_order && ` · ${t('inOrder')}`}
          </Text>
          {round.signers.map((signer) => (
            <SignerLine key={signer.contact} signer={signer} t={t} />
          ))}
        </Stack>
      </Section>
      <Questions round={round} t={t} />
      <ExactText id={one.id} round={round} t={t} />
    </>
  );
}
