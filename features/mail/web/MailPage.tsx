// One letter: to whom, how far it came and why, and exactly what is sent.
import { useAsk, useItem } from '@api';
import { Actions, DateText, Facts, Loaded, RecordLayout } from '@ui';
import { Group, Stack, Text, Title } from '@mantine/core';
import { IconCalendar } from '@tabler/icons-react';
import { Link, useParams } from '@tanstack/react-router';
import { useEffect } from 'react';
import { CopyLink } from './CopyLink';
import { Letter } from './Letter';
import { MailStatus } from './MailStatus';
import { NoServer } from './MailsPage';
import { roadTo, type Delivery, type MailItem } from './shapes';
import { useCodes, useWords, type T } from './words';

function MailFacts({ mail, t }: { mail: MailItem; t: T }) {
  const codes = useCodes();
  const road = roadTo(mail.about);
  const delivers = useAsk<Delivery>('mail_delivery').data?.delivers;
  const mayTakeLink = mail.actions?.some((action) => action.name === 'link' && action.enabled);
  return (
    <>
      <div>
        <Title order={1}>{mail.subject || codes.kind(mail.kind)}</Title>
        <Text size="sm" c="dimmed">
          {codes.kind(mail.kind)}
        </Text>
      </div>
      <Group>
        <MailStatus mail={mail} />
      </Group>
      <Group gap={8} align="start">
        {mayTakeLink && <CopyLink mail={mail} />}
        <Actions collection="mails" item={mail} primary={delivers ? ['retry'] : []} except={['link', 'report']} />
      </Group>
      <Facts
        items={[
          [t('recipient'), mail.recipient_name],
          [t('address'), mail.address],
          [t('why'), codes.code(mail.code)],
          [t('written'), <DateText key="w" at={mail.written_at} />],
          [mail.attempts ? t('nextTry') : t('due'), mail.due_at && <DateText at={mail.due_at} />],
          [t('sent'), mail.sent_at && <DateText at={mail.sent_at} />],
          [t('attempts'), mail.attempts || undefined],
          [t('language'), codes.language(mail.language)],
          [t('linkUntil'), mail.link_until && <DateText at={mail.link_until} />],
        ]}
      />
      {road && (
        <Link className="textlink" to={road}>
          {t('openCase')}
        </Link>
      )}
    </>
  );
}

function MailView({ mail, t }: { mail: MailItem; t: T }) {
  useEffect(() => {
    document.title = `${mail.subject} · Vouchsafe`;
  }, [mail.subject]);
  return (
    <RecordLayout facts={<MailFacts mail={mail} t={t} />}>
      <Stack gap="sm" mt="xs">
        {mail.status === 'waiting' && <NoServer t={t} />}
        <Title order={2}>{t('asSent')}</Title>
        {mail.has_link && (
          <Text size="sm" c="dimmed">
            {t('linkNote')}
          </Text>
        )}
        {mail.has_calendar && (
          <Text size="sm" className="inline">
            <IconCalendar size={15} aria-hidden /> {t('invitation')}
          </Text>
        )}
        <Letter letter={mail} t={t} />
      </Stack>
    </RecordLayout>
  );
}

export function MailPage() {
  const t = useWords();
  const { id } = useParams({ strict: false }) as { id: string };
  const item = useItem('mails', id);
  return <Loaded query={item}>{(mail) => <MailView mail={mail} t={t} />}</Loaded>;
}
