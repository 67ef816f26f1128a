// An import as the server tells it.
import type { ItemOf, Named } from '@api';

export type Severity = Named<'directory.Severity'>;
export type Problem = Named<'directory.Problem'>;
export type ImportRecord = ItemOf<'imports'>;

/// How a repair is named when it is sent: the column and the value that it replaces.
export const repairKey = (problem: Problem) => `${problem.column || problem.code}:${problem.value ?? ''}`;
export const countOf = (problem: Problem) => problem.count ?? 1;
export const isRepairable = (problem: Problem) => problem.repair !== undefined && problem.repair !== null;

/// Rows that are left out now and come in with these repairs.
export const rowsRepaired = (problems: Problem[], chosen: (key: string) => boolean) =>
  problems
    .filter((problem) => problem.severity === 'error' && isRepairable(problem) && chosen(repairKey(problem)))
    .reduce((sum, problem) => sum + countOf(problem), 0);

/// Rows that come in with the chosen repairs.
export const rowsComing = ({ counts, problems }: ImportRecord, repairs: Set<string>) =>
  counts.rows - Math.max(0, counts.skipped - rowsRepaired(problems, (key) => repairs.has(key)));

/// Problems of the same kind in the same column, those that lose something first.
export function grouped(problems: Problem[]): Problem[][] {
  const order: Record<Severity, number> = { error: 0, warning: 1, note: 2 };
  const groups = new Map<string, Problem[]>();
  for (const problem of problems) {
    const key = `${problem.code}\n${problem.column ?? ''}`;
    groups.set(key, [...(groups.get(key) ?? []), problem]);
  }
  const rank = (group: Problem[]) => order[group[0]?.severity ?? 'warning'];
  return [...groups.values()].sort((a, b) => rank(a) - rank(b));
}
