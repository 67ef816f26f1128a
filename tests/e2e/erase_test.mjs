// People who left unique words at every door; half are erased. Of them nothing is left: not in the data folder with its
// log, not in files, exports and the program's output, not in the memory of the running process. Everything about the
// others is, the ledger verifies, and a replay gives what was live. A backup from before brings nobody back.
//   ERASE_SUBJECTS=200 node --test tests/e2e/erase_test.mjs        the long tier
// MISSION: REC-02, REC-04, REC-05
// QUALITY: S-ERASE, R-RESTORE, R-REPLAY
import assert from "node:assert/strict";
import { cpSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import http from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { Server, watched } from "../server.mjs";
import { inFiles, inMemory, Search } from "./canaries.mjs";
import { doorOf, erase, erased, filesOnly, founded, populate, run, secret, until, wordsOf } from "./erase_stage.mjs";
import { everyDoor, overhear } from "./every_door.mjs";
import { PostOffice } from "./post_office.mjs";
import { recorded } from "./recorded.mjs";

const SUBJECTS = Number(process.env.ERASE_SUBJECTS ?? 40);
Object.assign(process.env, {
  VOUCHSAFE_ADMIN_PASSWORD: secret,
  VOUCHSAFE_MAIL_FROM: "References <references@vouchsafe.test>",
  VOUCHSAFE_MAIL_PAUSE_SECONDS: "1",
  VOUCHSAFE_PUBLIC_URL: "http://127.0.0.1",
});
const office = new PostOffice();
const server = new Server({ sample: false });
const backup = mkdtempSync(join(tmpdir(), "vouchsafe-backup-"));
let people, gone, kept, stream;

before(async () => {
  await office.open();
  process.env.VOUCHSAFE_SMTP_URL = `smtp://127.0.0.1:${office.port}`;
  await server.start();
  people = await founded(server, office);
  const subjects = await populate(server, people, SUBJECTS);
  gone = subjects.filter((_, i) => i % 4 < 2);
  kept = subjects.filter((_, i) => i % 4 >= 2);
  await until("letters leave", async () => {
    const mails = await people.program_owner.all("mails");
    return mails.every((mail) => mail.status !== "waiting");
  });
});
after(async () => {
  await server.stop();
  await office.close();
  server.remove();
  rmSync(backup, { recursive: true, force: true });
});

/** Connections keep what came last; nobody's browser is open any more. */
function hangUp() {
  server.agent.destroy();
  server.agent = new http.Agent({ keepAlive: true, maxSockets: 16 });
}
/** Where a word was found, and where it was put in. */
const told = (line) => `${line}, ${doorOf(gone, line.split(": ")[1])}`;
/** Memory of connections goes when the server saw them end. */
async function nothingInMemory(search) {
  if (watched) return; // freed memory is kept on purpose then
  hangUp();
  let found;
  for (let tries = 0; tries < 20; tries++) {
    found = inMemory(search, server.process.pid);
    if (!found.length) break;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  assert.deepEqual(found.map(told), []);
}
const dump = async () => (await people.administrator.get("dump")).text;

test("before, every word is found: the search can see", { skip: watched }, async () => {
  const search = new Search(wordsOf([...gone, ...kept]));
  const live = inMemory(search, server.process.pid).join("\n");
  const missing = wordsOf([...gone, ...kept]).filter((word) => !live.includes(word));
  // Files and their names are read when they are opened.
  const sealed = new Set([...gone, ...kept].flatMap(({ words }) => filesOnly.map((door) => words[door])));
  const unseen = missing.filter((word) => !sealed.has(word));
  assert.deepEqual(unseen.map((word) => doorOf([...gone, ...kept], word)), []);
});

test("half are erased, by two people each", async () => {
  await server.stop();
  cpSync(server.data, backup, { recursive: true });
  await server.start();
  stream = await overhear(server, people.administrator);
  const one = gone[0];
  const begun = Date.now();
  for (const each of gone) {
    const { found, also } = await erase(people, each);
    assert.ok(found.files >= 1 && also.length >= 2, JSON.stringify(found));
  }
  for (const each of gone) await erased(people, each, SUBJECTS * 3);
  const seconds = (Date.now() - begun) / 1000 / gone.length;
  const words = wordsOf(gone).length;
  console.log(JSON.stringify({ erased: gone.length, of: SUBJECTS, words, seconds_each: seconds }));
  assert.ok(seconds < 60, `${seconds} s for each`);
  const shown = await people.program_owner.must("GET", `contacts/${one.contact.id}`);
  assert.match(shown.name, /^Erased 20/);
  for (const id of [one.file, one.attached, one.unused])
    assert.equal((await people.program_owner.get(`files/${id}`)).status, 404);
});

test("nothing of them is left on the disk, in the output or in memory", async () => {
  const search = new Search(wordsOf(gone));
  assert.deepEqual(inFiles(search, server.data).map(told), []);
  assert.deepEqual([...search.in(Buffer.from(server.output + server.log))], []);
  await nothingInMemory(search);
});

test("no door shows any of it, and the same doors show the others", async () => {
  const search = new Search(wordsOf([...gone, ...kept]));
  const first = [kept[0], gone[0], gone[1]].flatMap((one) => [one.contact.id, one.recorded.id, one.asked.id]);
  const { asked, shown, found } = await everyDoor(server, people, search, first);
  const left = wordsOf(gone).filter((word) => found.has(word));
  assert.deepEqual(left.map((word) => told(`${found.get(word)}: ${word}`)), []);
  const unseen = Object.keys(kept[0].words).filter((door) => !kept.some(({ words }) => found.has(words[door])));
  assert.deepEqual(unseen, [], "the doors that were looked at do not show everything");
  assert.deepEqual([...new Search(wordsOf(gone)).in(stream.bytes())], []);
  assert.ok(stream.bytes().length > 1000 && shown > 100, `${shown} of ${asked} doors opened`);
  stream.close();
});

test("everything about the others is, in every view and file", async () => {
  const live = await dump();
  const search = new Search(wordsOf(kept));
  const inViews = search.in(Buffer.from(live));
  for (const { words, file, attached, unused } of kept) {
    for (const [id, door] of [[attached, "attachment"], [unused, "unused"]])
      assert.match((await people.program_owner.get(`files/${id}`)).text, new RegExp(words[door]));
    for (const door of ["first", "email", "signer", "note"]) assert.ok(inViews.has(words[door]), door);
    const opened = await people.program_owner.get(`files/${file}`);
    assert.match(opened.text, new RegExp(words.content));
  }
  assert.deepEqual([...new Search(wordsOf(gone)).in(Buffer.from(live))], []);
});

/** Stops the server; gives its last dump and the offline one, when nobody, not even a watcher, wrote between them. */
async function stopped() {
  for (;;) {
    const size = await recorded(people.administrator);
    const live = await dump();
    await server.stop();
    const replayed = run("dump", "--data", server.data).stdout;
    if (replayed.includes(` size ${size} `)) return { live, replayed };
    await server.start();
  }
}

test("the ledger verifies, and a replay gives what was live, also after a restart", async () => {
  const { live, replayed } = await stopped();
  const verified = run("verify", "--data", server.data);
  assert.equal(verified.status, 0, verified.stdout + verified.stderr);
  assert.ok(replayed.includes(live), "the replay differs from what was live");
  await server.start();
  assert.equal(await dump(), live);
  const search = new Search(wordsOf(gone));
  assert.deepEqual(inFiles(search, server.data), []);
  await nothingInMemory(search);
});

test("a backup from before brings nobody back, and no permission that was withdrawn since", async () => {
  const withdrawn = kept.slice(0, 20);
  for (const one of withdrawn) await people.program_owner.must("POST", `authorizations/${one.recorded.id}/withdraw`);
  const list = join(server.data, "erasures");
  await until("the withdrawals are listed", () => {
    const lines = readFileSync(join(list, "list.jsonl"), "utf8");
    return withdrawn.every((one) => lines.includes(one.recorded.id));
  });
  await server.stop();
  const aside = mkdtempSync(join(tmpdir(), "vouchsafe-list-"));
  cpSync(list, aside, { recursive: true });
  const data = server.data;
  rmSync(data, { recursive: true });
  cpSync(backup, data, { recursive: true });
  cpSync(aside, list, { recursive: true });
  rmSync(aside, { recursive: true });
  server.args = ["--accept-rollback"];
  await server.start();
  const search = new Search(wordsOf(gone));
  assert.deepEqual(inFiles(search, data), []);
  const live = await dump();
  assert.deepEqual([...search.in(Buffer.from(live))], []);
  for (const one of gone)
    assert.equal((await people.privacy_reviewer.must("GET", `subjects/${one.contact.id}`)).status, "erased");
  for (const one of withdrawn) {
    const gate = await people.program_owner.must(
      "GET", `may-use?contact=${one.contact.id}&use_type=reference_call&channel=sales`);
    assert.equal(gate.answer, "no");
  }
  const inViews = new Search(wordsOf(kept)).in(Buffer.from(live));
  for (const { words } of kept) assert.ok(inViews.has(words.first));
});
