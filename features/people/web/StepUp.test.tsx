// MISSION: PRG-07
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { Button } from '@mantine/core';
import { post, useAskedAgain } from '@api';
import { useState } from 'react';
import { serve, show } from '../../../web/src/test/render';
import { StepUp } from './StepUp';
import { deviceName } from './security';

function Screen() {
  const asks = useAskedAgain();
  const [told, setTold] = useState('');
  const make = () =>
    post<{ id: string }>('w/acme/tokens', { name: 'Sync' }).then(
      (made) => setTold(made.id),
      (error: Error) => setTold(error.message),
    );
  return (
    <>
      <Button onClick={() => void make()}>Make</Button>
      <output>{told}</output>
      {asks && <StepUp onDone={asks} />}
    </>
  );
}

function open() {
  let fresh = false;
  const old = { status: 403, body: { title: 'Old', detail: 'You signed in a while ago.', code: 'step_up_needed' } };
  const sent = serve({
    'GET me/security': { body: { second_factor: false, sessions: [] } },
    'POST tokens': () => (fresh ? { status: 201, body: { id: 'tok_1' } } : old),
    'POST me/step_up': ({ body }) => {
      fresh = (body as { password: string }).password === 'right';
      return fresh
        ? { body: { ok: true } }
        : { status: 422, body: { code: 'wrong_login', reasons: [{ code: 'wrong_login', message: 'Not right.' }] } };
    },
  });
  show(Screen);
  return sent;
}

test('what was refused goes on once the person has shown who they are', async () => {
  const sent = open();
  await userEvent.click(await screen.findByRole('button', { name: 'Make' }));
  await userEvent.type(await screen.findByLabelText('Your password'), 'wrong{Enter}');
  await screen.findByText('Not right.');
  await userEvent.clear(screen.getByLabelText('Your password'));
  await userEvent.type(screen.getByLabelText('Your password'), 'right{Enter}');
  await screen.findByText('tok_1');
  expect(sent.filter(({ path }) => path === 'tokens')).toHaveLength(2);
  expect(screen.queryByLabelText('Your password')).toBeNull();
});

test('who would rather not is told what was refused', async () => {
  open();
  await userEvent.click(await screen.findByRole('button', { name: 'Make' }));
  await userEvent.click(await screen.findByRole('button', { name: 'Cancel' }));
  await screen.findByText('You signed in a while ago.');
  await waitFor(() => expect(screen.queryByLabelText('Your password')).toBeNull());
});

test('a browser is called by its name', () => {
  expect(deviceName('Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0')).toBe('Firefox, Linux');
  const edge = 'Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/140.0 Safari/537.36 Edg/140.0';
  expect(deviceName(edge)).toBe('Edge, Windows');
  expect(deviceName('curl/8')).toBe('curl/8');
});
