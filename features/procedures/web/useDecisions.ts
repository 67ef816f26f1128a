// Approving, declining and putting off tasks: what leaves the house waits ten seconds first.
import { useState } from 'react';
import { useAct, type Task } from '@api';
import { day, isoDate } from '@lib';
import { inTenSeconds, notice } from '@ui';
import { approval, refusal, useInboxWords, type Move } from './inbox';

function tomorrow(): string {
  const date = new Date();
  date.setDate(date.getDate() + 1);
  return isoDate(date);
}

/// `held` are the tasks whose decision waits; they are hidden meanwhile.
export function useDecisions() {
  const t = useInboxWords();
  const requests = useAct('requests');
  const tasksAct = useAct('tasks');
  const [held, setHeld] = useState<Set<string>>(new Set());
  const hold = (ids: string[], on: boolean) =>
    setHeld((old) => {
      const next = new Set(old);
      for (const id of ids) on ? next.add(id) : next.delete(id);
      return next;
    });
  const later = (message: string, moves: [Task, Move][]) => {
    const ids = moves.map(([task]) => task.id);
    hold(ids, true);
    const send = async (leaving: boolean) => {
      await Promise.all(
        moves.map(([task, move]) =>
          requests.mutateAsync({ id: task.case_id, action: move.action, input: move.input, keepalive: leaving }),
        ),
      );
      hold(ids, false);
    };
    inTenSeconds(message, send, () => hold(ids, false));
  };
  const say = (one: 'approved' | 'declined', many: 'approvedMany' | 'declinedMany', tasks: Task[]) =>
    tasks.length === 1 ? t(one, { number: tasks[0]!.number }) : t(many, { count: tasks.length });

  return {
    held,
    hold,
    /// Approves those that need no words; true if there was one.
    approve(tasks: Task[]): boolean {
      const moves = tasks.flatMap((task) => {
        const move = approval(task);
        return move ? [[task, move] as [Task, Move]] : [];
      });
      if (moves.length)
        later(
          say(
            'approved',
            'approvedMany',
            moves.map(([task]) => task),
          ),
          moves,
        );
      return moves.length > 0;
    },
    decline(tasks: Task[], reason: string) {
      const moves = tasks.flatMap((task) => {
        const move = refusal(task);
        return move ? [[task, { ...move, input: { ...move.input, reason } }] as [Task, Move]] : [];
      });
      if (moves.length)
        later(
          say(
            'declined',
            'declinedMany',
            moves.map(([task]) => task),
          ),
          moves,
        );
    },
    async snooze(tasks: Task[]) {
      const until = tomorrow();
      await Promise.all(tasks.map((task) => tasksAct.mutateAsync({ id: task.id, action: 'snooze', input: { until } })));
      const said =
        tasks.length === 1
          ? t('snoozed', { number: tasks[0]!.number, day: day(until) })
          : t('snoozedMany', { count: tasks.length, day: day(until) });
      notice(said);
    },
  };
}
export type Decisions = ReturnType<typeof useDecisions>;
