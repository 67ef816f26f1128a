// All advocates with facets; the whole view is in the address.
import { useEndless, useHasRole, useList, type Advocate } from '@api';
import { useLabel, USE_TYPES, useSearchState } from '@lib';
import {
  Chip,
  DataTable,
  DateText,
  EmptyState,
  Face,
  Facet,
  Filters,
  LoadBar,
  optionsOf,
  PageHeader,
  ProblemAlert,
  SearchBox,
  StatusChip,
  type Column,
} from '@ui';
import { Button, Text } from '@mantine/core';
import { IconCheck, IconClock, IconPlus, IconUsers } from '@tabler/icons-react';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { NominateDialog } from './NominateDialog';
import { STAGES } from './shapes';
import { useWords, type T } from './words';

const MANY = 200;
const FILTERS = ['q', 'stage', 'use_types', 'industry', 'regions', 'fresh'];

const columnsOf = (t: T, label: ReturnType<typeof useLabel>): Column<Advocate>[] => [
  {
    id: 'name',
    header: t('name'),
    grow: true,
    sort: 'name',
    cell: (a) => (
      <span className="cellname">
        <Face name={a.name} />
        <Link className="nm" to="/advocates/$id" params={{ id: a.id }} onClick={(e) => e.stopPropagation()}>
          {a.name}
        </Link>
        <Text span size="xs" c="dimmed" truncate>
          {a.title}
        </Text>
      </span>
    ),
  },
  { id: 'company', header: t('company'), sort: 'account_name', cell: (a) => a.account_name },
  { id: 'industry', header: t('industry'), sort: 'industry', cell: (a) => a.industry },
  { id: 'stage', header: t('stage'), sort: 'stage', cell: (a) => <StatusChip status={a.stage} /> },
  { id: 'auth', header: t('authorization'), cell: (a) => <StatusChip status={a.authorization_status} /> },
  { id: 'uses', header: t('uses'), cell: (a) => <Uses codes={a.use_types ?? []} label={label} /> },
  {
    id: 'load',
    header: t('load'),
    cell: (a) => a.load && <LoadBar used={a.load.quarter} max={a.load.max} label={t('loadQuarter')} />,
  },
  { id: 'fresh', header: t('fresh'), sort: 'confirmed_on', cell: (a) => <Fresh advocate={a} t={t} /> },
];

function Uses({ codes, label }: { codes: string[]; label: ReturnType<typeof useLabel> }) {
  const [first, ...rest] = codes;
  if (!first) return null;
  return (
    <span title={codes.map((code) => label(code)).join(', ')}>
      {label(first)}
      {rest.length > 0 && (
        <Text span size="xs" c="dimmed">
          {' '}
          +{rest.length}
        </Text>
      )}
    </span>
  );
}

function Fresh({ advocate, t }: { advocate: Advocate; t: T }) {
  if (!advocate.fresh)
    return (
      <Chip tone="warn" icon={IconClock}>
        {t('freshNo')}
      </Chip>
    );
  return (
    <Chip tone="ok" icon={IconCheck} title={t('freshYes')}>
      <DateText at={advocate.confirmed_on} />
    </Chip>
  );
}

function Facets({ t }: { t: T }) {
  const label = useLabel();
  const sample = useList<Advocate>('advocates', { limit: MANY });
  const rows = sample.data?.items ?? [];
  const coded = (codes: string[]) => codes.map((value) => ({ value, label: label(value) }));
  return (
    <Filters>
      <SearchBox placeholder={t('search')} />
      <Facet name="stage" label={t('stage')} options={coded(STAGES)} />
      <Facet name="use_types" label={t('useType')} options={coded(USE_TYPES)} />
      <Facet name="industry" label={t('industry')} options={optionsOf(rows.map((row) => row.industry))} />
      <Facet name="regions" label={t('region')} options={optionsOf(rows.flatMap((row) => row.regions ?? []))} />
      <Facet
        name="fresh"
        label={t('fresh')}
        options={[
          { value: 'true', label: t('freshYes') },
          { value: 'false', label: t('freshNo') },
        ]}
      />
    </Filters>
  );
}

function Empty({ filtered, onClear, add, t }: { filtered: boolean; onClear: () => void; add?: () => void; t: T }) {
  const icon = <IconUsers size={28} stroke={1.5} aria-hidden />;
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
  return (
    <EmptyState icon={icon} title={t('empty')} action={add && <Button onClick={add}>{t('nominate')}</Button>}>
      {t('emptyHint')}
    </EmptyState>
  );
}

export function AdvocatesPage() {
  const t = useWords();
  const label = useLabel();
  const navigate = useNavigate();
  const [search, setSearch] = useSearchState();
  const [active, setActive] = useState<string>();
  const mayNominate = useHasRole(
    'requester',
    'intake_coordinator',
    'program_owner',
    'account_owner',
    'advocacy_manager',
    'administrator',
  );
  const query = Object.fromEntries(FILTERS.map((name) => [name, search[name]]));
  const list = useEndless<Advocate>('advocates', { ...query, sort: search.sort ?? 'name' });
  const open = (advocate: Advocate) => void navigate({ to: '/advocates/$id', params: { id: advocate.id } });
  const nominate = () => setSearch({ nominate: 'yes' });
  return (
    <div className="screen">
      <PageHeader title={t('title')} sub={list.total ? t('n', { count: list.total }) : undefined}>
        {mayNominate && (
          <Button leftSection={<IconPlus size={14} aria-hidden />} onClick={nominate}>
            {t('nominate')}
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
          columns={columnsOf(t, label)}
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
              add={mayNominate ? nominate : undefined}
              onClear={() => setSearch(Object.fromEntries(FILTERS.map((name) => [name, ''])))}
            />
          }
        />
      )}
      {search.nominate && (
        <NominateDialog contact={search.contact ?? null} onClose={() => setSearch({ nominate: '', contact: '' })} />
      )}
    </div>
  );
}
