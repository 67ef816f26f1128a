// Backups under load, restores, and log shipping against the loss of the whole machine (R-BACKUP).
//   node --test tests/backup_test.mjs          VOUCHSAFE_DRILLS=100 for the long tier
// MISSION: REC-01, INT-06
// QUALITY: R-BACKUP
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync,
  writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { freePort, program, Server } from "./server.mjs";
import "./faults/tools.mjs";

const drills = Number(process.env.VOUCHSAFE_DRILLS ?? 5);
const lossMost = 10_000;
const top = mkdtempSync(join(tmpdir(), "vouchsafe-backup-"));
const folder = (name) => join(top, name);
const [ledgers, keys, shipped, shippedKeys] = ["ledgers", "keys", "shipped", "shipped-keys"].map(folder);
const kek = folder("kek");
const canary = "Zebedee Quillfeather";
let server, owner;

process.env.VOUCHSAFE_DISK_RESERVE_MB = "64";

function vouchsafe(...args) {
  const child = spawn(program, args);
  let text = "";
  child.stdout.on("data", (bytes) => (text += bytes));
  child.stderr.on("data", (bytes) => (text += bytes));
  return new Promise((resolve) => child.once("exit", (code) => resolve({ code, text })));
}

async function mustRun(...args) {
  const { code, text } = await vouchsafe(...args);
  assert.equal(code, 0, text);
  return text;
}

const backUp = () => mustRun("backup", "--data", server.data, "--to", ledgers);
const backUpKeys = () => mustRun("backup", "--data", server.data, "--keys", "--to", keys);
const restore = (data, { from = ledgers, keysFrom = keys, key = kek, more = [] } = {}) =>
  vouchsafe("restore", from, "--keys", keysFrom, "--data", data, "--key-file", key, ...more);
const parts = (where, kind) =>
  readdirSync(where)
    .filter((name) => name.startsWith(kind) && name.endsWith(".db"))
    .sort();

/** Six connections that add accounts and contacts until they are told to stop, or nobody answers. */
function load(person) {
  const work = { answered: [], over: false };
  const connection = async (lane) => {
    for (let n = 0; !work.over; n++) {
      const name = `${canary} ${lane}-${n} ${Math.random().toString(36).slice(2)}`;
      const account = { name: `Company ${name.slice(-12)}`, industry: "retail", region: "Europe" };
      try {
        const key = { "Idempotency-Key": `${lane}-${n}-${name.slice(-12)}` };
        const { id } = await person.must("POST", "accounts", account, key);
        const contact = await person.must("POST", "contacts", {
          account: id, name, email: "z@backup.test", title: "Head", language: "en",
        });
        work.answered.push({ path: `contacts/${contact.id}`, shows: name, at: Date.now() });
      } catch (error) {
        if (/: [45]\d\d /.test(error.message)) throw error;
        return;
      }
    }
  };
  work.done = Promise.all(Array.from({ length: 6 }, (_, lane) => connection(lane)));
  work.stop = () => ((work.over = true), work.done);
  return work;
}

const reached = async (done) => {
  for (let tries = 0; !(await done()); tries++) {
    assert.ok(tries < 600, "waited a minute for what did not come");
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
};

/** A server on restored data, and which of the answers it does not know. */
async function revived(data, answers) {
  const other = new Server({ sample: false, data });
  await other.start();
  const person = await other.login("administrator");
  const missing = [];
  for (const answer of answers) {
    const seen = await person.get(answer.path);
    if (seen.status !== 200 || seen.body.name !== answer.shows) missing.push(answer);
  }
  return { other, person, missing };
}

async function startShipping(segments = 1000) {
  Object.assign(process.env, {
    VOUCHSAFE_SHIP_TO: shipped, VOUCHSAFE_SHIP_KEYS_TO: shippedKeys, VOUCHSAFE_SHIP_SECONDS: "1",
    VOUCHSAFE_SHIP_SEGMENTS: String(segments),
  });
  await server.start();
  for (const name of ["TO", "KEYS_TO", "SECONDS", "SEGMENTS"]) delete process.env[`VOUCHSAFE_SHIP_${name}`];
}

before(async () => {
  server = await new Server({ sample: false, data: folder("data") }).start();
  copyFileSync(join(server.data, "keys", "kek"), kek);
  process.env.VOUCHSAFE_KEY_FILE = kek; // a restored folder has none of its own
  owner = await server.login("administrator");
});
after(async () => {
  await server.stop("SIGKILL");
  rmSync(top, { recursive: true, force: true });
});

test(`${drills} restore drills under load hold everything answered before the backup`, async () => {
  for (let drill = 0; drill < drills; drill++) {
    const work = load(owner);
    await reached(() => work.answered.length > 10);
    const before = [...work.answered];
    await backUp();
    await backUpKeys();
    await work.stop();
    const data = folder(`drill-${drill}`);
    const { code, text } = await restore(data);
    assert.equal(code, 0, text);
    assert.match(text, /ok main: \d+ events, root [0-9a-f]{64}, \d+ words readable, 0 not/);
    const { other, missing } = await revived(data, before);
    assert.deepEqual(missing, []);
    await other.stop();
    rmSync(data, { recursive: true });
  }
});

test("words about people stand in no backup, and sessions end with a restore", async () => {
  for (const where of [ledgers, keys])
    for (const name of readdirSync(where)) assert.ok(!readFileSync(join(where, name)).includes(canary), name);
  for (const name of parts(keys, "keys"))
    assert.ok(!readFileSync(join(keys, name)).includes(readFileSync(kek)), "the key file is in a copy of the keys");
  const data = folder("signed-out");
  assert.equal((await restore(data)).code, 0);
  const { other } = await revived(data, []);
  const old = await other.send("GET", "/api/v1/me", undefined, owner.headers);
  assert.equal(old.status, 401, "a session of before the restore is still open");
  await other.stop();
});

test("ledger and keys are refused in one folder, and a folder in use is not restored into", async () => {
  assert.equal((await vouchsafe("backup", "--data", server.data, "--keys", "--to", ledgers)).code, 1);
  assert.equal((await vouchsafe("backup", "--data", server.data, "--to", keys)).code, 1);
  const { code, text } = await restore(server.data);
  assert.equal(code, 1);
  assert.match(text, /not empty/);
});

test("another key file, a damaged copy and a missing one are found out", async () => {
  const other = folder("other-kek");
  writeFileSync(other, Buffer.alloc(32, 7));
  const wrong = await restore(folder("wrong"), { key: other });
  assert.equal(wrong.code, 3, wrong.text);
  assert.match(wrong.text, /does not open with this key file/);
  const copy = folder("damaged");
  mkdirSync(copy);
  const [name] = parts(ledgers, "full").slice(-1);
  const bytes = readFileSync(join(ledgers, name));
  bytes[bytes.length >> 1] ^= 1;
  writeFileSync(join(copy, name), bytes);
  copyFileSync(join(ledgers, name.replace(".db", ".json")), join(copy, name.replace(".db", ".json")));
  assert.equal((await restore(folder("bad"), { from: copy })).code, 3);
  rmSync(join(copy, name));
  assert.match((await restore(folder("bad"), { from: copy })).text, /is missing/);
  const left = existsSync(folder("bad")) ? readdirSync(folder("bad")) : [];
  assert.deepEqual(left, [], "a refused restore leaves something behind");
});

test("keys older than the data are refused as soon as words are lost, and accepted on request", async () => {
  const stale = folder("stale-keys");
  await mustRun("backup", "--data", server.data, "--keys", "--to", stale);
  const work = load(owner);
  await reached(() => work.answered.length > 5);
  await work.stop();
  const fresh = folder("fresh-ledger");
  await mustRun("backup", "--data", server.data, "--to", fresh);
  const refused = await restore(folder("old-keys"), { from: fresh, keysFrom: stale });
  assert.equal(refused.code, 3, refused.text);
  assert.match(refused.text, /keys are older/);
  const accepted = await restore(folder("old-keys"), { from: fresh, keysFrom: stale, more: ["--accept-unreadable"] });
  assert.equal(accepted.code, 0, accepted.text);
  assert.match(accepted.text, /words readable, [1-9]\d* not/);
});

test("losing the machine loses at most ten seconds", async () => {
  await server.stop();
  await startShipping();
  const work = load(owner);
  await reached(() => parts(shipped, "full").length === 1 && parts(shipped, "segment").length >= 4);
  const lostAt = Date.now();
  await server.stop("SIGKILL");
  await work.done;
  renameSync(server.data, folder("the lost machine"));
  const begun = Date.now();
  const { code, text } = await restore(server.data, { from: shipped, keysFrom: shippedKeys });
  assert.equal(code, 0, text);
  assert.match(text, / 0 not\n/);
  const { other, missing } = await revived(server.data, work.answered);
  const back = Date.now() - begun;
  await other.stop();
  const oldest = Math.min(lostAt, ...missing.map((answer) => answer.at));
  assert.ok(lostAt - oldest <= lossMost, `lost ${lostAt - oldest} ms`);
  assert.ok(work.answered.length - missing.length > 10, "nothing was shipped");
  console.log(JSON.stringify({ answered: work.answered.length, lost: missing.length, lost_ms: lostAt - oldest,
    back_after_ms: back }));
});

test("a missing, swapped or damaged segment is refused by its number, and the time before it can be had", async () => {
  const broken = folder("broken");
  const fill = () => {
    rmSync(broken, { recursive: true, force: true });
    mkdirSync(broken);
    for (const name of readdirSync(shipped)) copyFileSync(join(shipped, name), join(broken, name));
    return parts(broken, "segment");
  };
  const attempt = (more) => restore(folder("from-broken"), { from: broken, keysFrom: shippedKeys, more });
  let segments = fill();
  rmSync(join(broken, segments[1].replace(".db", ".json")));
  const gap = await attempt();
  assert.equal(gap.code, 3, gap.text);
  assert.match(gap.text, /segment 2 is missing; --until 1/);
  assert.equal((await attempt(["--until", "1"])).code, 0);
  rmSync(folder("from-broken"), { recursive: true });

  segments = fill();
  const manifests = segments.slice(1, 3).map((name) => join(broken, name.replace(".db", ".json")));
  const [two, three] = manifests.map((name) => JSON.parse(readFileSync(name)));
  writeFileSync(manifests[0], JSON.stringify({ ...three, number: 2 }));
  writeFileSync(manifests[1], JSON.stringify({ ...two, number: 3 }));
  const swapped = await attempt();
  assert.equal(swapped.code, 3, swapped.text);
  assert.match(swapped.text, /does not follow/);

  segments = fill();
  const last = join(broken, segments.at(-1));
  const bytes = readFileSync(last);
  bytes[bytes.length - 3000] ^= 255;
  writeFileSync(last, bytes);
  const damaged = await attempt();
  assert.equal(damaged.code, 3, damaged.text);
  assert.match(damaged.text, /is not the file/);
});

test("a house restored to an earlier moment leaves the copies of later ones alone", async () => {
  const later = server.data;
  server.data = folder("earlier");
  const { code, text } = await restore(server.data, { from: shipped, keysFrom: shippedKeys, more: ["--until", "2"] });
  assert.equal(code, 0, text);
  const before = parts(shipped, "");
  await startShipping();
  owner = await server.login("administrator");
  const work = load(owner);
  await reached(() => /another history/.test(server.output));
  await work.stop();
  await server.stop();
  assert.deepEqual(parts(shipped, ""), before);
  server.data = later;
});

test("how far the other place is behind is told to Prometheus", async () => {
  const port = await freePort();
  process.env.VOUCHSAFE_METRICS_LISTEN = `127.0.0.1:${port}`;
  await startShipping();
  delete process.env.VOUCHSAFE_METRICS_LISTEN;
  const behind = async (unit) => {
    const text = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
    return Number(new RegExp(`^vouchsafe_ship_behind_${unit} (\\S+)$`, "m").exec(text)[1]);
  };
  owner = await server.login("administrator");
  await reached(async () => (await behind("events")) === 0 && (await behind("seconds")) < 3);
  const away = folder("not to be reached");
  renameSync(shipped, away);
  writeFileSync(shipped, "");
  for (const name of ["One", "Two", "Three"]) await owner.must("POST", "accounts", { name, industry: "retail" });
  await reached(async () => (await behind("events")) >= 3 && (await behind("seconds")) > 3);
  rmSync(shipped);
  renameSync(away, shipped);
  await reached(async () => (await behind("events")) === 0 && (await behind("seconds")) < 3);
  await server.stop();
});

test("a restored house ships on where the copies end, and a new whole copy lets older parts go", async () => {
  const before = parts(shipped, "");
  await startShipping(3);
  owner = await server.login("administrator");
  const work = load(owner);
  await reached(() => !parts(shipped, "").some((name) => before.includes(name)));
  await work.stop();
  await server.stop();
  assert.equal(parts(shippedKeys, "keys").length, 1, "older copies of the keys stay at the other place");
  const data = folder("again");
  const { code, text } = await restore(data, { from: shipped, keysFrom: shippedKeys });
  assert.equal(code, 0, text);
  const { other, missing } = await revived(data, work.answered);
  await other.stop();
  assert.deepEqual(missing, [], "an orderly stop ships everything");
  await server.start();
});
