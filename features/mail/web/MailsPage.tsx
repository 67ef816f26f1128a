// Every letter with what became of it (INT-03); without a mail server, the place where they wait.
import { useAsk } from '@api';
import { DateText, ListPage, type Column } from '@ui';
import { Alert, Button, Text } from '@mantine/core';
import { IconMail, IconMailOff } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { MailStatus } from './MailStatus';
import { STATUSES, type Delivery, type MailRow } from './shapes';
import { useCodes, useWords, type Codes, type T } from './words';

const columnsOf = (t: T, codes: Codes): Column<MailRow>[] => [
  {
    id: 'subject',
    header: t('subject'),
    grow: true,
    sort: 'subject',
    cell: (mail) => (
      <span className="cellname">
        <Link className="nm" to="/mails/$id" params={{ id: mail.id }} onClick={(e) => e.stopPropagation()}>
          {mail.subject || codes.kind(mail.kind)}
        </Link>
      </span>
    ),
  },
  {
    id: 'recipient',
    header: t('recipient'),
    sort: 'recipient_name',
    cell: (mail) => (
      <>
        {mail.recipient_name}
        <Text span size="xs" c="dimmed" display="block">
          {mail.address}
        </Text>
      </>
    ),
  },
  { id: 'kind', header: t('kind'), sort: 'kind', cell: (mail) => codes.kind(mail.kind) },
  { id: 'status', header: t('status'), sort: 'status', cell: (mail) => <MailStatus mail={mail} /> },
  { id: 'written', header: t('written'), sort: 'written_at', cell: (mail) => <DateText at={mail.written_at} /> },
];

/// Says that nothing is sent, where that is so.
export function NoServer({ t, m = 0 }: { t: T; m?: string | number }) {
  const delivery = useAsk<Delivery>('mail_delivery');
  if (delivery.data?.delivers !== false) return null;
  return (
    <Alert m={m} variant="light" icon={<IconMailOff size={18} aria-hidden />} title={t('noServer')}>
      {t('noServerHint')}
    </Alert>
  );
}

export function MailsPage() {
  const t = useWords();
  const codes = useCodes();
  return (
    <ListPage
      collection="mails"
      views
      t={t}
      columns={columnsOf(t, codes)}
      actions={
        <Button variant="default" renderRoot={(props) => <Link {...props} to="/settings/letters" />}>
          {t('setLook')}
        </Button>
      }
      lead={<NoServer t={t} m="md" />}
      facets={[
        { name: 'status', label: t('status'), options: STATUSES.map((s) => ({ value: s, label: codes.status(s) })) },
        { name: 'kind', label: t('kind'), from: (mail) => mail.kind },
      ]}
      filters={['about', 'recipient']}
      sort="-written_at"
      rowId={(mail) => mail.id}
      roadTo={(mail) => `/mails/${mail.id}`}
      icon={<IconMail size={28} stroke={1.5} aria-hidden />}
    />
  );
}
