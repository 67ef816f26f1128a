// What somebody should look at before it hurts, each with a reason and a road to do something about it.
import { useItem, type Row } from '@api';
import { useSaid } from '@lib';
import { ActionDialog, Chip, DateText, ListPage, type Column } from '@ui';
import { Button, Text } from '@mantine/core';
import { IconEye } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { KINDS, useWords, type T } from './words';

export type Finding = Row<'findings'>;

/// What it takes to put one aside comes with the item itself, and that is read when somebody wants to: rows only know
/// what they show, and a finding may be gone by the time a page of them has been asked for one by one.
function AsideDialog({ one, t, onClose }: { one: Finding; t: T; onClose: () => void }) {
  const item = useItem('findings', one.id);
  const dismiss = item.data?.actions?.find((action) => action.name === 'dismiss' && action.enabled);
  return (
    <ActionDialog
      collection="findings"
      id={one.id}
      version={item.data?.version}
      action={dismiss ?? null}
      help={{ reason: { description: t('asideLead') } }}
      onClose={onClose}
    />
  );
}

function Aside({ one, t }: { one: Finding; t: T }) {
  const [open, setOpen] = useState(false);
  return (
    <span onClick={(e) => e.stopPropagation()}>
      <Button variant="subtle" size="compact-sm" onClick={() => setOpen(true)}>
        {t('aside')}
      </Button>
      {open && <AsideDialog one={one} t={t} onClose={() => setOpen(false)} />}
    </span>
  );
}

const columnsOf = (t: T, said: (text: string) => string): Column<Finding>[] => [
  {
    id: 'what',
    header: t('what'),
    grow: true,
    cell: (one) => (
      <span className="cellname">
        <Link className="nm" to={one.link} onClick={(e) => e.stopPropagation()}>
          {said(one.title)}
        </Link>
        <Text span size="xs" c="dimmed" truncate>
          {said(one.reason)}
        </Text>
      </span>
    ),
  },
  {
    id: 'kind',
    header: t('kind'),
    sort: 'kind',
    cell: (one) => <Chip tone={one.kind === 'overdue' ? 'bad' : 'warn'}>{t(one.kind)}</Chip>,
  },
  { id: 'customer', header: t('customer'), sort: 'account_name', cell: (one) => one.account_name },
  { id: 'due', header: t('due'), sort: 'due', cell: (one) => <DateText at={one.due} /> },
  { id: 'aside', header: t('aside'), cell: (one) => <Aside one={one} t={t} /> },
];

export function FindingsPage() {
  const t = useWords();
  const said = useSaid();
  return (
    <ListPage
      collection="findings"
      t={t}
      columns={columnsOf(t, said)}
      facets={[{ name: 'kind', label: t('kind'), options: KINDS.map((value) => ({ value, label: t(value) })) }]}
      rowId={(one) => one.id}
      roadTo={(one) => one.link}
      icon={<IconEye size={28} stroke={1.5} aria-hidden />}
    />
  );
}
