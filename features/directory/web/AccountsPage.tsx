// All customer companies.
import { useEndless, useHasRole, useList } from '@api';
import { useSearchState } from '@lib';
import {
  Co,
  DataTable,
  EmptyState,
  Facet,
  Filters,
  MoneyText,
  optionsOf,
  PageHeader,
  ProblemAlert,
  SearchBox,
  type Column,
} from '@ui';
import { Button, Group, Text } from '@mantine/core';
import { IconBriefcase, IconFileImport, IconPlus } from '@tabler/icons-react';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { AddDialog } from './AddDialog';
import type { AccountRecord } from './shapes';
import { Standing } from './Standing';
import { useWords, type T } from './words';

const MANY = 200;
const FILTERS = ['q', 'industry', 'region', 'country', 'tier'];

const columnsOf = (t: T): Column<AccountRecord>[] => [
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
    cell: (a) => <span className="num">{a.contacts_count}</span>,
  },
  {
    id: 'deals',
    header: t('deals'),
    align: 'right',
    sort: 'deals_count',
    cell: (a) => <span className="num">{a.deals_count}</span>,
  },
  {
    id: 'pipeline',
    header: t('openDeals'),
    align: 'right',
    sort: 'pipeline_value',
    cell: (a) => <MoneyText amount={a.pipeline_value} currency={a.currency} />,
  },
  { id: 'standing', header: t('standing'), cell: (a) => <Standing account={a} t={t} /> },
];

function Facets({ t }: { t: T }) {
  const rows = useList<AccountRecord>('accounts', { limit: MANY }).data?.items ?? [];
  const facets = (['industry', 'region', 'country', 'tier'] as const)
    .map((name) => [name, optionsOf(rows.map((row) => row[name]))] as const)
    .filter(([, options]) => options.length > 1);
  return (
    <Filters>
      <SearchBox placeholder={t('search')} />
      {facets.map(([name, options]) => (
        <Facet key={name} name={name} label={t(name)} options={options} />
      ))}
    </Filters>
  );
}

function Empty({
  filtered,
  onClear,
  onAdd,
  mayAdd,
  t,
}: {
  filtered: boolean;
  onClear: () => void;
  onAdd: () => void;
  mayAdd: boolean;
  t: T;
}) {
  const icon = <IconBriefcase size={28} stroke={1.5} aria-hidden />;
  if (filtered) {
    return (
      <EmptyState
        icon={icon}
        title={t('none')}
        action={
          <Button variant="default" onClick={onClear}>
            {t('clear')}
          </Button>
        }
      >
        {t('noneHint')}
      </EmptyState>
    );
  }
  const start = mayAdd && (
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
  return (
    <EmptyState icon={icon} title={t('empty')} action={start}>
      {t('emptyHint')}
    </EmptyState>
  );
}

export function AccountsPage() {
  const t = useWords();
  const navigate = useNavigate();
  const [search, setSearch] = useSearchState();
  const [active, setActive] = useState<string>();
  const mayAdd = useHasRole('program_owner', 'account_owner', 'advocacy_manager', 'administrator');
  const query = Object.fromEntries(FILTERS.map((name) => [name, search[name]]));
  const list = useEndless<AccountRecord>('accounts', { ...query, sort: search.sort ?? 'name' });
  const open = (account: AccountRecord) => void navigate({ to: '/accounts/$id', params: { id: account.id } });
  const add = () => setSearch({ add: 'yes' });
  return (
    <div className="screen">
      <PageHeader title={t('title')} sub={list.total ? t('n', { count: list.total }) : undefined}>
        {mayAdd && (
          <Button variant="default" leftSection={<IconPlus size={14} aria-hidden />} onClick={add}>
            {t('add')}
          </Button>
        )}
      </PageHeader>
      <Facets t={t} />
      {list.error ? (
        <div className="pad">
          <ProblemAlert error={list.error} />
        </div>
      ) : (
        <DataTable
          label={t('title')}
          columns={columnsOf(t)}
          rows={list.items}
          rowId={(a) => a.id}
          loading={list.loading}
          active={active}
          onActive={(a) => (window.matchMedia('(max-width: 48em)').matches ? open(a) : setActive(a.id))}
          onOpen={open}
          sort={search.sort ?? 'name'}
          onSort={(sort) => setSearch({ sort })}
          total={list.total}
          hasMore={list.hasMore}
          onMore={list.more}
          empty={
            <Empty
              t={t}
              filtered={FILTERS.some((name) => search[name])}
              mayAdd={mayAdd}
              onAdd={add}
              onClear={() => setSearch(Object.fromEntries(FILTERS.map((name) => [name, ''])))}
            />
          }
        />
      )}
      {search.add && <AddDialog collection="accounts" onClose={() => setSearch({ add: '' })} />}
    </div>
  );
}
