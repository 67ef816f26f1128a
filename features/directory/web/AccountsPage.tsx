// All customer companies.
import { useHasRole, type Account } from '@api';
import { useSearchState } from '@lib';
import { Co, ListPage, MoneyText, type Column } from '@ui';
import { Box, Button, Group, Text } from '@mantine/core';
import { IconBriefcase, IconFileImport, IconPlus } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { AddDialog } from './AddDialog';
import { Standing } from './Standing';
import { useWords, type T } from './words';

/// A number; on a phone, where no heading stands above it, with its word.
function Counted({ n, of }: { n?: number; of: string }) {
  return (
    <span className="num">
      {n}
      <Text span size="xs" c="dimmed" hiddenFrom="sm">
        {' '}
        {of}
      </Text>
    </span>
  );
}

const columnsOf = (t: T): Column<Account>[] => [
  {
    id: 'name',
    header: t('name'),
    grow: true,
    sort: 'name',
    cell: (a) => (
      <span className="cellname">
        <Co name={a.name} />
        <Link className="nm" to="/accounts/$id" params={{ id: a.id }} onClick={(e) => e.stopPropagation()}>
          {a.name}
        </Link>
        {a.parent_name && (
          <Text span size="xs" c="dimmed" truncate>
            {a.parent_name}
          </Text>
        )}
      </span>
    ),
  },
  { id: 'industry', header: t('industry'), sort: 'industry', cell: (a) => a.industry },
  { id: 'country', header: t('country'), sort: 'country', cell: (a) => a.country || a.region },
  {
    id: 'contacts',
    header: t('contacts'),
    align: 'right',
    sort: 'contacts_count',
    cell: (a) => <Counted n={a.contacts_count} of={t('contacts')} />,
  },
  {
    id: 'deals',
    header: t('deals'),
    align: 'right',
    sort: 'deals_count',
    cell: (a) => <Counted n={a.deals_count} of={t('deals')} />,
  },
  {
    id: 'pipeline',
    header: t('openDeals'),
    align: 'right',
    sort: 'pipeline_value',
    cell: (a) => (
      <Box component="span" visibleFrom={a.pipeline_value ? undefined : 'sm'}>
        <MoneyText amount={a.pipeline_value} currency={a.currency} />
      </Box>
    ),
  },
  { id: 'standing', header: t('standing'), cell: (a) => <Standing account={a} t={t} /> },
];

function Start({ t, onAdd }: { t: T; onAdd: () => void }) {
  return (
    <Group gap={8}>
      <Button
        leftSection={<IconFileImport size={14} aria-hidden />}
        renderRoot={(props) => <Link {...props} to="/imports" />}
      >
        {t('importCsv')}
      </Button>
      <Button variant="default" onClick={onAdd}>
        {t('add')}
      </Button>
    </Group>
  );
}

export function AccountsPage() {
  const t = useWords();
  const [search, setSearch] = useSearchState();
  const mayAdd = useHasRole('program_owner', 'account_owner', 'advocacy_manager', 'administrator');
  const add = () => setSearch({ add: 'yes' });
  return (
    <>
      <ListPage
        collection="accounts"
        views
        t={t}
        columns={columnsOf(t)}
        facets={(['industry', 'region', 'country', 'tier'] as const).map((name) => ({
          name,
          label: t(name),
          from: (account: Account) => account[name],
        }))}
        rowId={(account) => account.id}
        roadTo={(account) => `/accounts/${account.id}`}
        sort="name"
        icon={<IconBriefcase size={28} stroke={1.5} aria-hidden />}
        start={mayAdd && <Start t={t} onAdd={add} />}
        actions={
          mayAdd && (
            <Button variant="default" leftSection={<IconPlus size={14} aria-hidden />} onClick={add}>
              {t('add')}
            </Button>
          )
        }
      />
      {search.add && <AddDialog collection="accounts" onClose={() => setSearch({ add: '' })} />}
    </>
  );
}
