/// <reference types="node" />
// MISSION: REC-01
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { SENTENCES } from './sentences';
import { tokens, type Telling } from './telling';

const LONG_ID = 'con_id3h3heijq9uy9u6nxa8cq3b';
const FEATURES = join(import.meta.dirname, '../..');

const headers = () =>
  readdirSync(FEATURES, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.h'))
    .map((name) => readFileSync(join(FEATURES, name), 'utf8'));

/// Every type of event that the features can store, as their headers name them.
function storedTypes(): string[] {
  const text = headers().join('\n');
  const plain = [...text.matchAll(/string_view type = "([a-z_.]+)"/g)].map((found) => found[1]!);
  const macros = [...text.matchAll(/^VS_\w+_EVENT\(\w+,\s*"([a-z_.]+)"/gm)].map((found) => found[1]!);
  const kinds = [...text.matchAll(/^VS_DIRECTORY_KIND\(\w+,\s*"(\w+)"/gm)].map((found) => found[1]!);
  const suffixes = [...text.matchAll(/= word "(\.[a-z_]+)"/g)].map((found) => found[1]!);
  return [...plain, ...macros, ...kinds.flatMap((kind) => suffixes.map((suffix) => kind + suffix))];
}

test('every type of event has a sentence', () => {
  const types = storedTypes();
  expect(types.length).toBeGreaterThan(100);
  expect(types.filter((type) => !SENTENCES[type])).toEqual([]);
});

test('both languages say the same things', () => {
  const named = (text: string) => [...text.matchAll(/\{([\w.]+)\}/g)].map((found) => found[1]).sort();
  for (const [type, [en, de]] of Object.entries(SENTENCES))
    expect(named(de), type).toEqual(named(en));
});

const telling: Telling = {
  who: 'Mia Kurz',
  data: { id: 'aut_1', drop_use_types: ['case_study', 'video'], until: '' },
  names: { aut_1: 'AUT-1031' },
  word: (_, code) => code.replaceAll('_', ' '),
  noun: (id) => `(${id})`,
};
const plain = (text: string) => tokens(text, telling).map((each) => each.text).join('');

test('ids read as names, codes as words, and unknown parts are left out', () => {
  expect(plain(SENTENCES['authorization.narrowed']![0])).toBe(
    'Mia Kurz narrowed AUT-1031: no longer case study, video',
  );
});

test('an id without a name reads as what it is, and keeps its id for the link', () => {
  const found = tokens('{who} asked {contact}', { ...telling, data: { contact: LONG_ID } });
  expect(found.map((each) => each.text)).toEqual(['Mia Kurz', ' asked ', `(${LONG_ID})`]);
  expect(found[2]!.id).toBe(LONG_ID);
});
