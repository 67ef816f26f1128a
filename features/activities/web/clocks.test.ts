// MISSION: ACT-01
import { expect, test } from 'vitest';
import { fieldOf, hourThere, instantOf, onClock, place } from './clocks';

const AT = '2026-12-08T09:00:00Z';

test('the same moment stands on the clock of each side', () => {
  expect(onClock(AT, 'Europe/Madrid')).toContain('10:00');
  expect(onClock(AT, 'Asia/Tokyo')).toContain('18:00');
  expect(hourThere(AT, 'America/New_York')).toBe(4);
});

test('an unknown zone reads on one’s own clock', () => {
  expect(onClock(AT, 'Mars/Olympus')).toBe(onClock(AT));
});

test('a place is named without its continent', () => {
  expect(place('America/New_York')).toBe('New York');
});

test('a field keeps the moment', () => {
  expect(new Date(instantOf(fieldOf(AT))).getTime()).toBe(new Date(AT).getTime());
  expect(instantOf('')).toBe('');
});
