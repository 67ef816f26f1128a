// Receipts, checkpoints and keys as people outside meet them: verified without the server, by two verifiers that share
// no code; forgeries, rolled back and forked ledgers, changed and lost keys.
// MISSION: AUT-03, REC-01   QUALITY: S-VERIFY, S-FORK, S-KEY, S-ROLL, S-TAMPER
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { program, Server } from "../server.mjs";
import { verifyDocument } from "../verify.mjs";
import { linkOf, Visitor } from "./customer.mjs";
import { PostOffice } from "./post_office.mjs";
import { day, permit, unique } from "./program.mjs";
import { unzip, zip } from "./zip_file.mjs";

const password = "correct-horse-battery-9";
process.env.VOUCHSAFE_ADMIN_PASSWORD = password;
const folder = mkdtempSync(join(tmpdir(), "vouchsafe-proof-"));
const office = new PostOffice();
const server = new Server({ sample: false });
let admin, first;

const run = (...args) => spawnSync(program, args, { encoding: "utf8", maxBuffer: 1 << 28 });
const verify = (...args) => run("verify", ...args);
const keep = (name, content) => {
  const file = join(folder, name);
  const plain = typeof content === "string" || Buffer.isBuffer(content);
  writeFileSync(file, plain ? content : JSON.stringify(content));
  return file;
};
const note = async (person = admin) =>
  (await person.call("GET", "checkpoint", undefined, { Accept: "text/plain" })).text;
const keys = async (person = admin) => (await person.must("GET", "checkpoint/keys")).keys;
const receiptOf = (id, person = admin) => person.must("GET", `authorizations/${id}/receipt`);
const login = async (to = server) => to.login("admin@localhost", 0, password);

/** A customer who was asked in writing and answered: yes to one thing, no to the other. */
async function answered(person = admin, at = server) {
  const account = await person.must("POST", "accounts", { name: unique("Nordvik «ASA»") });
  const contact = await person.must("POST", "contacts", {
    account: account.id,
    name: "Márta Lindqvist",
    email: `${unique("marta").replace(" ", ".")}@nordvik.example`,
    language: "en",
    time_zone: "Europe/Oslo",
  });
  const asks = [
    { use_type: "logo", channels: ["web"], until: day(200) },
    { use_type: "quote", channels: ["web"], until: day(200), content: "“Six weeks — and it ran.”" },
  ];
  const asked = await person.must("POST", "authorizations", { contact: contact.id, asks, message: "May we?" });
  const visitor = new Visitor(at);
  await visitor.open(await linkOf(person, asked.id, "authorization.ask"));
  await visitor.post("/p/ask", { a0: "yes", a1: "no" });
  const digest = /name="digest" value="([^"]+)"/.exec((await visitor.get("/p/check")).text)[1];
  const sent = await visitor.post("/p/answer", { digest, authority: "company", typed_name: "Márta Lindqvist" });
  assert.equal(sent.headers.location, "/p/done");
  return { id: asked.id, number: asked.number, visitor };
}

before(async () => {
  await office.open();
  server.env = { VOUCHSAFE_SMTP_URL: `smtp://127.0.0.1:${office.port}`, VOUCHSAFE_MAIL_FROM: "r@vouchsafe.test" };
  await server.start();
  admin = await login();
  await admin.must("POST", "setup/defaults");
  first = await answered();
});
after(async () => {
  await server.stop();
  await office.close();
  server.remove();
  rmSync(folder, { recursive: true, force: true });
});

test("a receipt verifies offline, by the program and by another verifier", async () => {
  const receipt = await receiptOf(first.id);
  const file = keep("receipt.json", receipt);
  const told = verify(file, "--key", (await keys())[0]);
  assert.equal(told.status, 0, told.stdout + told.stderr);
  assert.match(told.stdout, /^ok receipt\.json: \d+ events and \d+ values in words are in vouchsafe\/main of \d+ /);
  assert.match(told.stdout, /authorization\.granted/);
  const proved = verifyDocument(receipt, await keys());
  assert.ok(proved.events.some((event) => event.type === "authorization.answered"));
  assert.deepEqual(proved.events.map((event) => event.data.id), proved.events.map(() => first.id));
  const words = receipt.proof.words.map((each) => each.words);
  assert.ok(words.includes("Márta Lindqvist"), "the name that was typed is bound to the ledger");
  assert.ok(words.includes(receipt.wording), "the wording that was agreed to is bound to the ledger");
});

test("the customer's download and letter carry the same proof", async () => {
  const download = await first.visitor.get(`/p/receipt`);
  assert.equal(download.status, 200, download.text);
  assert.equal(verify(keep("download.json", download.text)).status, 0);
  for (let tries = 0; tries < 200 && !office.letters.some((letter) => letter.attachments.length); tries += 1)
    await new Promise((resolve) => setTimeout(resolve, 100));
  const letter = office.letters.find((each) => each.attachments.length);
  assert.match(letter.to[0], /^marta\..*@nordvik\.example$/);
  const [attached] = letter.attachments;
  assert.equal(attached.filename, "receipt.json");
  const told = verify(keep("letter.json", attached.content.toString()), "--key", (await keys())[0]);
  assert.equal(told.status, 0, told.stdout);
  assert.equal(JSON.parse(attached.content).number, first.number);
});

/** Every copy of the document with one thing in it changed. */
function* forgeries(value, path = []) {
  if (Array.isArray(value) || (value && typeof value === "object")) {
    for (const name of Object.keys(value)) yield* forgeries(value[name], [...path, name]);
    if (Array.isArray(value) && value.length) yield [path, value.slice(1)];
    return;
  }
  if (typeof value === "string") {
    const middle = value.length >> 1;
    yield [path, `${value.slice(0, middle)}${value[middle] === "A" ? "B" : "A"}${value.slice(middle + 1)}`];
    yield [path, `${value} `];
  }
  if (typeof value === "number") yield [path, value + 1];
  if (typeof value === "boolean") yield [path, !value];
  if (value === null) yield [path, "A"];
}

function forged(document, path, value) {
  const copy = structuredClone(document);
  path.slice(0, -1).reduce((at, name) => at[name], copy)[path.at(-1)] = value;
  return copy;
}

test("a thousand documents: both verifiers agree on each, and no forgery passes", async () => {
  const good = await receiptOf(first.id);
  const all = [...forgeries(good)].filter(([path]) => path.length);
  const documents = all
    .slice(0, 999)
    .map(([path, value]) => ({ path: path.join("."), document: forged(good, path, value) }));
  documents.push({ path: "untouched", document: good });
  const files = documents.map(({ document }, i) => keep(`${String(i).padStart(4, "0")}.json`, document));
  const lines = verify(...files).stdout.split("\n").filter((line) => /^(ok|bad) /.test(line));
  assert.equal(lines.length, documents.length);
  documents.forEach(({ path, document }, i) => {
    let theirs = "ok";
    try {
      verifyDocument(document);
    } catch {
      theirs = "bad";
    }
    assert.equal(lines[i].split(" ")[0], theirs, `${path}: ${lines[i]}`);
    assert.equal(theirs, path === "untouched" ? "ok" : "bad", `${path} was changed and nobody saw it`);
  });
  assert.ok(documents.length > 150, `${documents.length} documents`);
});

test("an evidence pack holds what people and programs need, and verifies as a whole", async () => {
  const account = await admin.must("POST", "accounts", { name: unique("Yamada") });
  const contact = await admin.must("POST", "contacts", { account: account.id, name: "山田 太郎", language: "ja" });
  const permission = await permit(admin, contact.id);
  const answer = await admin.get(`authorizations/${permission.id}/evidence`);
  assert.equal(answer.status, 200, answer.text.slice(0, 500));
  assert.equal(answer.headers["content-type"], "application/zip");
  const entries = unzip(answer.bytes);
  const attached = Object.keys(entries).find((name) => name.startsWith("attachments/"));
  for (const name of ["record.json", "record.pdf", "consent.json", "README.txt", "checkpoint.txt", "keys.txt"])
    assert.ok(entries[name]?.length > 50, name);
  assert.match(entries[attached].toString(), /Yes, you may ask me/);
  assert.match(entries["record.pdf"].toString("latin1"), /^%PDF-1/);
  assert.ok(verifyDocument(JSON.parse(entries["record.json"])).events.length > 0);

  const told = verify(keep("pack.zip", answer.bytes), "--key", (await keys())[0]);
  assert.equal(told.status, 0, told.stdout + told.stderr);
  assert.equal(verify(keep("again.zip", zip(entries))).status, 0, "who packs it anew changes nothing");
  const other = (text) => Buffer.from(text);
  const bad = { [attached]: other("I may ask you."), "record.pdf": other("%PDF-1.5"), "more.txt": other("!") };
  for (const [name, bytes] of Object.entries(bad)) {
    const found = verify(keep("bad.zip", zip({ ...entries, [name]: bytes })));
    assert.equal(found.status, 3);
    assert.ok(found.stdout.includes(name), found.stdout);
  }
  const { [attached]: gone, ...rest } = entries;
  assert.match(verify(keep("bad.zip", zip(rest))).stdout, /is missing/, `${gone.length} bytes are missing`);
  assert.equal(verify(keep("bad.zip", answer.bytes.subarray(0, answer.bytes.length / 2))).status, 3);
});

test("any event is proved to those who audit, and any two checkpoints are of one history", async () => {
  const old = await note();
  const oldSize = Number(old.split("\n")[1]);
  for (let i = 0; i < 5; i += 1) await admin.must("POST", "accounts", { name: unique("Company") });
  const last = await admin.must("GET", "checkpoint");
  assert.ok(last.size > oldSize && last.origin === "vouchsafe/main" && last.note.includes(last.origin));
  const event = await admin.must("GET", `proof/${oldSize}`);
  assert.equal(JSON.parse(Buffer.from(event.event, "base64")).seq, oldSize);
  assert.equal((await admin.get(`proof/${last.size + 1000}`)).status, 404);
  assert.equal((await admin.get("proof/x")).status, 404);
  assert.equal((await admin.get("checkpoint/consistency?from=x")).status, 400);
  assert.equal((await admin.get(`checkpoint/consistency?from=${last.size + 1000}`)).status, 422);

  const receipt = await receiptOf(first.id);
  const now = Number(receipt.proof.checkpoint.split("\n")[1]);
  const file = keep("later.json", receipt);
  const then = keep("old.note", old);
  const apart = verify(file, "--checkpoint", then);
  assert.equal(apart.status, 3);
  assert.match(apart.stdout, /consistency\?from=\d+&to=\d+/);
  const path = await admin.must("GET", `checkpoint/consistency?from=${oldSize}&to=${now}`);
  const together = verify(file, "--checkpoint", then, "--consistency", keep("path.json", path));
  assert.equal(together.status, 0, together.stdout);
  path.path[0] = Buffer.alloc(32, 7).toString("base64");
  assert.equal(verify(file, "--checkpoint", then, "--consistency", keep("path.json", path)).status, 3);
});

test("who shows another history to others is found by two checkpoints of one size", async () => {
  await server.stop();
  const twin = new Server({ sample: false, data: join(folder, "twin") });
  cpSync(server.data, twin.data, { recursive: true });
  await server.start();
  admin = await login();
  await twin.start();
  const other = await login(twin);
  await admin.must("POST", "accounts", { name: "As the auditor sees it" });
  await other.must("POST", "accounts", { name: "As the customer sees it" });
  const mine = keep("mine.json", await receiptOf(first.id));
  const theirs = keep("theirs.note", await note(other));
  assert.equal(verify(mine, "--checkpoint", keep("mine.note", await note())).status, 0);
  const told = verify(mine, "--checkpoint", theirs);
  assert.equal(told.status, 3);
  assert.match(told.stdout, /different pasts/);
  await twin.stop();
});

test("a ledger behind its checkpoint does not start, unless that is accepted and said in it", async () => {
  await server.stop();
  const older = join(folder, "older");
  cpSync(server.data, older, { recursive: true });
  await server.start();
  admin = await login();
  const later = await answered();
  const receipt = keep("lost.json", await receiptOf(later.id));
  await server.stop();
  const checkpoints = join(server.data, "checkpoints");
  for (const part of ["vouchsafe.db", "vouchsafe.db-wal", "vouchsafe.db-shm"])
    rmSync(join(server.data, part), { force: true });
  cpSync(join(older, "vouchsafe.db"), join(server.data, "vouchsafe.db"));

  const refused = run("serve", "--data", server.data, "--listen", "127.0.0.1:1");
  assert.equal(refused.status, 3, refused.stdout + refused.stderr);
  assert.match(refused.stderr, /workspace main: the checkpoint outside was signed when the ledger had [\d,]+ events/);
  assert.match(refused.stderr, /--accept-rollback/);
  const looked = verify("--data", server.data);
  assert.equal(looked.status, 3);
  assert.match(looked.stdout, /^damaged main: the checkpoint outside/m);

  server.args = ["--accept-rollback"];
  await server.start();
  server.args = [];
  admin = await login();
  const trail = await admin.must("GET", "audit?type=ledger.rollback_accepted");
  assert.equal(trail.items.length, 1);
  assert.ok(trail.items[0].data.checkpoint_size > trail.items[0].data.size);
  await server.stop();
  await server.start(); // and from then on as ever
  admin = await login();
  // What was given out keeps telling: its checkpoint is of a history that is no more.
  const size = Number(JSON.parse(readFileSync(receipt)).proof.checkpoint.split("\n")[1]);
  while ((await admin.must("GET", "checkpoint")).size < size)
    await admin.must("POST", "accounts", { name: unique("Filler") });
  const path = keep("after.json", await admin.must("GET", `checkpoint/consistency?from=${size}`));
  const told = verify(receipt, "--checkpoint", keep("after.note", await note()), "--consistency", path);
  assert.equal(told.status, 3);
  assert.match(told.stdout, /different pasts/);
  assert.ok(statSync(checkpoints).isDirectory());
});

test("a lost key stops the start until somebody says that it is lost", async () => {
  await server.stop();
  const file = join(server.data, "keys", "signing.key");
  assert.equal(statSync(file).mode & 0o777, 0o600);
  rmSync(file);
  const refused = run("serve", "--data", server.data, "--listen", "127.0.0.1:1");
  assert.equal(refused.status, 3);
  assert.match(refused.stderr, /signing key .* is missing.*keys rotate --lost/s);
  assert.equal(run("keys", "rotate", "--data", server.data).status, 3);
  const rotated = run("keys", "rotate", "--lost", "--data", server.data);
  assert.equal(rotated.status, 0, rotated.stderr);
  await server.start();
  admin = await login();
  const told = verify(keep("new.json", await receiptOf(first.id)), "--key", rotated.stdout.trim());
  assert.equal(told.status, 0, told.stdout);
});

test("another key signs from now on: old receipts verify, new ones by the old key's word", async () => {
  const oldKey = (await keys())[0];
  const before = keep("before.json", await receiptOf(first.id));
  await server.stop();
  const rotated = run("keys", "rotate", "--data", server.data);
  assert.equal(rotated.status, 0, rotated.stderr);
  const newKey = rotated.stdout.trim();
  assert.notEqual(newKey, oldKey);
  await server.start();
  admin = await login();
  assert.deepEqual((await keys()).slice(0, 2), [newKey, oldKey]);
  assert.equal(run("keys", "show", "--data", server.data).status, 3, "the folder is in use");
  assert.equal((await admin.must("GET", "audit?type=ledger.key_rotated")).items.length, 2);
  const later = keep("later.json", await receiptOf(first.id));
  assert.equal(verify(before, "--key", keep("keys", (await keys()).join("\n"))).status, 0);
  assert.equal(verify(before, "--key", oldKey).status, 0);
  assert.equal(verify(later, "--key", newKey).status, 0);
  assert.equal(verify(later, "--key", oldKey).status, 0, "the old key handed over");
  assert.equal(verify(before, "--key", newKey).status, 3, "a new key says nothing of the time before it");
});

test("a changed byte in the data folder is found, with the event in which it is", async () => {
  await server.stop();
  const good = verify("--data", server.data);
  assert.equal(good.status, 0, good.stdout + good.stderr);
  const whole = /^ok main: \d+ events, root [0-9a-f]{64}, \d+ values in words, 0 erased, as the checkpoint/m;
  assert.match(good.stdout, whole);
  const file = join(server.data, "vouchsafe.db");
  const bytes = readFileSync(file);
  const at = bytes.indexOf('"type":"authorization.granted"');
  const envelope = bytes.subarray(bytes.lastIndexOf('{"v":1,"ws":"main","seq":', at), at).toString();
  const sequence = /"seq":(\d+)/.exec(envelope)[1];
  bytes[at + 12] ^= 1;
  writeFileSync(file, bytes);
  const bad = verify("--data", server.data);
  assert.equal(bad.status, 3);
  assert.match(bad.stdout, new RegExp(`^damaged main: event ${sequence}: `, "m"));
  bytes[at + 12] ^= 1;
  writeFileSync(file, bytes);
  await server.start();
});
