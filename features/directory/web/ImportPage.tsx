// One import: confirm the columns, see the problems, see what it would do, do it, and undo it.
import { useAct, useCreate, useItem } from '@api';
import { number } from '@lib';
import { Figure, Loaded, notice, PageHeader, ProblemAlert, Section, StatusChip } from '@ui';
import { Alert, Button, Group, Modal, Stack, Text } from '@mantine/core';
import { IconArrowBackUp, IconRefresh } from '@tabler/icons-react';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { ImportMapping } from './ImportMapping';
import { AcceptAll, ImportProblems } from './ImportProblems';
import { ImportProgress } from './ImportProgress';
import { isRepairable, repairKey, rowsComing, type ImportRecord } from './importShapes';
import { kindName, useImportWords, type T } from './importWords';
import { keepCsv, keptCsv } from './reading';

/// How often to look while rows come in, should the server's own messages not get through.
const LOOK_AGAIN_MS = 2000;

const RESULTS: Partial<Record<ImportRecord['status'], 'result' | 'resultSoFar' | 'resultUndone'>> = {
  previewed: 'result',
  applying: 'resultSoFar',
  undone: 'resultUndone',
};

function Counts({ record, t }: { record: ImportRecord; t: T }) {
  const { counts } = record;
  const figures = [
    [counts.created, 'created'],
    [counts.updated, 'updated'],
    [counts.unchanged, 'unchanged'],
    [counts.skipped, 'skipped'],
  ] as const;
  return (
    <Section title={t(RESULTS[record.status] ?? 'resultDone')}>
      <div className="figures">
        {figures.map(([count, word]) => (
          <Figure key={word} value={number(count)} caption={t(word)} />
        ))}
      </div>
      {!!counts.kept && (
        <Text size="sm" c="dimmed" mt="xs">
          {t('kept', { count: counts.kept })}
        </Text>
      )}
    </Section>
  );
}

function Undo({ record, t }: { record: ImportRecord; t: T }) {
  const [asking, setAsking] = useState(false);
  const act = useAct<ImportRecord>('imports');
  const action = record.actions?.find((each) => each.name === 'undo');
  const ended = ['applied', 'cancelled', 'failed'].includes(record.status);
  if (!ended || (record.actions && !action?.enabled)) return null;
  const undo = async () => {
    if (await act.mutateAsync({ id: record.id, action: 'undo' }).catch(() => undefined)) setAsking(false);
  };
  return (
    <>
      <Button variant="default" leftSection={<IconArrowBackUp size={14} aria-hidden />} onClick={() => setAsking(true)}>
        {t('undo')}
      </Button>
      <Modal opened={asking} onClose={() => setAsking(false)} title={t('undoTitle')}>
        <Stack gap="md">
          <ProblemAlert error={act.error} />
          <Text size="sm">{t('undoText')}</Text>
          <Group justify="end" gap="xs">
            <Button size="sm" variant="default" onClick={() => setAsking(false)}>
              {t('cancel')}
            </Button>
            <Button size="sm" color="red" loading={act.isPending} onClick={() => void undo()}>
              {t('undo')}
            </Button>
          </Group>
        </Stack>
      </Modal>
    </>
  );
}

/// The chosen repairs as the server wants them: what to replace → by what.
const repairsOf = (record: ImportRecord, chosen: Set<string>) =>
  Object.fromEntries(
    record.problems
      .filter((problem) => isRepairable(problem) && chosen.has(repairKey(problem)))
      .map((problem) => [repairKey(problem), problem.repair]),
  );

function Preview({ record, t }: { record: ImportRecord; t: T }) {
  const navigate = useNavigate();
  const [mapping, setMapping] = useState(record.mapping);
  const [repairs, setRepairs] = useState<Set<string>>(new Set());
  const act = useAct<ImportRecord>('imports');
  const again = useCreate<ImportRecord>('imports');
  const csv = keptCsv(record.id);
  const changed = JSON.stringify(mapping) !== JSON.stringify(record.mapping);
  const busy = act.isPending;
  const coming = rowsComing(record, repairs);
  const apply = async () => {
    const begun = await act
      .mutateAsync({ id: record.id, action: 'apply', input: { mapping, repairs: repairsOf(record, repairs) } })
      .catch(() => undefined);
    if (begun?.status === 'applied') notice(t('done'));
  };
  const recheck = async () => {
    const made = await again
      .mutateAsync({ kind: record.kind, csv, mapping, file_name: record.file_name })
      .catch(() => undefined);
    if (!made) return;
    keepCsv(made.id, csv!);
    void navigate({ to: '/imports/$id', params: { id: made.id }, replace: true });
  };
  return (
    <Stack gap="lg">
      <ProblemAlert error={act.error ?? again.error} />
      <Counts record={record} t={t} />
      {changed && (
        <Alert variant="light" color="yellow">
          <Group justify="space-between">
            <Text size="sm">{t('changedMapping')}</Text>
            {csv && (
              <Button
                variant="default"
                leftSection={<IconRefresh size={14} aria-hidden />}
                loading={again.isPending}
                onClick={() => void recheck()}
              >
                {t('recheck')}
              </Button>
            )}
          </Group>
        </Alert>
      )}
      <Group gap="sm">
        <Button size="sm" loading={busy} onClick={() => void apply()}>
          {t('apply', { count: coming, n: number(coming) })}
        </Button>
        <AcceptAll problems={record.problems} repairs={repairs} onRepairs={setRepairs} locked={busy} t={t} />
      </Group>
      <div>
        <Text component="h2" size="sm" fw={600} mb="xs">
          {t('columns')}
        </Text>
        <ImportMapping record={record} mapping={mapping} onMapping={setMapping} locked={busy} t={t} />
      </div>
      <div>
        <Text component="h2" size="sm" fw={600} mb="xs">
          {t('problems')}
        </Text>
        <ImportProblems problems={record.problems} repairs={repairs} onRepairs={setRepairs} locked={busy} t={t} />
      </div>
    </Stack>
  );
}

function UnderWay({ record, t }: { record: ImportRecord; t: T }) {
  return (
    <Stack gap="lg">
      <ImportProgress record={record} t={t} />
      <Counts record={record} t={t} />
      <ImportProblems problems={record.problems} repairs={new Set()} onRepairs={() => undefined} locked t={t} />
    </Stack>
  );
}

const ENDINGS: Partial<Record<ImportRecord['status'], 'undoneText' | 'cancelledText' | 'failedText'>> = {
  undone: 'undoneText',
  cancelled: 'cancelledText',
  failed: 'failedText',
};

function Done({ record, t }: { record: ImportRecord; t: T }) {
  const goTo = record.kind === 'references' ? '/advocates' : '/accounts';
  return (
    <Stack gap="lg">
      <Group gap="sm">
        <Text size="sm">{t(ENDINGS[record.status] ?? 'applied')}</Text>
        {record.status !== 'undone' && (
          <Link className="textlink" to={goTo}>
            {t('see')}
          </Link>
        )}
      </Group>
      {record.reason && (
        <Alert color="red" variant="light">
          {record.reason}
        </Alert>
      )}
      <Counts record={record} t={t} />
      {record.problems.length > 0 && (
        <ImportProblems problems={record.problems} repairs={new Set()} onRepairs={() => undefined} locked t={t} />
      )}
    </Stack>
  );
}

export function ImportPage() {
  const t = useImportWords();
  const { id } = useParams({ strict: false }) as { id: string };
  const item = useItem('imports', id);
  const { refetch } = item;
  const underWay = item.data?.status === 'applying';
  useEffect(() => {
    if (!underWay) return;
    const timer = window.setInterval(() => void refetch(), LOOK_AGAIN_MS);
    return () => window.clearInterval(timer);
  }, [underWay, refetch]);
  return (
    <Loaded query={item}>
      {(record) => (
        <div className="screen">
          <PageHeader
            title={record.file_name || kindName(t, record.kind)}
            sub={
              <span className="inline">
                {kindName(t, record.kind)} <StatusChip status={record.status} />
              </span>
            }
          >
            <Undo record={record} t={t} />
            <Link className="textlink" to="/imports">
              {t('back')}
            </Link>
          </PageHeader>
          <div className="body">
            {record.status === 'previewed' && <Preview key={record.id} record={record} t={t} />}
            {record.status === 'applying' && <UnderWay record={record} t={t} />}
            {record.status !== 'previewed' && record.status !== 'applying' && <Done record={record} t={t} />}
          </div>
        </div>
      )}
    </Loaded>
  );
}
