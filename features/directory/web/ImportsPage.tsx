// Choose a file to import; what was imported before.
import { useCreate, useHasRole, useList, type Row } from '@api';
import { number } from '@lib';
import { DataTable, DateText, EmptyState, PageHeader, ProblemAlert, Section, StatusChip, type Column } from '@ui';
import { Alert, Button, Group, Select, Stack, Text } from '@mantine/core';
import { IconFileImport, IconUpload } from '@tabler/icons-react';
import { Link, useNavigate } from '@tanstack/react-router';
import { useRef, useState, type DragEvent } from 'react';
import type { ImportRecord } from './importShapes';
import { kindName, KINDS, useImportWords, type T } from './importWords';
import { csvOf, guessKind, headerOf, keepCsv, MOST_BYTES } from './reading';

interface Chosen {
  name: string;
  csv: string;
  kind: string | null;
  guessed: boolean;
}

function DropZone({ onFile, t }: { onFile: (file: File) => void; t: T }) {
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const file = event.dataTransfer.files[0];
    if (file) onFile(file);
  };
  const drag = (event: DragEvent) => {
    event.preventDefault();
    setOver(true);
  };
  return (
    <div className={over ? 'drop over' : 'drop'} onDragOver={drag} onDragLeave={() => setOver(false)} onDrop={drop}>
      <IconUpload size={26} stroke={1.5} aria-hidden />
      <Text fw={600} mt={6}>
        {t('drop')}
      </Text>
      <Text size="sm" c="dimmed" my={6}>
        {t('or')}
      </Text>
      <Button size="sm" onClick={() => input.current?.click()}>
        {t('choose')}
      </Button>
      <input
        ref={input}
        type="file"
        accept=".csv,text/csv"
        hidden
        aria-label={t('choose')}
        onChange={(event) => event.currentTarget.files?.[0] && onFile(event.currentTarget.files[0])}
      />
      <Text size="xs" c="dimmed" mt={10}>
        {t('limits')}
      </Text>
    </div>
  );
}

function Confirm({
  chosen,
  onKind,
  onOther,
  t,
}: {
  chosen: Chosen;
  onKind: (kind: string | null) => void;
  onOther: () => void;
  t: T;
}) {
  const navigate = useNavigate();
  const create = useCreate<ImportRecord>('imports');
  const read = async () => {
    const made = await create
      .mutateAsync({ kind: chosen.kind, csv: chosen.csv, file_name: chosen.name })
      .catch(() => undefined);
    if (!made) return;
    keepCsv(made.id, chosen.csv);
    void navigate({ to: '/imports/$id', params: { id: made.id } });
  };
  return (
    <Section title={chosen.name}>
      <Stack gap="md">
        <ProblemAlert error={create.error} />
        <Select
          size="sm"
          maw={320}
          withAsterisk
          label={t('kind')}
          description={chosen.guessed ? t('guessed') : undefined}
          value={chosen.kind}
          data={KINDS.map((value) => ({ value, label: t(value) }))}
          onChange={onKind}
        />
        <Group gap="xs">
          <Button size="sm" disabled={!chosen.kind} loading={create.isPending} onClick={() => void read()}>
            {t('read')}
          </Button>
          <Button size="sm" variant="default" onClick={onOther}>
            {t('another')}
          </Button>
        </Group>
      </Stack>
    </Section>
  );
}

function Upload({ t }: { t: T }) {
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const [refused, setRefused] = useState('');
  const take = async (file: File) => {
    setRefused(file.size > MOST_BYTES ? t('tooBig') : file.size === 0 ? t('noRows') : '');
    if (file.size > MOST_BYTES || file.size === 0) return;
    const csv = await csvOf(file);
    const kind = guessKind(headerOf(csv));
    setChosen({ name: file.name, csv, kind, guessed: kind !== null });
  };
  if (chosen) {
    return (
      <Confirm
        chosen={chosen}
        t={t}
        onOther={() => setChosen(null)}
        onKind={(kind) => setChosen({ ...chosen, kind, guessed: false })}
      />
    );
  }
  return (
    <>
      {refused && (
        <Alert color="red" variant="light" role="alert" mb="sm">
          {refused}
        </Alert>
      )}
      <DropZone t={t} onFile={(file) => void take(file)} />
    </>
  );
}

const columnsOf = (t: T): Column<Row<'imports'>>[] => [
  {
    id: 'file',
    header: t('file'),
    grow: true,
    cell: (one) => (
      <span className="cellname">
        <Link className="nm" to="/imports/$id" params={{ id: one.id }} onClick={(e) => e.stopPropagation()}>
          {one.file_name || kindName(t, one.kind)}
        </Link>
      </span>
    ),
  },
  { id: 'kind', header: t('kind'), cell: (one) => kindName(t, one.kind) },
  { id: 'status', header: t('status'), cell: (one) => <StatusChip status={one.status} /> },
  {
    id: 'counts',
    header: t('rows'),
    cell: (one) => (
      <span className="num">
        {number(one.counts.created)} {t('created')} · {number(one.counts.updated)} {t('updated')} ·{' '}
        {number(one.counts.skipped)} {t('skipped')}
      </span>
    ),
  },
  { id: 'at', header: t('at'), cell: (one) => <DateText at={one.created_at} /> },
  { id: 'by', header: t('by'), cell: (one) => one.by_name ?? one.by },
];

export function ImportsPage() {
  const t = useImportWords();
  const navigate = useNavigate();
  const mayImport = useHasRole('program_owner', 'advocacy_manager', 'marketing_operations', 'administrator');
  const list = useList('imports', { sort: '-created_at', limit: 100 });
  return (
    <div className="screen">
      <PageHeader title={t('title')} />
      <div className="body">
        <Text size="sm" c="dimmed" mb="md">
          {t('lead')}
        </Text>
        {mayImport && <Upload t={t} />}
        <Text component="h2" size="sm" fw={600} mt="xl" mb="xs">
          {t('history')}
        </Text>
        <ProblemAlert error={list.error} />
        <DataTable
          label={t('history')}
          columns={columnsOf(t)}
          rows={list.data?.items ?? []}
          rowId={(one) => one.id}
          loading={list.isPending}
          onOpen={(one) => void navigate({ to: '/imports/$id', params: { id: one.id } })}
          empty={
            <EmptyState icon={<IconFileImport size={28} stroke={1.5} aria-hidden />} title={t('emptyHistory')}>
              {t('emptyHint')}
            </EmptyState>
          }
        />
      </div>
    </div>
  );
}
