// What is wrong with the file, kind by kind, with the repairs the server proposes.
import { number } from '@lib';
import { Chip, type Tone } from '@ui';
import { Checkbox, Group, Stack, Text } from '@mantine/core';
import { IconAlertTriangle, IconCheck, IconInfoCircle, IconX, type TablerIcon } from '@tabler/icons-react';
import { countOf, grouped, isRepairable, repairKey, rowsRepaired, type Problem, type Severity } from './importShapes';
import type { T } from './importWords';

const MARKS: Record<Severity, [Tone, TablerIcon]> = {
  error: ['bad', IconX],
  warning: ['warn', IconAlertTriangle],
  note: ['mute', IconInfoCircle],
};
const SHOWN = 12;
/// Said of a column as such, not of rows.
const WHOLE_COLUMN = 'ignored_column';

interface Props {
  problems: Problem[];
  repairs: Set<string>;
  onRepairs: (repairs: Set<string>) => void;
  locked: boolean;
  t: T;
}

function Line({ problem, repairs, onRepairs, locked, t }: { problem: Problem } & Omit<Props, 'problems'>) {
  const key = repairKey(problem);
  const toggle = () => {
    const next = new Set(repairs);
    if (!next.delete(key)) next.add(key);
    onRepairs(next);
  };
  return (
    <Group gap="sm" justify="space-between" align="start">
      <div>
        <Text size="sm">{problem.message}</Text>
        {problem.code !== WHOLE_COLUMN && (
          <Text size="xs" c="dimmed" className="num">
            {t('times', { count: countOf(problem), n: number(countOf(problem)) })},{' '}
            {t('firstRow', { n: number(problem.row) })}
          </Text>
        )}
      </div>
      {isRepairable(problem) && (
        <Checkbox
          label={t('replace', { to: problem.repair || t('emptyValue') })}
          checked={repairs.has(key)}
          disabled={locked}
          onChange={toggle}
        />
      )}
    </Group>
  );
}

function ProblemGroup({ problems, ...rest }: Props) {
  const { t } = rest;
  const first = problems[0]!;
  const severity = first.severity ?? 'warning';
  const [tone, icon] = MARKS[severity];
  const total = problems.reduce((sum, problem) => sum + countOf(problem), 0);
  return (
    <section className="panel section" aria-label={first.column || first.code}>
      <Group gap="xs" mb="xs">
        <Chip tone={tone} icon={icon}>
          {t(severity)}
        </Chip>
        <Text component="h3" size="sm" fw={600} m={0}>
          {first.column || first.code.replaceAll('_', ' ')}
        </Text>
        {first.code !== WHOLE_COLUMN && (
          <Text size="xs" c="dimmed" className="num">
            {t('times', { count: total, n: number(total) })}
          </Text>
        )}
      </Group>
      <Stack gap="xs">
        {problems.slice(0, SHOWN).map((problem) => (
          <Line key={`${repairKey(problem)}${problem.row}`} problem={problem} {...rest} />
        ))}
        {problems.length > SHOWN && (
          <Text size="xs" c="dimmed">
            {t('moreLines', { count: problems.length - SHOWN })}
          </Text>
        )}
      </Stack>
    </section>
  );
}

/// One tick for every proposed repair, beside the button that applies them.
export function AcceptAll({ problems, repairs, onRepairs, locked, t }: Props) {
  const repairable = problems.filter(isRepairable).map(repairKey);
  if (!repairable.length) return null;
  const all = repairable.every((key) => repairs.has(key));
  const more = rowsRepaired(problems, () => true);
  return (
    <Checkbox
      label={t('acceptAll', { count: repairable.length })}
      description={more ? t('acceptMore', { count: more, n: number(more) }) : undefined}
      checked={all}
      indeterminate={!all && repairs.size > 0}
      disabled={locked}
      onChange={() => onRepairs(all ? new Set() : new Set(repairable))}
    />
  );
}

export function ImportProblems(props: Props) {
  const { problems, t } = props;
  if (!problems.length)
    return (
      <Group gap="xs">
        <IconCheck size={16} aria-hidden />
        <Text size="sm">{t('noProblems')}</Text>
      </Group>
    );
  return (
    <Stack gap="sm">
      {grouped(problems).map((group) => (
        <ProblemGroup key={`${group[0]!.code}${group[0]!.column}`} {...props} problems={group} />
      ))}
    </Stack>
  );
}
