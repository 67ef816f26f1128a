// The people of the workspace and their roles (PRG-07).
import { useEndless, useHasRole, type Person } from '@api';
import { day, isoDate, ROLES, useLabel, useSearchState } from '@lib';
import {
  Chip,
  DataTable,
  EmptyState,
  Face,
  Facet,
  Filters,
  PageHeader,
  ProblemAlert,
  SearchBox,
  SettingsTabs,
  type Column,
} from '@ui';
import { ActionIcon, Button, Menu, Text } from '@mantine/core';
import { IconCheck, IconDots, IconMail, IconMailOff, IconPlus, IconUserOff, IconUsers } from '@tabler/icons-react';
import { useState } from 'react';
import { NewPassword } from './NewPassword';
import { AddPerson, ChangeRoles, Deactivate } from './PeopleDialogs';
import { useWords, type T } from './peopleWords';

type Deed = 'assign_roles' | 'reset_password' | 'deactivate';
const DEEDS: Deed[] = ['assign_roles', 'reset_password', 'deactivate'];
interface Open {
  person: Person;
  deed: Deed;
  first?: boolean;
}

function Roles({ roles }: { roles: string[] }) {
  const label = useLabel();
  return (
    <span className="roles">
      {roles.map((role) => (
        <Chip key={role}>{label(role)}</Chip>
      ))}
    </span>
  );
}

function State({ person, t }: { person: Person; t: T }) {
  if (!person.active)
    return (
      <Chip tone="mute" icon={IconUserOff}>
        {t('inactive')}
      </Chip>
    );
  if (person.invited_until && person.invited_until < isoDate(new Date()))
    return (
      <Chip tone="warn" icon={IconMailOff}>
        {t('ranOut', { day: day(person.invited_until) })}
      </Chip>
    );
  if (person.invited_on)
    return (
      <Chip tone="info" icon={IconMail}>
        {t('waiting', { day: day(person.invited_on) })}
      </Chip>
    );
  return (
    <Chip tone="ok" icon={IconCheck}>
      {t('active')}
    </Chip>
  );
}

function Deeds({ person, onDeed, t }: { person: Person; onDeed: (deed: Deed) => void; t: T }) {
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon size={28} aria-label={t('more', { name: person.name })} onClick={(e) => e.stopPropagation()}>
          <IconDots size={16} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown onClick={(e) => e.stopPropagation()}>
        {DEEDS.map((deed) => (
          <Menu.Item key={deed} color={deed === 'deactivate' ? 'red' : undefined} onClick={() => onDeed(deed)}>
            {t(deed)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

function columnsOf(t: T, isAdmin: boolean, onOpen: (open: Open) => void): Column<Person>[] {
  const columns: Column<Person>[] = [
    {
      id: 'name',
      header: t('name'),
      grow: true,
      sort: 'name',
      cell: (person) => (
        <span className="cellname">
          <Face name={person.name} />
          <span className="nm">{person.name}</span>
          <Text span size="xs" c="dimmed" truncate>
            {person.email}
          </Text>
        </span>
      ),
    },
    { id: 'roles', header: t('roles'), cell: (person) => <Roles roles={person.roles} /> },
    {
      id: 'state',
      header: t('state'),
      sort: 'active',
      cell: (person) => <State person={person} t={t} />,
    },
  ];
  if (!isAdmin) return columns;
  const deeds: Column<Person> = {
    id: 'deeds',
    header: t('state'),
    hideHeader: true,
    align: 'corner',
    cell: (person) => person.active && <Deeds person={person} t={t} onDeed={(deed) => onOpen({ person, deed })} />,
  };
  return [...columns, deeds];
}

export function PeoplePage() {
  const t = useWords();
  const label = useLabel();
  const [search, setSearch] = useSearchState();
  const isAdmin = useHasRole('administrator');
  const [open, setOpen] = useState<Open | null>(null);
  const list = useEndless('people', {
    q: search.q,
    roles: search.roles,
    sort: search.sort ?? 'name',
    limit: 100,
  });
  const add = () => setSearch({ add: 'yes' });
  const close = () => setOpen(null);
  const added = (person: Person) => {
    setSearch({ add: '' });
    setOpen({ person, deed: 'reset_password', first: true });
  };
  return (
    <div className="screen">
      <PageHeader title={t('title')} sub={list.total ? t('n', { count: list.total }) : undefined}>
        {isAdmin && (
          <Button leftSection={<IconPlus size={14} aria-hidden />} onClick={add}>
            {t('add')}
          </Button>
        )}
      </PageHeader>
      <SettingsTabs on="people" />
      <Filters>
        <SearchBox placeholder={t('search')} />
        <Facet name="roles" label={t('role')} options={ROLES.map((value) => ({ value, label: label(value) }))} />
      </Filters>
      {list.error ? (
        <div className="pad">
          <ProblemAlert error={list.error} />
        </div>
      ) : (
        <DataTable
          label={t('title')}
          columns={columnsOf(t, isAdmin, setOpen)}
          rows={list.items}
          rowId={(person) => person.id}
          loading={list.loading}
          sort={search.sort ?? 'name'}
          onSort={(sort) => setSearch({ sort })}
          total={list.total}
          hasMore={list.hasMore}
          onMore={list.more}
          empty={
            <EmptyState icon={<IconUsers size={28} stroke={1.5} aria-hidden />} title={t('empty')}>
              {t('emptyHint')}
            </EmptyState>
          }
        />
      )}
      {search.add && <AddPerson onClose={() => setSearch({ add: '' })} onAdded={added} />}
      {open?.deed === 'assign_roles' && <ChangeRoles person={open.person} onClose={close} />}
      {open?.deed === 'deactivate' && <Deactivate person={open.person} onClose={close} />}
      {open?.deed === 'reset_password' && <NewPassword person={open.person} first={!!open.first} onClose={close} />}
    </div>
  );
}
