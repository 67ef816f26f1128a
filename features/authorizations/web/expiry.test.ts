import { expect, test } from 'vitest';
import { byMonth } from './ExpiryPage';
import type { Authorization } from '@api';

const one = (id: string, until: string | undefined, status = 'in_force') =>
  ({ id, until, status }) as unknown as Authorization;

test('what ends stands in its month, soonest first', () => {
  const months = byMonth(
    [one('c', '2027-03-30'), one('a', '2026-12-31'), one('b', '2026-12-01', 'expiring'), one('d', '2028-01-01')],
    '2027-11-22',
  );
  expect(months.map(([month, items]) => [month, items.map((each) => each.id)])).toEqual([
    ['2026-12', ['b', 'a']],
    ['2027-03', ['c']],
  ]);
});

test('what was withdrawn or has no end is not listed', () => {
  expect(byMonth([one('a', '2026-12-31', 'withdrawn'), one('b', undefined)], '2027-11-22')).toEqual([]);
});
