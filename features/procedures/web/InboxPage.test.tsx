// MISSION: REQ-08, REQ-12
import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import type { Task } from '@api';
import { serve, show, type Sent } from '../../../web/src/test/render';
import { UNDO_MS } from '@ui';
import { grouped, inView } from './inbox';
import { InboxPage } from './InboxPage';

const task = (n: number, step: string, group: Task['group'], action: string, hours = 10) => ({
  id: `t${n}`,
  case_id: `req_${n}`,
  number: `REQ-${n}`,
  step,
  step_title: step,
  group,
  prospect_name: `Prospect ${n}`,
  use_type: 'reference_call',
  sla: { state: hours < 0 ? 'breached' : 'ok', hours_left: hours, minutes_left: hours * 60 },
  actions: [{ collection: 'requests', name: action, outcomes: [] }],
}) as unknown as Task;
const items = [
  task(1, 'final', 'decide', 'approve', -5),
  task(2, 'legal', 'decide', 'clear'),
  task(3, 'match', 'match', 'choose'),
];

async function inbox(): Promise<Sent[]> {
  const sent = serve({
    'GET tasks': { body: { items, total: items.length } },
    'POST requests/req_1/approve': { body: { id: 'req_1' } },
    'POST requests/req_2/clear': { body: { id: 'req_2' } },
  });
  show(InboxPage);
  await screen.findByText('REQ-3');
  return sent;
}
const posts = (sent: Sent[]) => sent.filter((one) => one.method === 'POST');
const rowOf = (number: string) =>
  screen
    .getAllByText(number)
    .find((each) => each.closest('tr'))!
    .closest('tr')!;

afterEach(() => vi.useRealTimers());

test('tasks stand under what one must do, the most urgent first', () => {
  const groups = grouped([task(8, 'legal', 'decide', 'clear', 20), ...items]);
  expect(groups.find((group) => group.id === 'decide')?.rows.map((row) => row.number)).toEqual([
    'REQ-1',
    'REQ-2',
    'REQ-8',
  ]);
  expect(inView('late', items[0]!)).toBe(true);
  expect(inView('late', items[2]!)).toBe(false);
});

test('J, K and X move and select; the bulk bar says how many would change', async () => {
  await inbox();
  fireEvent.keyDown(window, { key: 'j' });
  await waitFor(() => expect(rowOf('REQ-2')).toHaveClass('active'));
  fireEvent.keyDown(window, { key: 'k' });
  await waitFor(() => expect(rowOf('REQ-1')).toHaveClass('active'));
  fireEvent.keyDown(window, { key: 'x' });
  expect(await screen.findByText('1 selected')).toBeVisible();
  expect(screen.getByText('1 of 1 can be approved now.')).toBeVisible();
});

test('approving waits ten seconds, and Z takes it back', async () => {
  const sent = await inbox();
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  fireEvent.keyDown(window, { key: 'a' });
  expect(screen.queryAllByText('REQ-1').filter((each) => each.closest('tr'))).toHaveLength(0);
  const { undoLast } = await import('@ui');
  act(() => void undoLast());
  await act(() => vi.advanceTimersByTimeAsync(UNDO_MS + 1));
  expect(posts(sent)).toHaveLength(0);
  expect(rowOf('REQ-1')).toBeInTheDocument();
});

test('what is not taken back is sent once', async () => {
  const sent = await inbox();
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  fireEvent.keyDown(window, { key: 'a' });
  await act(() => vi.advanceTimersByTimeAsync(UNDO_MS + 1));
  expect(posts(sent)).toHaveLength(1);
  expect(posts(sent)[0]).toMatchObject({ path: 'requests/req_1/approve', body: { outcome: 'approved' } });
});

test('a review cannot be recorded without a reason', async () => {
  const user = userEvent.setup();
  const sent = await inbox();
  fireEvent.keyDown(window, { key: 'j' });
  await waitFor(() => expect(rowOf('REQ-2')).toHaveClass('active'));
  fireEvent.keyDown(window, { key: 'a' });
  await user.click(await screen.findByRole('button', { name: 'Record decision' }));
  expect(screen.getByText('Say why in a sentence.')).toBeVisible();
  expect(posts(sent)).toHaveLength(0);
});
