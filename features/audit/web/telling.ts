// Fills the sentences of the trail: text with names, some of which lead to a record.
import type { AuditEntry } from '@api';

export type Entry = AuditEntry & {
  /// What followed from it in the same command.
  followers?: Entry[];
};

export interface Token {
  text: string;
  /// The record that the text names.
  id?: string;
}

export interface Telling {
  who: string;
  data: Record<string, unknown>;
  names: Record<string, string>;
  /// A code, date or number in words; the name of the placeholder tells which.
  word: (placeholder: string, code: string) => string;
  /// What an id without a known name is.
  noun: (id: string) => string;
}

const isId = (text: string) => /^[a-z]{2,4}_[a-z0-9]{16,}$/.test(text);

function valueOf(placeholder: string, { who, data, names, word, noun }: Telling): Token[] {
  if (placeholder === 'who') return [{ text: who }];
  const value = data[placeholder];
  const list = (Array.isArray(value) ? value : [value]).filter((each) => each !== undefined && each !== '');
  return list.flatMap((each, at): Token[] => {
    const code = String(each);
    const known = names[code];
    const id = known !== undefined || isId(code) ? code : undefined;
    const one: Token = id ? { text: known ?? noun(id), id } : { text: word(placeholder, code) };
    return at ? [{ text: ', ' }, one] : [one];
  });
}

const PARTS = /\{([\w.]+)\}/;
const plainTokens = (text: string, telling: Telling): Token[] =>
  text.split(PARTS).flatMap((part, at) => (at % 2 ? valueOf(part, telling) : part ? [{ text: part }] : []));
const isKnown = (text: string, telling: Telling) =>
  [...text.matchAll(/\{([\w.]+)\}/g)].every((found) => valueOf(found[1]!, telling).length > 0);

/// The sentence in pieces; optional parts whose values are unknown are left out.
export function tokens(sentence: string, telling: Telling): Token[] {
  const parts = sentence.split(/\[([^\]]*)\]/);
  return parts.flatMap((part, at) => (at % 2 && !isKnown(part, telling) ? [] : plainTokens(part, telling)));
}

/// Entries of one command belong together: the first that happened leads, what followed from it stands below.
export function grouped(entries: Entry[]): Entry[] {
  const groups: Entry[][] = [];
  for (const entry of entries) {
    const last = groups.at(-1);
    if (last && entry.command && last[0]!.command === entry.command) last.push(entry);
    else groups.push([entry]);
  }
  return groups.map((group) => {
    const [first, ...rest] = [...group].sort((a, b) => a.sequence - b.sequence);
    return { ...first!, followers: rest };
  });
}
