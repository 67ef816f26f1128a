// One import: confirm the columns, see the problems, see what it would do, do it, and undo it.
import { useAct, useCreate, useItem } from '@api';
import { number } from '@lib';
import { Figure, Loaded, notice, PageHeader, ProblemAlert, Section, StatusChip } from '@ui';
import { Alert, Button, Group, Modal, Progress, Stack, Text } from '@mantine/core';
import { IconArrowBackUp, IconRefresh } from '@tabler/icons-react';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { ImportMapping } from './ImportMapping';
import { ImportProblems } from './ImportProblems';
import { repairKey, type ImportRecord } from './importShapes';
import { kindName, useImportWords, type T } from './importWords';
import { keepCsv, keptCsv } from './reading';

const WHOLE = 100;

function Counts({ record, t }: { record: ImportRecord; t: T }) {
  const { counts } = record;
  const figures = [
    [counts.created, 'created'],
    [counts.updated, 'updated'],
    [counts.unchanged, 'unchanged'],
    [counts.skipped, 'skipped'],
  ] as const;
  return (
    <Section title={record.status === 'previewed' ? t('result') : t('resultDone')}>
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
  if (record.status !== 'applied' || (record.actions && !action?.enabled)) return null;
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
      .filter((problem) => problem.repair !== undefined && chosen.has(repairKey(problem)))
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
  const busy = act.isPending || record.status === 'applying';
  const apply = async () => {
    if (
      await act
        .mutateAsync({ id: record.id, action: 'apply', input: { mapping, repairs: repairsOf(record, repairs) } })
        .catch(() => undefined)
    )
      notice(t('done'));
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
          {t('apply', { count: record.counts.rows - record.counts.skipped })}
        </Button>
        {busy && (
          <>
            <Progress flex={1} value={WHOLE} animated striped aria-label={t('applying')} />
            <Text size="sm" role="status">
              {t('applying')}
            </Text>
          </>
        )}
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

function Done({ record, t }: { record: ImportRecord; t: T }) {
  const goTo = record.kind === 'references' ? '/advocates' : '/accounts';
  return (
    <Stack gap="lg">
      <Group gap="sm">
        <Text size="sm">{record.status === 'undone' ? t('undoneText') : t('applied')}</Text>
        {record.status === 'applied' && (
          <Link className="textlink" to={goTo}>
            {t('see')}
          </Link>
        )}
      </Group>
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
  const item = useItem<ImportRecord>('imports', id);
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
            {record.status === 'previewed' || record.status === 'applying' ? (
              <Preview key={record.id} record={record} t={t} />
            ) : (
              <Done record={record} t={t} />
            )}
          </div>
        </div>
      )}
    </Loaded>
  );
}
