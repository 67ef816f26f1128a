// MISSION: REQ-02
import { expect, test } from 'vitest';
import { address, call, get, post, Problem } from './client';
import { serve } from '../test/render';

test('a refusal keeps every reason with its field and remedy', async () => {
  const reasons = [
    { code: 'missing', field: 'use_case', message: 'Say what for.', remedy: 'One sentence.' },
    { code: 'past', field: 'deadline', message: 'Too late.' },
  ];
  serve({
    'POST w/acme/requests': { status: 422, body: { title: 'Refused', status: 422, code: 'refused', reasons } },
    'POST requests': { status: 422, body: { title: 'Refused', code: 'refused', reasons } },
  });
  const problem = await post('w/acme/requests', {}).catch((error: unknown) => error);
  expect(problem).toBeInstanceOf(Problem);
  expect((problem as Problem).status).toBe(422);
  expect((problem as Problem).reasons).toEqual(reasons);
});

test('an answer that is no JSON is still a problem in words', async () => {
  globalThis.fetch = async () =>
    new Response('<h1>Bad gateway</h1>', { status: 502, headers: { 'content-type': 'text/html' } });
  await expect(get('me')).rejects.toThrow('The server answered 502.');
});

test('a broken connection says so instead of failing silently', async () => {
  globalThis.fetch = async () => {
    throw new TypeError('failed');
  };
  await expect(get('me')).rejects.toMatchObject({ status: 0, code: 'offline' });
});

test('writes carry an idempotency key and the version that was read', async () => {
  const sent = serve({ 'POST requests/r1/approve': { body: { id: 'r1' } } });
  await call('POST', 'w/acme/requests/r1/approve', { body: {}, version: 7 });
  expect(sent[0]?.headers.get('idempotency-key')).toMatch(/.{16,}/);
  expect(sent[0]?.headers.get('if-match')).toBe('"7"');
});

test('empty parameters are left out of the address', () => {
  expect(address('w/acme/requests', { q: '', status: 'open', limit: 50, cursor: null })).toBe(
    '/api/v1/w/acme/requests?status=open&limit=50',
  );
});
