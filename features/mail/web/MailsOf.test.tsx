// MISSION: INT-03
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { serve, show } from '../../../web/src/test/render';
import { MailsOf } from './MailsOf';

const mail = {
  id: 'mai_1',
  version: 3,
  kind: 'authorization.ask',
  recipient: 'con_1',
  recipient_name: 'Ana Ruiz',
  address: '•••',
  about: 'aut_1',
  subject: 'May we?',
  status: 'waiting',
  attempts: 2,
  code: 'server_busy',
  has_link: true,
  written_at: '2026-11-22T09:00:00Z',
};

test('a case shows its letters, why one does not get through, and hands out a fresh link', async () => {
  const sent = serve({
    'GET mails': { body: { items: [mail], next: null, total: 1 } },
    'POST mails/mai_1/link': { body: { id: 'mai_1', url: 'https://x.test/p/#secret' } },
  });
  show(() => <MailsOf about="aut_1" />);
  expect(await screen.findByText('Request for permission')).toBeTruthy();
  expect(screen.getByText('The mail server asked to wait.')).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: 'Copy link' }));
  await waitFor(() => expect(sent.some((each) => each.path === 'mails/mai_1/link')).toBe(true));
});

test('an unknown reason is shown as it came', async () => {
  serve({ 'GET mails': { body: { items: [{ ...mail, code: 'moon_phase' }], next: null, total: 1 } } });
  show(() => <MailsOf about="aut_1" />);
  expect(await screen.findByText('moon_phase')).toBeTruthy();
});

test('of letters that were sent, only the latest link can be handed out again', async () => {
  const sent = { ...mail, status: 'sent', code: '', sent_at: '2026-11-22T09:01:00Z' };
  const later = { ...sent, id: 'mai_2', kind: 'authorization.reminder', written_at: '2026-11-24T09:00:00Z' };
  const invite = { ...sent, id: 'mai_3', kind: 'activity.invite', has_link: false, written_at: '2026-11-25T09:00:00Z' };
  const asked = serve({
    'GET mails': { body: { items: [sent, later, invite], next: null, total: 3 } },
    'POST mails/mai_2/link': { body: { id: 'mai_2', url: 'https://x.test/p/#secret' } },
  });
  show(() => <MailsOf about="req_1" />);
  await userEvent.click(await screen.findByRole('button', { name: 'Copy link' }));
  await waitFor(() => expect(asked.some((each) => each.path === 'mails/mai_2/link')).toBe(true));
});
