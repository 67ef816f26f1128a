// A witness elsewhere cosigns every checkpoint, refuses a second history of a ledger, and is waited for by nobody.
// MISSION: REC-01   QUALITY: S-FORK, S-SSRF
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { sign } from "node:crypto";
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { freePort, password, program, Server } from "../server.mjs";
import { verifyDocument } from "../verify.mjs";
import {
  consistent,
  keyPair,
  node,
  readCheckpoint,
  readKey,
  sha256,
  signatureLine,
  signedBy,
  Witness,
} from "../witness.mjs";
import { permit } from "./program.mjs";

const folder = mkdtempSync(join(tmpdir(), "vouchsafe-witness-"));
const witness = new Witness();
let server, metricsPort, admin, permission;

const settings = (metrics) => ({
  args: ["--witness-url", witness.url, "--witness-key", witness.key, "--outgoing-allow", `127.0.0.1:${witness.port}`]
    .concat(["--metrics-listen", `127.0.0.1:${metrics}`]),
  env: { VOUCHSAFE_ADMIN_PASSWORD: password },
});

before(async () => {
  await witness.start();
  metricsPort = await freePort();
  server = new Server({ sample: false, data: join(folder, "data"), ...settings(metricsPort) });
  await server.start();
  admin = await server.login("admin@localhost", 0, password);
  witness.trust((await admin.must("GET", "checkpoint/keys")).keys[0]);
});
after(async () => {
  await server?.stop();
  await witness.stop();
  witness.remove();
  rmSync(folder, { recursive: true, force: true });
});

async function until(holds, what, seconds = 15) {
  for (const end = Date.now() + seconds * 1000; ; await new Promise((resolve) => setTimeout(resolve, 50))) {
    const found = await holds();
    if (found) return found;
    if (Date.now() > end) throw new Error(`${what}: not within ${seconds} s\n${server.log}`);
  }
}

const fileOf = (data, kind) => join(data, "checkpoints", `main.${kind}`);
const kept = (data = server.data) =>
  existsSync(fileOf(data, "cosigned")) ? readCheckpoint(readFileSync(fileOf(data, "cosigned"), "utf8")) : null;
const seen = () => witness.seen()["vouchsafe/main"];
const grow = async (person, n = 1) => {
  for (let i = 0; i < n; i += 1) await person.must("POST", "accounts", { name: `Filler ${Math.random()}` });
  return (await person.must("GET", "checkpoint")).size;
};
const cosignedUpTo = (size) => until(() => kept()?.size >= size && kept(), `${size} events cosigned`);
const figure = async (name, port = metricsPort) =>
  Number(new RegExp(`^${name} (\\S+)$`, "m").exec(await (await fetch(`http://127.0.0.1:${port}/metrics`)).text())[1]);
const verify = (receipt, key) => {
  const file = join(folder, "receipt.json");
  writeFileSync(file, JSON.stringify(receipt));
  return spawnSync(program, ["verify", file, "--key", key], { encoding: "utf8" });
};
const doctor = (data) =>
  spawnSync(program, ["doctor", "--data", data, ...settings(0).args.slice(0, 6)], { encoding: "utf8" });

test("every checkpoint gets the witness's signature under it", async () => {
  const first = await cosignedUpTo(await grow(admin));
  const size = await grow(admin, 3);
  const note = await cosignedUpTo(size);
  assert.ok(note.size > first.size);
  const time = signedBy(note, readKey(witness.key));
  assert.ok(Math.abs(time - Date.now() / 1000) < 60, `cosigned at ${time}`);
  const keys = (await admin.must("GET", "checkpoint/keys")).keys;
  assert.ok(signedBy(note, readKey(keys[0])));
  assert.deepEqual(seen(), { size: note.size, root: note.root.toString("base64") });
  await until(async () => (await figure("vouchsafe_witness_behind_events")) === 0, "nothing is behind");
  assert.equal(await figure("vouchsafe_witness_refusing"), 0);
  assert.match(doctor(server.data).stdout, /^ok +witness +main: \d+ events, cosigned by witness\.test\/w1 at 20/m);
});

test("a receipt carries what the witness cosigned, and verifies offline by the witness's key", async () => {
  await admin.must("POST", "setup/defaults");
  const account = await admin.must("POST", "accounts", { name: "Nordvik" });
  const contact = await admin.must("POST", "contacts", {
    account: account.id,
    name: "Marta Lindqvist",
    email: "marta@nordvik.example",
    language: "en",
    time_zone: "Europe/Oslo",
  });
  permission = await permit(admin, contact.id);
  await cosignedUpTo(await grow(admin));
  await admin.must("POST", "accounts", { name: "After it" });
  const receipt = await admin.must("GET", `authorizations/${permission.id}/receipt`);
  const [then, now] = [receipt.proof.witnessed.checkpoint, receipt.proof.checkpoint].map(readCheckpoint);
  assert.ok(signedBy(then, readKey(witness.key)) && then.size < now.size);
  const path = receipt.proof.witnessed.path.map((hash) => Buffer.from(hash, "base64"));
  assert.ok(consistent(then.size, then.root, now.size, now.root, path));
  const told = verify(receipt, witness.key);
  assert.equal(told.status, 0, told.stdout + told.stderr);
  assert.match(told.stdout, new RegExp(`^ +its first ${then.size} events cosigned by witness\\.test/w1 at 20`, "m"));
  const stranger = verify(receipt, keyPair("witness.test/w1", 4).text);
  assert.equal(stranger.status, 0, stranger.stdout);
  assert.match(stranger.stdout, /not cosigned by the witness given/);
  assert.equal(verifyDocument(receipt).size, now.size, "a verifier that knows nothing of witnesses reads it");
});

test("a signature that is not the witness's is not kept", async () => {
  const before = kept().size;
  witness.fault = (honest) => ({ ...honest, body: honest.body.replace(/.{12}\n$/, "AAAAAAAAAA==\n") });
  const size = await grow(admin);
  await until(() => /"not_cosigned".*"not_its_signature"/.test(server.log), "the forgery is told");
  assert.equal(kept().size, before);
  witness.fault = null;
  await cosignedUpTo(size);
});

test("a witness that hangs, or is down, delays nobody", async () => {
  let held = 0;
  witness.fault = () => new Promise(() => (held += 1));
  await grow(admin);
  await until(() => held, "the witness is asked");
  for (let i = 0; i < 5; i += 1) {
    const begun = Date.now();
    await grow(admin);
    assert.ok(Date.now() - begun < 5000, `${Date.now() - begun} ms`);
  }
  assert.ok((await figure("vouchsafe_witness_behind_events")) > 0);
  assert.equal((await server.send("GET", "/readyz")).status, 200);
  const begun = Date.now();
  assert.equal((await server.stop()).code, 0);
  assert.ok(Date.now() - begun < 8000, "a stop does not wait for the witness");
  witness.fault = null;
  await witness.stop();
  await server.start();
  admin = await server.login("admin@localhost", 0, password);
  const size = await grow(admin);
  await until(() => /"not_cosigned".*"no_connection"/.test(server.log), "that it is down");
  await witness.start();
  await cosignedUpTo(size);
});

test("a refusal is told loudly until the witness agrees again", async () => {
  witness.fault = () => ({ status: 422, body: "no proof\n" });
  const size = await grow(admin);
  await until(async () => (await figure("vouchsafe_witness_refusing")) === 1, "the figure");
  witness.fault = null;
  await cosignedUpTo(size);
  await until(async () => (await figure("vouchsafe_witness_refusing")) === 0, "the figure falls");
  assert.match(server.log, /"witness_agrees_again"/);
  assert.ok(!existsSync(fileOf(server.data, "refused")));
});

/** Serves a copy of the data, grown by so many events of its own, until the witness refuses it. */
async function serveCopy(name, events, why) {
  const port = await freePort();
  const copy = new Server({ sample: false, data: join(folder, name), ...settings(port) });
  await copy.start();
  const person = await copy.login("admin@localhost", 0, password);
  await grow(person, events);
  await until(() => /"witness_refuses"/.test(copy.log), `the copy ${name} is refused`);
  await until(async () => (await figure("vouchsafe_witness_refusing", port)) === 1, "the figure");
  assert.equal((await copy.send("GET", "/readyz")).status, 200, "people go on working");
  await grow(person);
  // Its receipts are signed by the house; what the witness cosigned of the other history gives them away.
  cpSync(fileOf(server.data, "cosigned"), fileOf(copy.data, "cosigned"));
  const receipt = await person.must("GET", `authorizations/${permission.id}/receipt`);
  assert.equal(receipt.proof.witnessed !== undefined, events > 5, "only what is not shorter can claim it");
  if (receipt.proof.witnessed) {
    const forged = verify(receipt, witness.key);
    assert.equal(forged.status, 3, forged.stdout);
    assert.match(forged.stdout, /does not go on from what the witness cosigned/);
  }
  await copy.stop();
  const told = doctor(copy.data);
  assert.equal(told.status, 1, told.stdout);
  assert.match(told.stdout, why);
  const evidence = readFileSync(fileOf(copy.data, "refused"), "utf8");
  assert.ok(readCheckpoint(evidence.slice(evidence.indexOf("\n\n") + 2)), "the refused checkpoint is kept");
}

test("a copy of the data folder that went another way is refused, and says so", async () => {
  await cosignedUpTo(await grow(admin));
  await server.stop();
  const whole = spawnSync(program, ["verify", "--data", server.data, "--key", witness.key], { encoding: "utf8" });
  assert.equal(whole.status, 0, whole.stdout + whole.stderr);
  assert.match(whole.stdout, /^ok main: .*, the first \d+ cosigned by witness\.test\/w1 at 20/m);
  for (const name of ["forked", "older"]) cpSync(server.data, join(folder, name), { recursive: true });
  await server.start();
  admin = await server.login("admin@localhost", 0, password);
  await cosignedUpTo(await grow(admin, 5));
  const before = seen();
  await serveCopy("older", 1, /^MEND +witness +main: witness\.test\/w1 cosigned \d+ events of this ledger, which has/m);
  await serveCopy("forked", 9, /^MEND +witness +main: .*two histories of this ledger/m);
  assert.deepEqual(seen(), before, "the witness holds what it held");
  await cosignedUpTo(await grow(admin));
  assert.equal(await figure("vouchsafe_witness_refusing"), 0, "the one that went on is not in doubt");
});

test("a witness's address that may not be called, or a key that is none, stops the start with a sentence", () => {
  const data = ["--data", join(folder, "none")];
  const told = (...args) => spawnSync(program, ["doctor", ...data, ...args], { encoding: "utf8" });
  const wrong = told("--witness-url", "http://127.0.0.1:9", "--witness-key", witness.key);
  assert.equal(wrong.status, 2);
  assert.match(wrong.stdout, /WRONG witness_url is not called \(not_https\)/);
  assert.match(told("--witness-url", "https://witness.test").stdout, /WRONG .*belong together/);
  assert.match(told("--witness-key", witness.key.replace("+B", "+A")).stdout, /WRONG .*is not a witness's key/);
});

// The witness by itself, with a ledger made here.
class Log {
  constructor(leaves) {
    this.key = keyPair("log.test/one", 1);
    this.leaves = Array.from({ length: leaves }, (_, i) => sha256(Buffer.from([0]), String(i)));
  }
  root(from = 0, to = this.leaves.length) {
    if (to - from === 1) return this.leaves[from];
    const half = from + this.half(to - from);
    return node(this.root(from, half), this.root(half, to));
  }
  half(n) {
    let k = 1;
    while (k * 2 < n) k *= 2;
    return k;
  }
  /** RFC 6962 2.1.2. */
  proof(old, from = 0, to = this.leaves.length, whole = true) {
    if (old === to - from) return whole ? [] : [this.root(from, to)];
    const k = this.half(to - from);
    if (old <= k) return [...this.proof(old, from, from + k, whole), this.root(from + k, to)];
    return [...this.proof(old - k, from + k, to, false), this.root(from, from + k)];
  }
  note(size, root = this.root(0, size), key = this.key) {
    const text = `log.test/one\n${size}\n${root.toString("base64")}\n`;
    return `${text}\n${signatureLine(key, sign(null, Buffer.from(text), key.privateKey))}`;
  }
  request(old, size, note = this.note(size)) {
    const path = old > 0 && old <= size ? this.proof(old, 0, size) : [];
    return `old ${old}\n${path.map((hash) => `${hash.toString("base64")}\n`).join("")}\n${note}`;
  }
}

test("the witness answers as the protocol says, and proofs of all small trees pass", async () => {
  const log = new Log(40);
  for (let to = 1; to <= 40; to += 1)
    for (let from = 1; from <= to; from += 1) {
      const path = log.proof(from, 0, to);
      assert.ok(consistent(from, log.root(0, from), to, log.root(0, to), path), `${from} → ${to}`);
      assert.ok(!consistent(from, sha256("x"), to, log.root(0, to), path), `${from} → ${to} of another root`);
    }
  const own = new Witness();
  const status = async (body) => (await own.add(body)).status;
  assert.equal(await status(log.request(0, 5)), 404);
  own.trust(log.key.text);
  assert.equal(await status(log.request(0, 5, log.note(5, undefined, keyPair("log.test/one", 1)))), 403);
  assert.equal(await status("old 05\n\nx"), 400);
  assert.equal(await status(log.request(6, 5)), 400);
  assert.equal(await status(log.request(0, 5)), 200);
  const conflict = { status: 409, type: "text/x.tlog.size", body: "5\n" };
  assert.deepEqual(await own.add(log.request(0, 9)), conflict);
  assert.deepEqual(await own.add(log.request(5, 5, log.note(5, sha256("other")))), conflict);
  assert.equal(await status(log.request(5, 9, log.note(9, sha256("other")))), 422);
  assert.equal(await status(log.request(5, 5)), 200);
  assert.equal(await status(log.request(5, 9)), 200);
  own.remove();
});

/** A hundred at once, each from what it believes the witness knows; the sizes in the order in which they were kept. */
async function race(own, log) {
  own.trust(log.key.text);
  const sizes = [];
  const keep = own.keep.bind(own);
  own.keep = async (all) => {
    await keep(all);
    sizes.push(all["log.test/one"].size);
  };
  await own.add(log.request(0, 1));
  const ask = async (size) => {
    for (let old = 1; ; ) {
      const answer = await own.add(log.request(old, size));
      if (answer.status !== 409) return answer.status;
      if (Number(answer.body) > size) return 409;
      old = Number(answer.body);
    }
  };
  const all = Array.from({ length: 100 }, (_, i) => 2 + ((i * 37) % 100));
  const statuses = await Promise.all(all.map(ask));
  assert.ok(statuses.every((status) => status === 200 || status === 409), String(statuses));
  own.remove();
  return sizes;
}

const rolledBack = (sizes) => sizes.some((size, i) => i > 0 && size < sizes[i - 1]);

test("a hundred requests at once never take the witness back", async () => {
  const log = new Log(120);
  const sizes = await race(new Witness(), log);
  assert.ok(sizes.length > 1 && !rolledBack(sizes), String(sizes));
  assert.equal(sizes.at(-1), 101);
  // The same race where checking and keeping are not one: it must be seen.
  class Careless extends Witness {
    alone(work) {
      return work();
    }
  }
  assert.ok(rolledBack(await race(new Careless(), log)), "the race does not show what it is to show");
});
