// The people of whom something is held: those with something pending, and everybody by name or address.
import { useList } from '@api';
import { Chip, EmptyState, PageHeader, ProblemAlert } from '@ui';
import { Group, Loader, Stack, Text, TextInput } from '@mantine/core';
import { IconUserSearch } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { PrivacyTabs } from './PrivacyTabs';
import type { SubjectRow } from './shapes';
import { useWords, type T } from './words';

export function SubjectChips({ one, t }: { one: SubjectRow; t: T }) {
  return (
    <Group gap={6}>
      {one.status !== 'known' && <Chip tone={one.status === 'erased' ? 'mute' : 'warn'}>{t(one.status)}</Chip>}
      {one.held && <Chip tone="warn">{t('held')}</Chip>}
      {one.restricted && <Chip tone="bad">{t('restricted')}</Chip>}
    </Group>
  );
}

function Line({ one, t }: { one: SubjectRow; t: T }) {
  return (
    <Group component="li" gap="sm">
      <Link className="textlink" to="/privacy/people/$id" params={{ id: one.id }}>
        {one.name || one.id}
      </Link>
      <Text size="sm" c="dimmed">
        {t(one.kind)}
        {one.account_name && ` · ${one.account_name}`}
        {one.open_requests > 0 && ` · ${t('n', { count: one.open_requests })}`}
      </Text>
      <SubjectChips one={one} t={t} />
    </Group>
  );
}

export function SubjectsPage() {
  const t = useWords();
  const [find, setFind] = useState('');
  const wanted = find.trim().length > 1 ? find.trim() : undefined;
  const list = useList('subjects', { limit: 100, q: wanted });
  const rows = list.data?.items ?? [];
  return (
    <section className="screen" aria-label={t('people')}>
      <PageHeader title={t('title')} />
      <PrivacyTabs on="people" />
      <Stack className="pad" gap="md">
        <TextInput
          size="sm"
          maw={360}
          label={t('findPerson')}
          value={find}
          onChange={(e) => setFind(e.currentTarget.value)}
        />
        {list.error && <ProblemAlert error={list.error} retry={() => void list.refetch()} />}
        {list.isPending && <Loader size="sm" />}
        {list.data && !rows.length && (
          <EmptyState
            icon={<IconUserSearch size={28} stroke={1.5} aria-hidden />}
            title={wanted ? t('nobody') : t('findPerson')}
          >
            {t('findHint')}
          </EmptyState>
        )}
        {rows.length > 0 && (
          <Stack component="ul" gap="xs" p={0} m={0} style={{ listStyle: 'none' }}>
            {rows.map((one) => (
              <Line key={one.id} one={one} t={t} />
            ))}
          </Stack>
        )}
      </Stack>
    </section>
  );
}
