// The catalogue of permissions, and the question that comes before every use (AUT-04, AUT-08).
import { useHasRole, type Authorization } from '@api';
import { CHANNELS, useLabel, USE_TYPES, useSearchState } from '@lib';
import { DateText, Face, ListPage, StatusChip, type Column } from '@ui';
import { Button, Drawer, Text } from '@mantine/core';
import { IconCalendarTime, IconPlus, IconSend, IconShieldCheck, IconShieldQuestion } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { AskDialog } from './AskDialog';
import { useAskWords } from './askWords';
import { MayUsePanel } from './MayUsePanel';
import { RecordDialog } from './RecordDialog';
import { STATUSES } from './shapes';
import { useWords, type T } from './words';

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

const columnsOf = (t: T): Column<Authorization>[] => [
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

function Deeds({ mayRecord, onRecord, t }: { mayRecord: boolean; onRecord: () => void; t: T }) {
  const [, setSearch] = useSearchState();
  const asked = useAskWords();
  const mayAsk = useHasRole('program_owner', 'account_owner', 'advocacy_manager', 'administrator');
  const ask = () => setSearch({ may: 'ask' });
  return (
    <>
      <Button
        variant="default"
        component={Link}
        to="/authorizations/expiry"
        leftSection={<IconCalendarTime size={14} aria-hidden />}
      >
        {asked('expiry')}
      </Button>
      <Button variant="default" leftSection={<IconShieldQuestion size={14} aria-hidden />} onClick={ask}>
        {t('mayUse')}
      </Button>
      {mayRecord && (
        <Button variant="default" leftSection={<IconPlus size={14} aria-hidden />} onClick={onRecord}>
          {t('record')}
        </Button>
      )}
      {mayAsk && (
        <Button leftSection={<IconSend size={14} aria-hidden />} onClick={() => setSearch({ ask: 'yes' })}>
          {asked('ask')}
        </Button>
      )}
    </>
  );
}

export function AuthorizationsPage() {
  const t = useWords();
  const label = useLabel();
  const [search, setSearch] = useSearchState();
  const mayRecord = useHasRole('program_owner', 'account_owner', 'advocacy_manager', 'legal_reviewer', 'administrator');
  const coded = (codes: string[]) => codes.map((value) => ({ value, label: label(value) }));
  const record = () => setSearch({ record: 'yes' });
  return (
    <>
      <ListPage
        collection="authorizations"
        views
        t={t}
        columns={columnsOf(t)}
        facets={[
          { name: 'status', label: t('status'), options: coded(STATUSES) },
          { name: 'use_types', label: t('useType'), options: coded(USE_TYPES) },
          { name: 'channels', label: t('channel'), options: coded(CHANNELS) },
        ]}
        rowId={(one) => one.id}
        roadTo={(one) => `/authorizations/${one.id}`}
        icon={<IconShieldCheck size={28} stroke={1.5} aria-hidden />}
        start={mayRecord && <Button onClick={record}>{t('record')}</Button>}
        actions={<Deeds t={t} mayRecord={mayRecord} onRecord={record} />}
      />
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
      {search.ask && (
        <AskDialog contact={search.contact ?? null} onClose={() => setSearch({ ask: '', contact: '' })} />
      )}
      {search.record && (
        <RecordDialog contact={search.contact ?? null} onClose={() => setSearch({ record: '', contact: '' })} />
      )}
    </>
  );
}
