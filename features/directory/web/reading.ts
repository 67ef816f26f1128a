// Reading a chosen file: its text, its header, and what it is probably about.
import type { Kind } from './importWords';

export const MOST_BYTES = 8 * 1024 * 1024;
const CHUNK = 0x8000;

/// The text of a UTF-8 file; other encodings go to the server as they are, for it knows how to tell them apart.
export async function csvOf(file: File): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    let binary = '';
    for (let at = 0; at < bytes.length; at += CHUNK) binary += String.fromCharCode(...bytes.subarray(at, at + CHUNK));
    return `base64:${btoa(binary)}`;
  }
}

const letters = (words: string) => words.toLowerCase().replace(/[^a-z]/g, '');

/// The names of the first line's columns, only as precisely as guessing needs.
export const headerOf = (csv: string): string[] =>
  (csv.startsWith('base64:') ? atob(csv.slice(7, 4007)) : csv)
    .split(/\r?\n/, 1)[0]!
    .split(/[,;\t]/)
    .map(letters);

const SIGNS: [Kind, RegExp][] = [
  ['deals', /^(dealstage|stagename|closedate|opportunityid|opportunityname|dealname|closevalue|dealid)$/],
  ['contacts', /^(firstname|lastname|email|emailaddress|jobtitle|contactid)$/],
  ['products', /^(salesprice|unitprice|listprice|productcode|series|productfamily)$/],
  ['references', /^(permission|permittedfor|referencetype|lastused|advocate|reference)$/],
  ['sellers', /^(manager|regionaloffice|salesagent|managername)$/],
  [
    'accounts',
    /^(industry|sector|employees|numberofemployees|(annual)?revenue|subsidiaryof|account|accountname|companyname)$/,
  ],
];

/// What the file is about, by how many of its columns are typical; nothing when none is.
export function guessKind(header: string[]): Kind | null {
  const scores = SIGNS.map(([kind, sign]) => [kind, header.filter((name) => sign.test(name)).length] as const);
  const best = scores.reduce((a, b) => (b[1] > a[1] ? b : a));
  return best[1] > 0 ? best[0] : null;
}

// The text of files read in this tab, so that they can be checked again with other columns.
const kept = new Map<string, string>();
export const keepCsv = (id: string, csv: string) => void kept.set(id, csv);
export const keptCsv = (id: string) => kept.get(id);
