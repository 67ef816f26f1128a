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

function Line({ mail, latest }: { mail: MailRow; latest: boolean }) {
  const codes = useCodes();
  const takes = useHasRole(...LINK_TAKERS);
  // A letter that was sent may still be lost at the other end: the latest one can be handed over in another way.
  const open = mail.has_link && mail.status !== 'dropped' && (latest || mail.status !== 'sent');
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

const newestFirst = (a: MailRow, b: MailRow) => (a.written_at < b.written_at ? 1 : -1);

/// Letters about one item, and about another that belongs to it; nothing for those who may not read letters.
export function MailsOf({ about, and }: { about: string; and?: string }) {
  const t = useWords();
  const reads = useHasRole(...READERS);
  const list = useList('mails', { about, limit: 50 }, { enabled: reads });
  const more = useList('mails', { about: and, limit: 50 }, { enabled: reads && !!and });
  if (!reads || !list.data) return null;
  const items = [...list.data.items, ...((and && more.data?.items) || [])].sort(newestFirst);
  const latest = items.find((mail) => mail.has_link)?.id;
  return (
    <Section title={t('mailsHead')}>
      {items.length ? (
        <Stack gap={10}>
          {items.map((mail) => (
            <Line key={mail.id} mail={mail} latest={mail.id === latest} />
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
