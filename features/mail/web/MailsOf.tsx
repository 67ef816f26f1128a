// The letters about one case, for the page of that case: what was sent, what waits, what did not arrive.
import { useHasRole, useList } from '@api';
import { DateText, Section } from '@ui';
import { Group, Stack, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { CopyLink } from './CopyLink';
import { MailStatus } from './MailStatus';
import type { MailRow } from './shapes';
import { useCodes, useWords } from './words';

const READERS = [
  'program_owner',
  'account_owner',
  'advocacy_manager',
  'legal_reviewer',
  'auditor',
  'marketing_operations',
  'brand_manager',
  'administrator',
];
const LINK_TAKERS = ['program_owner', 'account_owner', 'advocacy_manager', 'administrator'];

function Line({ mail }: { mail: MailRow }) {
  const codes = useCodes();
  const takes = useHasRole(...LINK_TAKERS);
  const open = mail.has_link && mail.status !== 'dropped' && mail.status !== 'sent';
  return (
    <div>
      <Group gap={8} wrap="nowrap" justify="space-between">
        <Link className="textlink" to="/mails/$id" params={{ id: mail.id }}>
          {codes.kind(mail.kind)}
        </Link>
        <MailStatus mail={mail} />
      </Group>
      <Text size="xs" c="dimmed">
        {mail.recipient_name} · <DateText at={mail.sent_at ?? mail.written_at} />
      </Text>
      {mail.code && <Text size="xs">{codes.code(mail.code)}</Text>}
      {open && takes && <CopyLink mail={mail} size="compact-xs" />}
    </div>
  );
}

/// Nothing for those who may not read letters.
export function MailsOf({ about }: { about: string }) {
  const t = useWords();
  const reads = useHasRole(...READERS);
  const list = useList<MailRow>('mails', { about, limit: 50 }, { enabled: reads });
  if (!reads || !list.data) return null;
  return (
    <Section title={t('mailsHead')}>
      {list.data.items.length ? (
        <Stack gap={10}>
          {list.data.items.map((mail) => (
            <Line key={mail.id} mail={mail} />
          ))}
        </Stack>
      ) : (
        <Text size="sm" c="dimmed">
          {t('noMails')}
        </Text>
      )}
    </Section>
  );
}
