// All advocates with facets; the whole view is in the address.
import { useHasRole, type Advocate } from '@api';
import { useLabel, USE_TYPES, useSearchState } from '@lib';
import { Chip, DateText, Face, ListPage, LoadBar, StatusChip, type Column, type FacetOf } from '@ui';
import { Button, Text } from '@mantine/core';
import { IconCheck, IconClock, IconPlus, IconUsers } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { NominateDialog } from './NominateDialog';
import { STAGES } from './shapes';
import { useWords, type T } from './words';

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

function facetsOf(t: T, label: ReturnType<typeof useLabel>): FacetOf<Advocate>[] {
  const coded = (codes: string[]) => codes.map((value) => ({ value, label: label(value) }));
  return [
    { name: 'stage', label: t('stage'), options: coded(STAGES) },
    { name: 'use_types', label: t('useType'), options: coded(USE_TYPES) },
    { name: 'industry', label: t('industry'), from: (row) => row.industry },
    { name: 'regions', label: t('region'), from: (row) => row.regions },
    {
      name: 'fresh',
      label: t('fresh'),
      options: [
        { value: 'true', label: t('freshYes') },
        { value: 'false', label: t('freshNo') },
      ],
    },
  ];
}

export function AdvocatesPage() {
  const t = useWords();
  const label = useLabel();
  const [search, setSearch] = useSearchState();
  const mayNominate = useHasRole(
    'requester',
    'intake_coordinator',
    'program_owner',
    'account_owner',
    'advocacy_manager',
    'administrator',
  );
  const nominate = () => setSearch({ nominate: 'yes' });
  return (
    <>
      <ListPage
        collection="advocates"
        views
        t={t}
        columns={columnsOf(t, label)}
        facets={facetsOf(t, label)}
        rowId={(a) => a.id}
        roadTo={(a) => `/advocates/${a.id}`}
        sort="name"
        icon={<IconUsers size={28} stroke={1.5} aria-hidden />}
        start={mayNominate && <Button onClick={nominate}>{t('nominate')}</Button>}
        actions={
          mayNominate && (
            <Button leftSection={<IconPlus size={14} aria-hidden />} onClick={nominate}>
              {t('nominate')}
            </Button>
          )
        }
      />
      {search.nominate && (
        <NominateDialog contact={search.contact ?? null} onClose={() => setSearch({ nominate: '', contact: '' })} />
      )}
    </>
  );
}
