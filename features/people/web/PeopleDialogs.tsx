// Adding a person, changing roles, deactivating.
import { Problem, useAct, useCreate, type Person } from '@api';
import { LANGUAGES, language, nameOfLanguage, ROLES, useLabel } from '@lib';
import { notice, ProblemAlert } from '@ui';
import { Button, Checkbox, Group, Modal, Select, SimpleGrid, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useWords } from './peopleWords';

function RolesField({
  roles,
  onRoles,
  error,
}: {
  roles: string[];
  onRoles: (roles: string[]) => void;
  error?: string;
}) {
  const t = useWords();
  const label = useLabel();
  return (
    <Checkbox.Group label={t('roles')} value={roles} onChange={onRoles} error={error}>
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="xs" mt="xs">
        {ROLES.map((role) => (
          <Checkbox key={role} value={role} label={label(role)} />
        ))}
      </SimpleGrid>
    </Checkbox.Group>
  );
}

export function Buttons({
  label,
  onClose,
  onDo,
  busy,
  danger,
}: {
  label: string;
  onClose: () => void;
  onDo: () => void;
  busy: boolean;
  danger?: boolean;
}) {
  const t = useWords();
  return (
    <Group justify="end" gap="xs">
      <Button size="sm" variant="default" onClick={onClose}>
        {t('cancel')}
      </Button>
      <Button size="sm" color={danger ? 'red' : undefined} loading={busy} onClick={onDo}>
        {label}
      </Button>
    </Group>
  );
}

const reasonOf = (error: unknown, field: string) =>
  error instanceof Problem ? error.reasons.find((each) => each.field === field)?.message : undefined;

export function AddPerson({ onClose, onAdded }: { onClose: () => void; onAdded: (person: Person) => void }) {
  const t = useWords();
  const create = useCreate<Person>('people');
  const [name, setName] = useState('');
  const [email, setEmail] = useState('');
  const [roles, setRoles] = useState<string[]>([]);
  const [spoken, setSpoken] = useState<string>(language());
  const add = async () => {
    const made = await create.mutateAsync({ name, email, roles, language: spoken }).catch(() => undefined);
    if (made) onAdded({ ...made, name: made.name || name });
  };
  return (
    <Modal opened onClose={onClose} title={t('add')} size="lg">
      <Stack gap="md">
        <Text size="sm" c="dimmed">
          {t('addLead')}
        </Text>
        <ProblemAlert error={create.error} />
        <TextInput
          data-autofocus
          size="sm"
          withAsterisk
          label={t('name')}
          value={name}
          error={reasonOf(create.error, 'name')}
          onChange={(e) => setName(e.currentTarget.value)}
        />
        <TextInput
          size="sm"
          withAsterisk
          type="email"
          label={t('email')}
          value={email}
          error={reasonOf(create.error, 'email')}
          onChange={(e) => setEmail(e.currentTarget.value)}
        />
        <RolesField roles={roles} onRoles={setRoles} error={reasonOf(create.error, 'roles')} />
        <Select
          size="sm"
          label={t('language')}
          data={LANGUAGES.map((value) => ({ value, label: nameOfLanguage(value) }))}
          value={spoken}
          onChange={(value) => value && setSpoken(value)}
          allowDeselect={false}
        />
        <Buttons label={t('add')} onClose={onClose} onDo={() => void add()} busy={create.isPending} />
      </Stack>
    </Modal>
  );
}

export function ChangeRoles({ person, onClose }: { person: Person; onClose: () => void }) {
  const t = useWords();
  const act = useAct<Person>('people');
  const [roles, setRoles] = useState(person.roles);
  const save = async () => {
    const done = await act
      .mutateAsync({ id: person.id, action: 'assign_roles', input: { roles } })
      .catch(() => undefined);
    if (!done) return;
    notice(t('changed', { name: person.name }));
    onClose();
  };
  return (
    <Modal opened onClose={onClose} title={t('rolesOf', { name: person.name })} size="lg">
      <Stack gap="md">
        <ProblemAlert error={act.error} />
        <RolesField roles={roles} onRoles={setRoles} />
        <Buttons label={t('save')} onClose={onClose} onDo={() => void save()} busy={act.isPending} />
      </Stack>
    </Modal>
  );
}

export function Deactivate({ person, onClose }: { person: Person; onClose: () => void }) {
  const t = useWords();
  const act = useAct<Person>('people');
  const deactivate = async () => {
    const done = await act.mutateAsync({ id: person.id, action: 'deactivate' }).catch(() => undefined);
    if (!done) return;
    notice(t('gone', { name: person.name }));
    onClose();
  };
  return (
    <Modal opened onClose={onClose} title={t('askDeactivate', { name: person.name })}>
      <Stack gap="md">
        <ProblemAlert error={act.error} />
        <Text size="sm">{t('deactivateText')}</Text>
        <Buttons danger label={t('deactivate')} onClose={onClose} onDo={() => void deactivate()} busy={act.isPending} />
      </Stack>
    </Modal>
  );
}
