// The trail of everything that happened, and the checkpoint that proves it (REC-01).
import { useAsk, useEndless, useList, type AuditEntry, type Person } from '@api';
import { humanise, number, useSearchState } from '@lib';
import {
  DataTable,
  DateText,
  EmptyState,
  Face,
  Facet,
  Facts,
  Filters,
  PageHeader,
  ProblemAlert,
  SearchBox,
  Section,
  type Column,
} from '@ui';
import { Button, CopyButton, Text, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconHistory, IconRobot } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { KINDS, roadTo, useWords, type T } from './words';

interface Checkpoint {
  origin: string;
  size: number;
  root: string;
}
type Entry = AuditEntry & { actor?: string; actor_kind?: string };
const FILTERS = ['q', 'type', 'actor', 'subject'];
const TYPING_MS = 300;

function CheckpointCard({ t }: { t: T }) {
  const { data, error } = useAsk<Checkpoint>('checkpoint');
  if (error) return <ProblemAlert error={error} />;
  if (!data) return null;
  return (
    <Section
      title={t('checkpoint')}
      right={
        <CopyButton value={`${data.origin}\n${data.size}\n${data.root}\n`}>
          {({ copied, copy }) => (
            <Button variant="default" onClick={copy}>
              {copied ? t('copied') : t('copy')}
            </Button>
          )}
        </CopyButton>
      }
    >
      <Text size="sm" c="dimmed" mb="xs" maw={640}>
        {t('checkpointLead')}
      </Text>
      <Facts
        items={[
          [t('origin'), data.origin],
          [
            t('size'),
            <span key="s" className="num">
              {number(data.size)}
            </span>,
          ],
          [
            t('root'),
            <span key="r" style={{ fontFamily: 'var(--mantine-font-family-monospace)', fontSize: 12 }}>
              {data.root}
            </span>,
          ],
        ]}
      />
    </Section>
  );
}

function SubjectBox({ t }: { t: T }) {
  const [search, set] = useSearchState();
  const [text, setText] = useState(search.subject ?? '');
  const apply = useDebouncedCallback((subject: string) => set({ subject }), TYPING_MS);
  useEffect(() => setText(search.subject ?? ''), [search.subject]);
  const change = (next: string) => {
    setText(next);
    apply(next.trim());
  };
  return (
    <TextInput
      size="sm"
      w={{ base: '100%', sm: 220 }}
      label={t('subject')}
      value={text}
      onChange={(e) => change(e.currentTarget.value)}
    />
  );
}

const columnsOf = (t: T): Column<Entry>[] => [
  {
    id: 'number',
    header: t('number'),
    align: 'right',
    cell: (entry) => <span className="num">{number(entry.sequence)}</span>,
  },
  {
    id: 'what',
    header: t('what'),
    grow: true,
    cell: (entry) => (
      <span title={entry.command ? t('command', { name: entry.command }) : undefined}>
        {entry.what || humanise(entry.type)}
      </span>
    ),
  },
  {
    id: 'who',
    header: t('who'),
    cell: (entry) =>
      entry.actor_kind && entry.actor_kind !== 'person' ? (
        <span className="inline">
          <IconRobot size={15} stroke={1.6} aria-hidden />
          {entry.actor_name || t('automatic')}
        </span>
      ) : (
        <span className="inline">
          <Face name={entry.actor_name || '?'} size={20} />
          {entry.actor_name}
        </span>
      ),
  },
  { id: 'when', header: t('when'), cell: (entry) => <DateText at={entry.at} /> },
  {
    id: 'record',
    header: t('record'),
    cell: (entry) => {
      const road = roadTo(entry.subject);
      return road ? (
        <Link className="textlink" to={road}>
          {t('open')}
          <span className="vh"> {entry.subject}</span>
        </Link>
      ) : null;
    },
  },
];

export function AuditPage() {
  const t = useWords();
  const [search, setSearch] = useSearchState();
  const people = useList<Person>('people', { limit: 200 }).data?.items ?? [];
  const list = useEndless<Entry>('audit', Object.fromEntries(FILTERS.map((name) => [name, search[name]])));
  const clear = () => setSearch(Object.fromEntries(FILTERS.map((name) => [name, ''])));
  return (
    <div className="screen">
      <PageHeader title={t('title')} sub={list.total ? t('n', { count: list.total }) : undefined} />
      <div className="pad" style={{ paddingTop: 0 }}>
        <Text size="sm" c="dimmed" mb="sm">
          {t('lead')}
        </Text>
        <CheckpointCard t={t} />
      </div>
      <Filters>
        <SearchBox placeholder={t('search')} />
        <Facet name="type" label={t('kind')} options={KINDS.map((value) => ({ value, label: t(value) }))} />
        <Facet
          name="actor"
          label={t('who')}
          options={people.map((person) => ({ value: person.id, label: person.name }))}
        />
        <SubjectBox t={t} />
      </Filters>
      {list.error ? (
        <div className="pad">
          <ProblemAlert error={list.error} />
        </div>
      ) : (
        <DataTable
          label={t('title')}
          columns={columnsOf(t)}
          rows={list.items}
          rowId={(entry) => String(entry.sequence)}
          loading={list.loading}
          total={list.total}
          hasMore={list.hasMore}
          onMore={list.more}
          empty={
            <EmptyState
              icon={<IconHistory size={28} stroke={1.5} aria-hidden />}
              title={t('empty')}
              action={
                <Button variant="default" onClick={clear}>
                  {t('clear')}
                </Button>
              }
            >
              {t('emptyHint')}
            </EmptyState>
          }
        />
      )}
    </div>
  );
}
