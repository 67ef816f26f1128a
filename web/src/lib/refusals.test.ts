/// <reference types="node" />
// MISSION: PRG-07
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { refusedInGerman } from './refusals';
import { REFUSED_DE } from './refusedWords';

const ROOT = join(import.meta.dirname, '../../..');
const sources = ['features', 'app', 'engine'].flatMap((folder) =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.cc') && !name.endsWith('_test.cc'))
    .map((name) => readFileSync(join(ROOT, folder, name), 'utf8')),
);

/// The arguments of the call whose opening bracket stands at `from`, as written.
function argumentsAt(source: string, from: number): string[] {
  const parts = [''];
  for (let at = from + 1, depth = 0, quoted = false; at < source.length; at++) {
    const c = source[at]!;
    if (c === '"' && source[at - 1] !== '\\') quoted = !quoted;
    if (!quoted && '({['.includes(c)) depth++;
    if (!quoted && ')}]'.includes(c) && --depth < 0) break;
    if (c === ',' && !quoted && depth === 0) parts.push('');
    else parts[parts.length - 1] += c;
  }
  return parts.map((part) => part.trim());
}

/// Every code that a rule can refuse with: the first bare word among the arguments.
const codes = new Set(
  sources.flatMap((source) =>
    [...source.matchAll(/\b(?:refuse\(|expect\(|add\(\{)/g)].flatMap((call) => {
      const args = argumentsAt(source, call.index + call[0].length - 1);
      const at = args.findIndex((arg) => /^"[a-z][a-z_.]*"$/.test(arg));
      const says = args.slice(at + 1).some((arg) => /^"[A-Z']/.test(arg));
      const computed = /\?.*"/s.test(args[at - 1] ?? '');
      return at >= 0 && says && !computed ? args[at]!.slice(1, -1) : [];
    }),
  ),
);

test('a rule that refuses has German words for it', () => {
  expect(codes.size).toBeGreaterThan(150);
  expect([...codes].filter((code) => !Object.hasOwn(REFUSED_DE, code))).toEqual([]);
});

test('German words keep the values of the sentence, and belong to a rule that exists', () => {
  const said = (code: string, message: string, remedy?: string) => refusedInGerman({ code, message, remedy });
  expect(said('archived', 'Request REQ-1063 is archived and no longer changes.').message).toBe(
    'Anfrage REQ-1063 ist archiviert und ändert sich nicht mehr.',
  );
  expect(said('out_of_range', 'This lies between 1 and 90.').message).toBe('Der Wert muss zwischen 1 und 90 liegen.');
  expect(said('stale', 'Somebody changed this since you opened it.').remedy).toMatch(/^Lesen Sie/);
  expect(said('moon_phase', 'Not tonight.', 'Wait.')).toEqual({
    code: 'moon_phase',
    message: 'Not tonight.',
    remedy: 'Wait.',
  });
});
