// Ten seconds to think again: what would leave the house waits until the time is over.
import { Button, Group } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { fill, language } from '@lib';
import { ProblemAlert } from './Page';

export const UNDO_MS = 10_000;
const CLOSE = { en: 'Close', de: 'Schließen' };
const UNDO = { en: 'Undo (Z)', de: 'Rückgängig (Z)' };

interface Pending {
  id: string;
  timer: number;
  commit: (leaving: boolean) => Promise<unknown>;
  undone?: () => void;
}
const pending: Pending[] = [];

function settle(one: Pending, leaving = false) {
  window.clearTimeout(one.timer);
  pending.splice(pending.indexOf(one), 1);
  notifications.hide(one.id);
  one.commit(leaving).catch((error: unknown) => {
    one.undone?.();
    notifications.show({ message: <ProblemAlert error={error} />, autoClose: false });
  });
}

function takeBack(one: Pending) {
  const at = pending.indexOf(one);
  if (at < 0) return;
  pending.splice(at, 1);
  window.clearTimeout(one.timer);
  notifications.hide(one.id);
  one.undone?.();
}

/// Takes back the last thing that still waits; true if there was one.
export function undoLast(): boolean {
  const one = pending.at(-1);
  if (one) takeBack(one);
  return !!one;
}

/// Says what will happen and does it in ten seconds unless it is undone. Leaving the page does it at once.
export function inTenSeconds(message: string, commit: (leaving: boolean) => Promise<unknown>, undone?: () => void) {
  const id = crypto.randomUUID?.() ?? String(Date.now());
  const one: Pending = { id, timer: 0, commit, undone };
  one.timer = window.setTimeout(() => settle(one), UNDO_MS);
  pending.push(one);
  notifications.show({
    id,
    autoClose: UNDO_MS,
    withCloseButton: false,
    message: (
      <Group justify="space-between" wrap="nowrap">
        <span>{fill(message)}</span>
        <Button variant="subtle" size="compact-sm" flex="none" onClick={() => takeBack(one)}>
          {UNDO[language()]}
        </Button>
      </Group>
    ),
  });
}

/// A short notice that something was done.
export const notice = (message: string) =>
  notifications.show({ message, autoClose: 5000, closeButtonProps: { 'aria-label': CLOSE[language()] } });

window.addEventListener('pagehide', () => {
  for (const one of [...pending]) settle(one, true);
});
