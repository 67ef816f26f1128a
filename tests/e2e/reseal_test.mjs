// Another key file and another algorithm for a house that holds everything there is: words, files, second factors,
// receipts that were handed out, backups from before. The program that does it is killed again and again.
//   VOUCHSAFE_KILLS=200 node --test tests/e2e/reseal_test.mjs
// MISSION: REC-01, REC-02
// QUALITY: 11.2.2, R-KILL, R-REPLAY
import assert from "node:assert/strict";
import { execFileSync, spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { copyFileSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { Postgres } from "../postgres.mjs";
import { password, Person, program, Server } from "../server.mjs";
import { code } from "./totp.mjs";

const kills = Number(process.env.VOUCHSAFE_KILLS ?? 20);
const folder = mkdtempSync(join(tmpdir(), "vouchsafe-reseal-"));
const at = (name) => join(folder, name);
const run = (args, env = {}) =>
  spawnSync(program, args, { encoding: "utf8", maxBuffer: 1 << 30, env: { ...process.env, ...env } });
const said = (done) => `${done.status}: ${done.stdout}${done.stderr}`;
const reseal = (...args) => run(["reseal", "--data", server.data, ...args]);
const opens = (key) => run(["verify", "--data", server.data, "--key-file", key]);
const stateWith = (key) => {
  const dump = run(["dump", "--data", server.data, "--key-file", key]);
  assert.equal(dump.status, 0, dump.stderr);
  return createHash("sha256").update(dump.stdout).digest("hex");
};
const backUp = (to, ...more) => {
  const done = run(["backup", "--data", server.data, "--to", at(to), ...more]);
  assert.equal(done.status, 0, said(done));
};

let server, key, admin, receipt, fileId, secret, state, words;

// A house of the first release, whose keys say no algorithm, with what it did not have: owners for several steps, files
// and a second factor.
before(async () => {
  execFileSync("tar", ["-C", folder, "-xzf", "tests/released/0.1/data.tar.gz"]);
  server = await new Server({ sample: false, data: at("data") }).start();
  admin = await server.login("administrator");
  const account = await admin.must("POST", "accounts", { name: "Sealed", industry: "Software", country: "US" });
  for (let i = 0; i < 120; i++)
    await admin.must("POST", "contacts", {
      account: account.id, name: `Nia ${i}`, email: `nia-${i}@reseal.test`, title: "Head", language: "en",
    });
  const bytes = Buffer.from("Six weeks, and it ran.");
  fileId = (await admin.must("POST", "files?name=words.txt", bytes, { "Content-Type": "text/plain" })).id;
  const given = (await admin.all("authorizations")).map(({ id }) => admin.get(`authorizations/${id}/receipt`));
  receipt = at("receipt.json");
  writeFileSync(receipt, (await Promise.all(given)).find(({ status }) => status === 200).text);
  const me = (path, body) => server.send("POST", `/api/v1/me/second_factor/${path}`, body, admin.headers);
  secret = (await me("begin", { password })).body.secret;
  assert.equal((await me("confirm", { code: code(secret) })).status, 200);
  await server.stop();
  key = at("first");
  copyFileSync(join(server.data, "keys", "kek"), key);
  state = stateWith(key);
  words = / \d+ values in words/.exec(opens(key).stdout)?.[0];
  assert.ok(words, "verify says how many words it opened");
});
after(async () => {
  await server.stop().catch(() => {});
  rmSync(folder, { recursive: true, force: true });
});

test("what it cannot do it refuses, and changes nothing", () => {
  const kept = readFileSync(join(server.data, "keys", "keys.db"));
  for (const [args, why] of [
    [[], /say what is to change/],
    [["--algorithm", "rot13"], /no algorithm rot13; there are xchacha20-poly1305, aes-256-gcm/],
    [["--new-key-file", join(server.data, "keys", "new")], /copies of the keys would take it along/],
    [["--key-file", at("nowhere"), "--new-key-file", at("never")], /nowhere is not there/],
  ]) {
    const refused = reseal(...args);
    assert.equal(refused.status, 1, said(refused));
    assert.match(refused.stderr, /^nothing was changed: /);
    assert.match(refused.stderr, why);
  }
  assert.ok(!existsSync(at("never")) && !existsSync(at("nowhere")));
  assert.deepEqual(readFileSync(join(server.data, "keys", "keys.db")), kept);
});

test("another key file: the old one opens nothing, and everything is as it was", () => {
  backUp("ledger-first"), backUp("keys-first", "--keys");
  const done = reseal("--key-file", key, "--new-key-file", at("second"));
  assert.equal(done.status, 0, said(done));
  assert.match(done.stdout, /^ok: of \d+ owners \d+ words, \d+ files and 1 second factors open; \d+ of erased/m);
  const refused = opens(key);
  assert.equal(refused.status, 3);
  assert.match(refused.stderr, /does not open with this key file/);
  key = at("second");
  assert.equal(stateWith(key), state);
  const again = reseal("--key-file", at("first"), "--new-key-file", key);
  assert.equal(again.status, 0, `said twice it is done: ${said(again)}`);
});

test("broken off when the new key file was made and nothing used it yet, it goes on with that one", () => {
  copyFileSync(at("first"), at("third"));
  const done = reseal("--key-file", key, "--new-key-file", at("third"));
  assert.equal(done.status, 0, said(done));
  key = at("third");
  assert.equal(stateWith(key), state);
});

test(`killed ${kills} times while both change, everything opens each time and goes on`, async () => {
  let [next, number, algorithm] = [at("key-0"), 0, "aes-256-gcm"];
  const args = () =>
    ["reseal", "--data", server.data, "--key-file", key, "--new-key-file", next, "--algorithm", algorithm];
  const began = Date.now();
  assert.equal(run(args()).status, 0);
  let [whole, broken, tries] = [Date.now() - began, 0, 0];
  while (broken < kills) {
    assert.ok(++tries <= 5 * kills, `only ${broken} of ${tries} were broken off`);
    if (existsSync(next) && opens(next).status === 0) key = next;
    [next, algorithm] = [at(`key-${++number}`), number % 2 ? "xchacha20-poly1305" : "aes-256-gcm"];
    const begun = Date.now();
    const child = spawn(program, args(), { stdio: "ignore" });
    const ended = new Promise((resolve) => child.once("exit", (_, signal) => resolve(signal)));
    const timer = setTimeout(() => child.kill("SIGKILL"), Math.random() * whole);
    if ((await ended) === "SIGKILL") broken += 1;
    else whole = Math.min(whole, Date.now() - begun); // the machine has become faster since it was measured
    clearTimeout(timer);
    const found = [next, key].filter(existsSync).map(opens).find((each) => each.status === 0);
    assert.ok(found, `try ${tries}: neither key file opens the house`);
    assert.ok(found.stdout.includes(words), `try ${tries}: ${said(found)}`);
  }
  const last = run(args());
  assert.equal(last.status, 0, said(last));
  key = next;
  assert.equal(stateWith(key), state);
});

test("a signal ends it between two steps, and it says how to go on", async () => {
  const to = reseal("--key-file", key, "--algorithm", "xchacha20-poly1305");
  assert.equal(to.status, 0, said(to));
  const child = spawn(program, ["reseal", "--data", server.data, "--key-file", key, "--algorithm", "aes-256-gcm"]);
  let heard = "";
  child.stdout.on("data", (bytes) => {
    if (!heard) child.kill("SIGTERM"); // its first line: the keys are wrapped anew, nobody was moved yet
    heard += bytes;
  });
  const code = await new Promise((resolve) => child.once("exit", resolve));
  assert.ok(code === 130 || code === 0, `${code}: ${heard}`);
  if (code === 130) assert.match(heard, /broken off; everything can be read/);
  assert.ok(opens(key).stdout.includes(words));
  assert.equal(reseal("--key-file", key, "--algorithm", "aes-256-gcm").status, 0);
});

test("it is served on: words, file, second factor, and new words by the new algorithm", async () => {
  server.args = ["--key-file", key];
  await server.start();
  const sign = (more) =>
    server.send("POST", "/api/v1/session", { email: "administrator@sample.test", password, ...more });
  assert.equal((await sign({})).body.code, "second_factor_needed");
  const signedIn = await sign({ code: code(secret, 1) });
  assert.equal(signedIn.status, 200, "the second factor of before is the one of now");
  const headers = { Cookie: signedIn.headers["set-cookie"][0].split(";")[0] };
  admin = new Person(server, admin.me, admin.workspace, headers);
  assert.equal((await admin.get(`files/${fileId}`)).text, "Six weeks, and it ran.");
  const { items } = await admin.must("GET", "contacts?name=Nia%207");
  assert.equal(items[0].name, "Nia 7");
  const added = await admin.must("POST", "contacts", {
    account: items[0].account.id ?? items[0].account, name: "Nora New", email: "nora@reseal.test", title: "Head",
    language: "en",
  });
  const busy = reseal("--key-file", key, "--algorithm", "xchacha20-poly1305");
  assert.equal(busy.status, 3);
  assert.match(busy.stderr, /another vouchsafe is running on this data folder/);
  assert.equal((await server.stop()).code, 0);
  await server.start();
  assert.equal((await admin.must("GET", `contacts/${added.id}`)).name, "Nora New");
  await server.stop();
});

test("a receipt from before verifies, by itself and against the house", () => {
  const told = run(["verify", receipt]);
  assert.match(said(told), /^0: ok receipt\.json/);
});

test("a backup from before opens with its own keys and key file, and no other mixture goes unnoticed", () => {
  backUp("ledger-now"), backUp("keys-now", "--keys");
  const restore = (ledger, keys, kek, to) =>
    run(["restore", at(ledger), "--keys", at(keys), "--key-file", kek, "--data", at(to)]);
  const old = restore("ledger-first", "keys-first", at("first"), "old");
  assert.equal(old.status, 0, said(old));
  assert.equal(restore("ledger-now", "keys-now", key, "new").status, 0);
  const wrongFile = restore("ledger-first", "keys-first", key, "a");
  assert.match(said(wrongFile), /does not open with this key file/);
  const youngerKeys = restore("ledger-first", "keys-now", key, "b");
  assert.equal(youngerKeys.status, 3, said(youngerKeys));
  assert.match(youngerKeys.stderr, /sealed under other keys than these/);
  const olderKeys = restore("ledger-now", "keys-first", at("first"), "c");
  assert.match(said(olderKeys), /the keys are older than the data/);
});

test("the shipped log begins anew with a whole copy, which opens with the keys shipped beside it", async () => {
  const [log, keys] = [at("shipped"), at("shipped-keys")];
  const fulls = () => readdirSync(log).filter((name) => /^full-.*\.json$/.test(name));
  const until = async (done, what) => {
    for (let tries = 0; !done(); tries++) {
      assert.ok(tries < 600, what);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  };
  server.env = { VOUCHSAFE_SHIP_TO: log, VOUCHSAFE_SHIP_KEYS_TO: keys, VOUCHSAFE_SHIP_SECONDS: "1" };
  await server.start();
  await until(() => existsSync(log) && fulls().length === 1, "no whole copy was shipped");
  await server.stop();
  const [first] = fulls();
  assert.equal(reseal("--key-file", key, "--algorithm", "xchacha20-poly1305").status, 0);
  await server.start();
  await until(() => fulls().length === 1 && fulls()[0] !== first, "no other whole copy took its place");
  await server.stop();
  const back = run(["restore", log, "--keys", keys, "--key-file", key, "--data", at("shipped-back")]);
  assert.match(said(back), /^0: ok main: \d+ events, root [0-9a-f]{64}, \d+ words readable, 0 not/);
});

test("on PostgreSQL it waits for no node: it is refused while one runs, and done when none does", async () => {
  const postgres = await new Postgres().start();
  const node = new Server({ sample: false, env: { VOUCHSAFE_DB: postgres.database("sealed") } });
  try {
    Object.assign(node.env, { VOUCHSAFE_ADMIN_EMAIL: "a@reseal.test", VOUCHSAFE_ADMIN_PASSWORD: password });
    await node.start();
    const admin = await node.login("a@reseal.test");
    const nora = { name: "Nora Node", email: "n@reseal.test", roles: ["requester"] };
    const someone = await admin.must("POST", "people", nora);
    const fresh = mkdtempSync(join(folder, "node-"));
    const args = ["reseal", "--data", fresh, "--key-file", join(node.data, "keys", "kek"), "--new-key-file", at("pg"),
      "--algorithm", "aes-256-gcm"];
    const refused = run(args, node.env);
    assert.equal(refused.status, 1, said(refused));
    assert.match(refused.stderr, /stop every node first/);
    await node.stop();
    const done = run(args, node.env);
    assert.equal(done.status, 0, said(done));
    assert.match(done.stdout, /^ok: of \d+ owners \d+ words/m);
    node.args = ["--key-file", at("pg")];
    await node.start();
    const again = await node.login("a@reseal.test");
    assert.equal((await again.must("GET", `people/${someone.id}`)).name, "Nora Node");
  } finally {
    await node.stop().catch(() => {});
    node.remove();
    postgres.remove();
  }
});
