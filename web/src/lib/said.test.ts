/// <reference types="node" />
// MISSION: REQ-05
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { german, SAID_DE } from './said';

const ROOT = join(import.meta.dirname, '../../..');
const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');
const filesOf = (folder: string, end: string) =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(end))
    .map((name) => `${folder}/${name}`);
const all = (paths: string[], pattern: RegExp) =>
  paths.flatMap((path) => [...read(path).matchAll(pattern)].map((found) => found[1]!.replaceAll('\\"', '"')));
const unknown = (texts: string[]) => [...new Set(texts)].filter((text) => !Object.hasOwn(SAID_DE, text));

test('every title of a delivered step has German words', () => {
  const titles = all(filesOf('sops', '.yaml'), /^\s*title:\s*"?(.+?)"?\s*$/gm);
  expect(titles.length).toBeGreaterThan(20);
  expect(unknown(titles)).toEqual([]);
});

test('every button that the server names has German words', () => {
  const modules = filesOf('features', '_module.cc');
  const acts = all(modules, /\.(?:acts|does)\(\s*"[a-z_]+",\s*"[a-z_]+",\s*"((?:[^"\\]|\\.)+)"/g);
  const creates = all(modules, /\.creates\(\s*"[a-z_]+",\s*"((?:[^"\\]|\\.)+)"/g);
  expect(acts.length).toBeGreaterThan(40);
  expect(unknown([...acts, ...creates])).toEqual([]);
});

test('sentences with changing parts are said part by part; the unknown stays as it came', () => {
  const word = (code: string) => ({ 'not clear': 'Nicht frei', sales: 'Vertrieb' })[code] ?? code;
  const said = (text: string) => german(text, word);
  expect(said('Channel approval (sales): not clear')).toBe('Freigabe für den Kanal (Vertrieb): Nicht frei');
  expect(said('reminded of "Channel approval (sales)"')).toBe('Erinnerung an „Freigabe für den Kanal (Vertrieb)“');
  expect(said('Legal review · Privacy review')).toBe('Rechtsprüfung · Datenschutzprüfung');
  expect(said('Nothing stands against it.')).toBe('Nothing stands against it.');
});
