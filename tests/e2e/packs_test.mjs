// Evidence packs of the sample, as they are and with one thing in them changed: the program and a verifier that shares
// no code with it say the same of each, without a server.
//   VERIFY_PACKS=1000 node --test tests/e2e/packs_test.mjs        the long tier; PACKS_SEED repeats one run
// MISSION: REC-01, REC-06
// QUALITY: S-VERIFY, S-TAMPER
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { program, Server } from "../server.mjs";
import { verifyPack } from "../verify.mjs";
import { unzip, zip } from "./zip_file.mjs";

const wanted = Number(process.env.VERIFY_PACKS ?? 48);
const seed = process.env.PACKS_SEED ?? String(Date.now() % 1e6);
const folder = mkdtempSync(join(tmpdir(), "vouchsafe-packs-"));
const server = new Server();
let keys, whole, places;

before(async () => {
  await server.start();
  const auditor = await server.login("auditor");
  const of = async (collection) => (await auditor.all(collection)).map(({ id }) => `${collection}/${id}/evidence`);
  const [permissions, requests] = [await of("authorizations"), await of("requests")];
  // By turns: permissions and requests.
  places = permissions.flatMap((each, i) => (requests[i] ? [each, requests[i]] : [each])).slice(0, wanted / 2);
  whole = [];
  for (const place of places) {
    const answer = await auditor.get(place);
    assert.equal(answer.status, 200, `${place}: ${answer.text.slice(0, 500)}`);
    whole.push(answer.bytes);
  }
  keys = (await auditor.must("GET", "checkpoint/keys")).keys;
  await server.stop();
});
after(() => {
  server.remove();
  rmSync(folder, { recursive: true, force: true });
});

let drawn = 0;
/** A number below `n`, the same for the same seed. */
const chance = (n) => createHash("sha256").update(`${seed} ${drawn++}`).digest().readUInt32LE() % n;
const one = (list) => list[chance(list.length)];
const other = (bytes, at, change) => Object.assign(Buffer.from(bytes), { [at]: change(bytes[at]) });

/** Ways to change a pack: each takes `{name: bytes}` and another pack, and gives what it made of it. */
const changes = {
  bit(entries) {
    const name = one(Object.keys(entries).filter((each) => entries[each].length));
    const bytes = entries[name];
    return { ...entries, [name]: other(bytes, chance(bytes.length), (byte) => byte ^ (1 << chance(8))) };
  },
  gone(entries) {
    const name = one(Object.keys(entries));
    return Object.fromEntries(Object.entries(entries).filter(([each]) => each !== name));
  },
  more: (entries) => ({ ...entries, "attachments/more.txt": Buffer.from("I may ask you.") }),
  shorter(entries) {
    const name = one(Object.keys(entries).filter((each) => entries[each].length));
    return { ...entries, [name]: entries[name].subarray(0, -1) };
  },
  renamed(entries) {
    const name = one(Object.keys(entries));
    const { [name]: bytes, ...rest } = entries;
    return { ...rest, [`${name}.1`]: bytes };
  },
  swapped: (entries) => ({ ...entries, "record.pdf": entries["README.txt"], "README.txt": entries["record.pdf"] }),
  foreign: (entries, stranger) => ({ ...entries, "record.json": stranger["record.json"] }),
  said(entries) {
    const record = JSON.parse(entries["record.json"]);
    const file = one(record.files);
    const bytes = Buffer.from("I may ask you.");
    file.sha256 = createHash("sha256").update(bytes).digest("base64");
    return { ...entries, [file.name]: bytes, "record.json": Buffer.from(JSON.stringify(record)) };
  },
};

const kinds = Object.keys(changes);

/** What the other verifier says of it, in one word. */
function said(entries) {
  try {
    verifyPack(entries, keys);
    return "ok";
  } catch {
    return "bad";
  }
}

/** What the program says of each, in one word; so many at once that the command line takes them. */
function told(packs) {
  const files = packs.map(({ bytes }, i) => {
    const file = join(folder, `${i}.zip`);
    writeFileSync(file, bytes);
    return file;
  });
  const key = join(folder, "keys");
  writeFileSync(key, keys.join("\n"));
  const how = { encoding: "utf8", maxBuffer: 1 << 30 };
  const { stdout, stderr } = spawnSync(program, ["verify", ...files, "--key", key], how);
  const words = stdout.split("\n").filter((line) => /^(ok|bad) /.test(line));
  assert.equal(words.length, packs.length, stderr);
  return words;
}

test(`${wanted} packs: both verifiers say the same, yes to what was handed out and no to what was changed`, () => {
  const opened = whole.map((bytes) => unzip(bytes));
  const packs = opened.map((entries, i) => {
    return { what: `${places[i]} as it is`, bytes: whole[i], entries, expected: "ok" };
  });
  for (let i = 0; packs.length < wanted; i += 1) {
    const [at, kind] = [i % opened.length, one(kinds)];
    const entries = changes[kind](opened[at], opened[(at + 2) % opened.length]);
    packs.push({ what: `${places[at]}, ${kind}`, bytes: zip(entries), entries, expected: "bad" });
  }
  const words = told(packs);
  packs.forEach(({ what, entries, expected }, i) => {
    assert.equal(said(entries), expected, `${what}: the other verifier (PACKS_SEED=${seed})`);
    assert.equal(words[i].split(" ")[0], expected, `${what}: ${words[i]} (PACKS_SEED=${seed})`);
  });
  const changed = packs.length - opened.length;
  console.log(JSON.stringify({ packs: packs.length, whole: opened.length, changed, kinds, seed }));
});

test("a file that is there twice is refused: readers would not agree which one counts", () => {
  const [bytes] = whole;
  const entries = unzip(bytes);
  for (const name of ["record.json", "record.pdf", "checkpoint.txt"]) {
    const twice = zip({ ...entries, [`${name.slice(0, -1)}X`]: entries[name] });
    const at = Buffer.from(`${name.slice(0, -1)}X`);
    for (let found = twice.indexOf(at); found >= 0; found = twice.indexOf(at, found + 1)) twice.write(name, found);
    assert.match(told([{ bytes: twice }])[0], /^bad .*does not belong to it/, name);
  }
});
