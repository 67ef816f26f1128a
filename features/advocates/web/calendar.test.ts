// MISSION: MAT-04
import { expect, test } from 'vitest';
import { quartersOf, weeksOf } from './calendar';
import type { AdvocateRecord } from './shapes';

const TODAY = '2026-11-22';
const mia = { id: 'adv_1', version: 1, contact: 'con_1', name: 'Mia Kurz', account: 'acc_1', stage: 'active' };
type Facts = { [Name in keyof AdvocateRecord]?: unknown };
const advocate = (facts: Facts) => ({ ...mia, ...facts }) as unknown as AdvocateRecord;
const weekOf = (facts: Facts, date: string) =>
  weeksOf(advocate(facts), TODAY).find((week) => week.from <= date && date <= week.until)!;

test('a year of whole weeks lies around today', () => {
  const weeks = weeksOf(advocate({}), TODAY);
  expect(weeks).toHaveLength(52);
  expect(weeks.filter((week) => week.isNow).map((week) => week.from)).toEqual(['2026-11-16']);
  expect(weeks[0]!.from).toBe('2026-05-18');
});

test('a use stands in its week and is followed by the rest of its kind', () => {
  const uses = [{ use_type: 'reference_call', on: '2026-11-03', status: 'done', rests_until: '2026-12-03' }];
  expect(weekOf({ uses }, '2026-11-03').uses).toHaveLength(1);
  expect(weekOf({ uses }, '2026-11-24').quiet).toBe('cooldown');
  expect(weekOf({ uses }, '2026-12-08').quiet).toBeUndefined();
  expect(weekOf({ uses: [{ ...uses[0]!, status: 'cancelled' }] }, '2026-11-03').uses).toHaveLength(0);
});

test('days off and a rest until a day are quiet; coming back early ends the rest', () => {
  expect(weekOf({ blackout: [{ from: '2026-12-21', until: '2027-01-03' }] }, '2026-12-28').quiet).toBe('away');
  const rested = { at: '2026-09-01T08:00:00Z', what: 'rested', return_on: '2026-11-30' };
  expect(weekOf({ history: [rested] }, '2026-11-10').quiet).toBe('resting');
  const back = { at: '2026-10-05T08:00:00Z', what: 'returned' };
  expect(weekOf({ history: [rested, back] }, '2026-11-10').quiet).toBeUndefined();
});

test('each quarter says how many uses count; what is pending counts now', () => {
  const uses = [
    { use_type: 'quote', on: '2026-08-03', status: 'done' },
    { use_type: 'quote', on: '2027-01-20', status: 'scheduled' },
  ];
  const load = { quarter: 1, max: 3 };
  const used = quartersOf(advocate({ uses, load }), TODAY).map((quarter) => [quarter.id, quarter.used]);
  expect(used).toEqual([['2026-2', 0], ['2026-3', 1], ['2026-4', 1], ['2027-1', 0], ['2027-2', 0]]);
});
