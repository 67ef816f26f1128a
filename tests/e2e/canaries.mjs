// Words that stand nowhere else: put in at one place, searched for everywhere. As they are, in lower and upper case, in
// UTF-8 and UTF-16, in base64 at every offset; in files and in the memory of a running process.
import { closeSync, existsSync, openSync, readdirSync, readFileSync, readSync, statSync } from "node:fs";
import { join } from "node:path";

const mark = "Qxzqvw";
const letters = "bcdfghjkmnprstvwxz";
const size = mark.length + 8;
/** A word that no dictionary, key or digest has; all begin alike. */
export const canary = () =>
  mark + Array.from({ length: 8 }, () => letters[Math.floor(Math.random() * letters.length)]).join("");

/** The middle of a word's base64 at one of the three offsets: it stands in the base64 of any text with the word. */
function base64At(offset, word) {
  const text = Buffer.concat([Buffer.alloc(offset), Buffer.from(word)]).toString("base64").replace(/=+$/, "");
  return text.slice(offset ? 4 : 0, text.length - 2);
}

/** Finds which of many canaries stand in bytes, by what all of them have in common. */
export class Search {
  constructor(words) {
    const lower = new Map(words.map((word) => [word.toLowerCase(), word]));
    const spelled = [mark, mark.toLowerCase(), mark.toUpperCase()];
    this.ways = [
      ...spelled.map((begin) => ({ begin, take: size, as: "latin1", words: lower })),
      ...spelled.map((begin) => {
        return { begin: Buffer.from(begin, "utf16le"), take: 2 * size, as: "utf16le", words: lower };
      }),
      ...[0, 1, 2].map((offset) => {
        const parts = new Map(words.map((word) => [base64At(offset, word).toLowerCase(), word]));
        const begin = base64At(offset, mark + "bbbbbbbb").slice(0, 4);
        return { begin, take: base64At(offset, mark + "bbbbbbbb").length, as: "latin1", words: parts };
      }),
    ];
  }

  /** The words found in the bytes. */
  in(bytes) {
    const hits = new Set();
    for (const { begin, take, as, words } of this.ways)
      for (let at = bytes.indexOf(begin); at >= 0; at = bytes.indexOf(begin, at + 1)) {
        const word = words.get(bytes.toString(as, at, at + take).toLowerCase());
        if (word) hits.add(word);
      }
    return hits;
  }
}

function* filesIn(folder) {
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) yield* filesIn(path);
    else yield path;
  }
}

/** `file: word` for every canary found in a folder, whatever the files are. */
export function inFiles(search, folder) {
  const found = [];
  for (const path of filesIn(folder))
    for (const word of search.in(readFileSync(path))) found.push(`${path.slice(folder.length)}: ${word}`);
  return found;
}

/** The same for all memory that a process can write to; nothing where this account may not look. */
export function inMemory(search, pid) {
  const found = [];
  if (!existsSync(`/proc/${pid}/mem`)) throw new Error("there is no such process");
  const memory = openSync(`/proc/${pid}/mem`, "r");
  for (const line of readFileSync(`/proc/${pid}/maps`, "utf8").split("\n")) {
    const part = /^([0-9a-f]+)-([0-9a-f]+) rw..\s\S+\s\S+\s\S+\s*(.*)$/.exec(line);
    if (!part) continue;
    const [from, to] = [BigInt(`0x${part[1]}`), BigInt(`0x${part[2]}`)];
    // Slices overlap by more than a word, so that none is cut in two.
    for (let at = from; at < to; at += 4_194_304n) {
      const bytes = Buffer.alloc(Number(to - at < 4_194_560n ? to - at : 4_194_560n));
      let read = 0;
      try {
        read = readSync(memory, bytes, 0, bytes.length, at);
      } catch {
        continue; // guard pages and what was given back meanwhile
      }
      for (const word of search.in(bytes.subarray(0, read)))
        found.push(`${part[3] || "anonymous"} ${part[1]}: ${word}`);
    }
  }
  closeSync(memory);
  return found;
}
