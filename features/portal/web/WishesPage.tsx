// What customers ask for about themselves, soonest due first (AUT-10).
import type { Row } from '@api';
import { Chip, DateText, ListPage, type Column } from '@ui';
import { IconUserQuestion } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useWords, type T } from './words';

export type Wish = Row<'wishes'>;

const late = (wish: Wish) => wish.status === 'open' && wish.due < new Date().toISOString().slice(0, 10);

export function WishChip({ wish, t }: { wish: Wish; t: T }) {
  if (wish.status !== 'open') return <Chip tone="ok">{t('settled')}</Chip>;
  return late(wish) ? <Chip tone="bad">{t('late')}</Chip> : <Chip tone="warn">{t('open')}</Chip>;
}

const columnsOf = (t: T): Column<Wish>[] => [
  {
    id: 'who',
    header: t('who'),
    sort: 'contact_name',
    cell: (wish) => (
      <span className="cellname">
        <Link className="nm" to="/wishes/$id" params={{ id: wish.id }} onClick={(e) => e.stopPropagation()}>
          {wish.contact_name}
        </Link>
      </span>
    ),
  },
  { id: 'company', header: t('company'), sort: 'account_name', cell: (wish) => wish.account_name },
  { id: 'kind', header: t('kind'), sort: 'kind', cell: (wish) => t(wish.kind) },
  { id: 'said', header: t('said'), grow: true, cell: (wish) => wish.words },
  { id: 'due', header: t('due'), sort: 'due', cell: (wish) => <DateText at={wish.due} /> },
  { id: 'status', header: t('status'), sort: 'status', cell: (wish) => <WishChip wish={wish} t={t} /> },
];

export function WishesPage() {
  const t = useWords();
  return (
    <ListPage
      collection="wishes"
      t={t}
      columns={columnsOf(t)}
      facets={[
        {
          name: 'status',
          label: t('status'),
          options: (['open', 'settled'] as const).map((value) => ({ value, label: t(value) })),
        },
        {
          name: 'kind',
          label: t('kind'),
          options: (['correct', 'erase'] as const).map((value) => ({ value, label: t(value) })),
        },
      ]}
      rowId={(wish) => wish.id}
      roadTo={(wish) => `/wishes/${wish.id}`}
      icon={<IconUserQuestion size={28} stroke={1.5} aria-hidden />}
    />
  );
}
