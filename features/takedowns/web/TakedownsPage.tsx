// What must come down, soonest due first (AUT-05).
import { useLabel } from '@lib';
import { Chip, DateText, ListPage, type Column } from '@ui';
import { IconEyeOff } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { TakedownRow } from './shapes';
import { useWords, type T } from './words';

export function TakedownChip({ one, t }: { one: TakedownRow; t: T }) {
  if (one.status === 'closed') return <Chip tone="ok">{one.how ? t(one.how) : t('closed')}</Chip>;
  return one.overdue ? <Chip tone="bad">{t('overdue')}</Chip> : <Chip tone="warn">{t('open')}</Chip>;
}

/// A person by name, a role in the reader's language.
export const ownerOf = (one: TakedownRow, label: (code: string) => string) =>
  one.owner.startsWith('per_') ? one.owner_name : label(one.owner);

const columnsOf = (t: T, label: (code: string) => string): Column<TakedownRow>[] => [
  {
    id: 'what',
    header: t('what'),
    grow: true,
    sort: 'use_type',
    cell: (one) => (
      <span className="cellname">
        <Link className="nm" to="/takedowns/$id" params={{ id: one.id }} onClick={(e) => e.stopPropagation()}>
          {label(one.use_type)} · {label(one.channel)}
        </Link>
      </span>
    ),
  },
  { id: 'number', header: t('number'), sort: 'number', cell: (one) => <span className="num">{one.number}</span> },
  { id: 'customer', header: t('customer'), sort: 'account_name', cell: (one) => one.account_name },
  { id: 'cause', header: t('cause'), sort: 'cause', cell: (one) => t(one.cause) },
  { id: 'owner', header: t('owner'), sort: 'owner_name', cell: (one) => ownerOf(one, label) },
  { id: 'due', header: t('due'), sort: 'due', cell: (one) => <DateText at={one.due} /> },
  { id: 'status', header: t('status'), sort: 'status', cell: (one) => <TakedownChip one={one} t={t} /> },
];

export function TakedownsPage() {
  const t = useWords();
  const label = useLabel();
  return (
    <ListPage
      collection="takedowns"
      t={t}
      columns={columnsOf(t, label)}
      facets={[
        {
          name: 'status',
          label: t('status'),
          options: (['open', 'closed'] as const).map((value) => ({ value, label: t(value) })),
        },
      ]}
      rowId={(one) => one.id}
      roadTo={(one) => `/takedowns/${one.id}`}
      icon={<IconEyeOff size={28} stroke={1.5} aria-hidden />}
    />
  );
}
