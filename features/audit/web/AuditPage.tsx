// The trail of everything that happened, and the checkpoint that proves it (REC-01).
import { useAsk, useList, type Answer } from '@api';
import { number, useSearchState } from '@lib';
import { DateText, Face, Facts, ListPage, ProblemAlert, Section, type Column } from '@ui';
import { Button, CopyButton, Text, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconHistory, IconRobot } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { grouped, type Entry } from './telling';
import { Told } from './Told';
import { KINDS, useWords, type T } from './words';

const TYPING_MS = 300;

function CheckpointCard({ t }: { t: T }) {
  const { data, error } = useAsk<Answer<'checkpoint'>>('checkpoint');
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

function Who({ entry, t }: { entry: Entry; t: T }) {
  const isPerson = !entry.actor_kind || entry.actor_kind === 'person';
  return (
    <span className="inline">
      {isPerson ? <Face name={entry.actor_name || '?'} size={20} /> : <IconRobot size={16} stroke={1.6} aria-hidden />}
      {entry.actor_name || t('automatic')}
    </span>
  );
}

const columnsOf = (t: T): Column<Entry>[] => [
  { id: 'what', header: t('what'), grow: true, cell: (entry) => <Told entry={entry} /> },
  { id: 'who', header: t('who'), cell: (entry) => <Who entry={entry} t={t} /> },
  { id: 'when', header: t('when'), cell: (entry) => <DateText at={entry.at} /> },
  {
    id: 'number',
    header: t('number'),
    align: 'right',
    cell: (entry) => <span className="num dim">{number(entry.sequence)}</span>,
  },
];

export function AuditPage() {
  const t = useWords();
  const people = useList('people', { limit: 200 }).data?.items ?? [];
  const lead = (
    <div className="pad" style={{ paddingTop: 0 }}>
      <Text size="sm" c="dimmed" mb="sm">
        {t('lead')}
      </Text>
      <CheckpointCard t={t} />
    </div>
  );
  return (
    <ListPage
      collection="audit"
      t={t}
      columns={columnsOf(t)}
      shape={grouped}
      facets={[
        { name: 'type', label: t('kind'), options: KINDS.map((value) => ({ value, label: t(value) })) },
        { name: 'actor', label: t('who'), options: people.map(({ id, name }) => ({ value: id, label: name })) },
      ]}
      filters={['subject']}
      rowId={(entry) => String(entry.sequence)}
      icon={<IconHistory size={28} stroke={1.5} aria-hidden />}
      lead={lead}
      more={<SubjectBox t={t} />}
    />
  );
}
