// The catalogue of permissions, and the question that comes before every use (AUT-04, AUT-08).
import { useEndless, useHasRole } from '@api';
import { CHANNELS, useLabel, USE_TYPES, useSearchState } from '@lib';
import {
  DataTable,
  DateText,
  EmptyState,
  Face,
  Facet,
  Filters,
  PageHeader,
  ProblemAlert,
  SearchBox,
  StatusChip,
  type Column,
} from '@ui';
import { Button, Drawer, Text } from '@mantine/core';
import { IconPlus, IconShieldCheck, IconShieldQuestion } from '@tabler/icons-react';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { MayUsePanel } from './MayUsePanel';
import { RecordDialog } from './RecordDialog';
import { STATUSES, type AuthorizationRecord } from './shapes';
import { useWords, type T } from './words';

const FILTERS = ['q', 'status', 'use_types', 'channels'];
const SHOWN = 2;

function UseList({ codes }: { codes: string[] }) {
  const label = useLabel();
  const names = codes.map((code) => label(code));
  return (
    <span title={names.join(', ')}>
      {names.slice(0, SHOWN).join(', ')}
      {names.length > SHOWN && (
        <Text span size="xs" c="dimmed">
          {' '}
          +{names.length - SHOWN}
        </Text>
      )}
    </span>
  );
}

const columnsOf = (t: T): Column<AuthorizationRecord>[] => [
  {
    id: 'customer',
    header: t('customer'),
    grow: true,
    sort: 'contact_name',
    cell: (a) => (
      <span className="cellname">
        <Face name={a.contact_name || a.account_name} />
        <Link className="nm" to="/authorizations/$id" params={{ id: a.id }} onClick={(e) => e.stopPropagation()}>
          {a.contact_name || a.account_name}
        </Link>
        <Text span size="xs" c="dimmed" truncate>
          {a.account_name}
        </Text>
      </span>
    ),
  },
  { id: 'number', header: t('number'), sort: 'number', cell: (a) => <span className="num">{a.number}</span> },
  { id: 'status', header: t('status'), sort: 'status', cell: (a) => <StatusChip status={a.status} /> },
  {
    id: 'uses',
    header: t('uses'),
    cell: (a) => <UseList codes={a.use_types ?? (a.grants ?? []).map((grant) => grant.use_type)} />,
  },
  { id: 'until', header: t('until'), sort: 'until', cell: (a) => <DateText at={a.until} /> },
  {
    id: 'used',
    header: t('used'),
    align: 'right',
    sort: 'uses_count',
    cell: (a) => <span className="num">{a.uses_count ?? 0}</span>,
  },
];

function Facets({ t }: { t: T }) {
  const label = useLabel();
  const coded = (codes: string[]) => codes.map((value) => ({ value, label: label(value) }));
  return (
    <Filters>
      <SearchBox placeholder={t('search')} />
      <Facet name="status" label={t('status')} options={coded(STATUSES)} />
      <Facet name="use_types" label={t('useType')} options={coded(USE_TYPES)} />
      <Facet name="channels" label={t('channel')} options={coded(CHANNELS)} />
    </Filters>
  );
}

function Empty({ filtered, onClear, add, t }: { filtered: boolean; onClear: () => void; add?: () => void; t: T }) {
  const icon = <IconShieldCheck size={28} stroke={1.5} aria-hidden />;
  if (filtered)
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
  return (
    <EmptyState icon={icon} title={t('empty')} action={add && <Button onClick={add}>{t('record')}</Button>}>
      {t('emptyHint')}
    </EmptyState>
  );
}

export function AuthorizationsPage() {
  const t = useWords();
  const navigate = useNavigate();
  const [search, setSearch] = useSearchState();
  const [active, setActive] = useState<string>();
  const mayRecord = useHasRole('program_owner', 'account_owner', 'advocacy_manager', 'legal_reviewer', 'administrator');
  const query = Object.fromEntries(FILTERS.map((name) => [name, search[name]]));
  const list = useEndless<AuthorizationRecord>('authorizations', { ...query, sort: search.sort });
  const open = (one: AuthorizationRecord) => void navigate({ to: '/authorizations/$id', params: { id: one.id } });
  const record = () => setSearch({ record: 'yes' });
  return (
    <div className="screen">
      <PageHeader title={t('title')} sub={list.total ? t('n', { count: list.total }) : undefined}>
        <Button
          variant="default"
          leftSection={<IconShieldQuestion size={14} aria-hidden />}
          onClick={() => setSearch({ may: 'ask' })}
        >
          {t('mayUse')}
        </Button>
        {mayRecord && (
          <Button leftSection={<IconPlus size={14} aria-hidden />} onClick={record}>
            {t('record')}
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
          sort={search.sort}
          onSort={(sort) => setSearch({ sort })}
          total={list.total}
          hasMore={list.hasMore}
          onMore={list.more}
          empty={
            <Empty
              t={t}
              filtered={FILTERS.some((name) => search[name])}
              add={mayRecord ? record : undefined}
              onClear={() => setSearch(Object.fromEntries(FILTERS.map((name) => [name, ''])))}
            />
          }
        />
      )}
      <Drawer
        opened={!!search.may}
        onClose={() => setSearch({ may: '', contact: '' })}
        position="right"
        size={440}
        title={t('mayUse')}
        closeButtonProps={{ 'aria-label': t('close') }}
      >
        <MayUsePanel contact={search.contact} />
      </Drawer>
      {search.record && (
        <RecordDialog contact={search.contact ?? null} onClose={() => setSearch({ record: '', contact: '' })} />
      )}
    </div>
  );
}
