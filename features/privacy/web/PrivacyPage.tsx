// What people ask for about themselves, soonest due first, with its month's clock (REC-05).
import { Chip, DateText, ListPage, type Column } from '@ui';
import { IconUserShield } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { PrivacyTabs } from './PrivacyTabs';
import type { Matter } from './shapes';
import { useWords, type T } from './words';

export function MatterChip({ one, t }: { one: Matter; t: T }) {
  if (one.late) return <Chip tone="bad">{t('late')}</Chip>;
  return <Chip tone={one.status === 'open' ? 'warn' : 'ok'}>{t(one.status)}</Chip>;
}

const columnsOf = (t: T): Column<Matter>[] => [
  {
    id: 'who',
    header: t('who'),
    sort: 'subject_name',
    cell: (one) => (
      <span className="cellname">
        <Link className="nm" to="/privacy/people/$id" params={{ id: one.subject }} onClick={(e) => e.stopPropagation()}>
          {one.subject_name}
        </Link>
      </span>
    ),
  },
  { id: 'right', header: t('right'), sort: 'right', cell: (one) => t(one.right) },
  { id: 'said', header: t('said'), grow: true, cell: (one) => one.words },
  { id: 'received', header: t('received'), sort: 'received_on', cell: (one) => <DateText at={one.received_on} /> },
  { id: 'due', header: t('due'), sort: 'due', cell: (one) => <DateText at={one.due} /> },
  { id: 'status', header: t('status'), sort: 'status', cell: (one) => <MatterChip one={one} t={t} /> },
];

export function PrivacyPage() {
  const t = useWords();
  return (
    <ListPage
      collection="subject_requests"
      t={t}
      columns={columnsOf(t)}
      lead={<PrivacyTabs on="requests" />}
      facets={[
        {
          name: 'status',
          label: t('status'),
          options: (['open', 'done', 'refused', 'withdrawn'] as const).map((value) => ({ value, label: t(value) })),
        },
        {
          name: 'right',
          label: t('right'),
          options: (['copy', 'correct', 'erase', 'object'] as const).map((value) => ({ value, label: t(value) })),
        },
      ]}
      rowId={(one) => one.id}
      roadTo={(one) => `/privacy/people/${one.subject}`}
      icon={<IconUserShield size={28} stroke={1.5} aria-hidden />}
    />
  );
}
