// MISSION: REQ-08
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';
import { Button } from '@mantine/core';
import { useSearchState } from '@lib';
import { serve, show } from '../test/render';
import { SavedViews, viewOf, type SavedView } from './SavedViews';
import { undoLast } from './undo';

const view = (n: number, name: string, query: string): SavedView => ({
  id: `vw_${n}`,
  screen: 'requests',
  name,
  query,
  position: n,
});

function Screen() {
  const [search, set] = useSearchState();
  return (
    <>
      <SavedViews screen="requests" />
      <Button onClick={() => set({ status: 'open' })}>Only open</Button>
      <output>{JSON.stringify(search)}</output>
    </>
  );
}

function open(views: SavedView[]) {
  const sent = serve({
    'GET saved_views': { body: { items: views, next: null, total: views.length } },
    'POST saved_views': { status: 201, body: view(9, 'Open ones', 'status=open') },
    'POST saved_views/vw_1/rename': { body: view(1, 'New name', 'status=open') },
    'POST saved_views/vw_1/remove': { body: { id: 'vw_1' } },
  });
  show(Screen);
  return sent;
}

// Nothing may wait for its ten seconds into the next test.
afterEach(() => {
  while (undoLast());
});

test('a view keeps filters in one order and forgets what belongs to the moment', () => {
  expect(viewOf({ task: 't1', status: 'open', q: 'acme', lng: 'de' })).toBe('q=acme&status=open');
  expect(viewOf({})).toBe('');
});

test('without views and filters there is no bar; with filters it offers to save them', async () => {
  const user = userEvent.setup();
  const sent = open([]);
  await screen.findByText('Only open');
  expect(screen.queryByRole('group', { name: 'Saved views' })).toBeNull();
  await user.click(screen.getByText('Only open'));
  await user.click(await screen.findByRole('button', { name: 'Save this view…' }));
  await user.click(await screen.findByRole('button', { name: 'Save' }));
  expect(screen.getByText('Give the view a name.')).toBeVisible();
  await user.type(screen.getByLabelText(/Name/), 'Open ones{Enter}');
  await waitFor(() => expect(sent.some((one) => one.method === 'POST')).toBe(true));
  const body = sent.find((one) => one.method === 'POST')?.body;
  expect(body).toEqual({ screen: 'requests', name: 'Open ones', query: 'status=open' });
});

test('pressing a view sets the address, pressing it again shows everything', async () => {
  const user = userEvent.setup();
  open([view(1, 'Late ones', 'q=late&status=open')]);
  await user.click(await screen.findByRole('button', { name: 'Late ones' }));
  await screen.findByText('{"q":"late","status":"open"}');
  expect(screen.getByRole('button', { name: 'Late ones' })).toHaveAttribute('aria-pressed', 'true');
  await user.click(screen.getByRole('button', { name: 'Late ones' }));
  await screen.findByText('{}');
});

test('the view in use can be renamed, and its removal taken back', async () => {
  const user = userEvent.setup();
  const sent = open([view(1, 'Open', 'status=open')]);
  await user.click(await screen.findByRole('button', { name: 'Open' }));
  await user.click(await screen.findByRole('button', { name: /Rename or remove/ }));
  await user.click(await screen.findByRole('menuitem', { name: 'Rename…' }));
  const field = await screen.findByLabelText(/Name/);
  await user.clear(field);
  await user.type(field, 'New name{Enter}');
  await waitFor(() => expect(sent.find((one) => one.path === 'saved_views/vw_1/rename')).toBeDefined());
  await user.click(await screen.findByRole('button', { name: /Rename or remove/ }));
  await user.click(await screen.findByRole('menuitem', { name: 'Remove' }));
  await waitFor(() => expect(screen.queryByRole('button', { name: 'Open' })).toBeNull());
  undoLast();
  expect(await screen.findByRole('button', { name: 'Open' })).toBeVisible();
  expect(sent.some((one) => one.path === 'saved_views/vw_1/remove')).toBe(false);
});
