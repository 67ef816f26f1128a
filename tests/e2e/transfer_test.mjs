// A workspace moves from SQLite to PostgreSQL and back: the same root, the same state, the same people, and its proofs
// still hold.
// MISSION: INT-05, REC-03
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { Postgres } from "../postgres.mjs";
import { password, program, Server } from "../server.mjs";

const email = "admin@moving.test";
const base = mkdtempSync(join(tmpdir(), "vs-transfer-"));
const at = (name) => join(base, name);
const postgres = new Postgres();
let db, home;

const settings = { VOUCHSAFE_ADMIN_EMAIL: email, VOUCHSAFE_ADMIN_PASSWORD: password };
const onPostgres = () => ({ VOUCHSAFE_DB: db });

function run(args, env = {}) {
  const done = spawnSync(program, args, { env: { ...process.env, ...env }, encoding: "utf8", maxBuffer: 1 << 28 });
  return { ...done, said: done.stdout + done.stderr };
}
function must(args, env) {
  const done = run(args, env);
  assert.equal(done.status, 0, `${args.join(" ")}: ${done.said}`);
  return done.stdout;
}
const rootIn = (text) => text.match(/root ([0-9a-f]{64})/)[1];

// Serves, lets somebody look and act, stops; gives the state and the checkpoint at the end.
async function serving(data, env, act = async () => {}) {
  const server = await new Server({ sample: false, data, env: { ...settings, ...env } }).start();
  const person = await server.login(email, 0);
  await act(person, server);
  const dump = (await person.get("dump")).text;
  await server.stop();
  return dump;
}

before(() => postgres.start().then(() => (db = postgres.database("moved"))));
after(() => {
  postgres.remove();
  rmSync(base, { recursive: true, force: true });
});

let account, file;
test("a workspace with people, files and answers is exported", async () => {
  home = await serving(at("home"), {}, async (person) => {
    for (let i = 0; i < 30; i += 1)
      account = await person.must("POST", "accounts", { name: `Mover ${i}`, industry: "Software", country: "US" });
    await person.must(
      "POST",
      "contacts",
      { account: account.id, name: "Marta Lindqvist", title: "CIO", email: "marta@customer.test", language: "en" },
      { "Idempotency-Key": "once" },
    );
    file = await person.must("POST", "files?name=note.txt", Buffer.from("agreed"), { "Content-Type": "text/plain" });
  });
  const keys = ["--keys-to", at("crate-keys")];
  const done = must(["export", "--workspace", "main", at("crate"), ...keys, "--data", at("home")]);
  assert.equal(rootIn(done), rootIn(must(["dump", "--data", at("home")])));
  assert.match(home, /Marta Lindqvist/);
  assert.ok(!readFileSync(join(at("crate"), "vouchsafe.db")).includes("Marta Lindqvist"), "words travel sealed");
  assert.ok(!existsSync(join(at("crate"), "keys.db")), "keys travel another way");
  assert.equal(run(["export", "--workspace", "main", at("crate"), "--data", at("home")]).status, 2);
  assert.equal(run(["export", "--workspace", "nothing", at("none"), "--data", at("home")]).status, 2);
});

test("it is imported into PostgreSQL, and is the same", async () => {
  const done = must(["import", at("crate"), "--keys-from", at("crate-keys"), "--data", at("node")], onPostgres());
  assert.equal(rootIn(done), rootIn(must(["dump", "--data", at("home")])));
  assert.equal(must(["dump", "--data", at("node")], onPostgres()), must(["dump", "--data", at("home")]));
  const twice = run(["import", at("crate"), "--data", at("node")], onPostgres());
  assert.equal(twice.status, 3);
  assert.match(twice.said, /is here already/);
});

test("people sign in there as before, keys are known, files open, work goes on", async () => {
  await serving(at("node"), onPostgres(), async (person) => {
    const again = await person.post(
      "contacts",
      { account: account.id, name: "Marta Lindqvist", title: "CIO", email: "marta@customer.test", language: "en" },
      { "Idempotency-Key": "once" },
    );
    assert.equal(again.headers["idempotent-replay"], "true", again.text);
    assert.equal((await person.get(`files/${file.id}`)).text, "agreed");
    await person.must("POST", "accounts", { name: "Made on PostgreSQL", industry: "Software", country: "US" });
  });
});

test("and back to SQLite", async () => {
  must(["export", "--workspace", "main", at("back"), "--keys-to", at("back-keys"), "--data", at("node")], onPostgres());
  must(["import", at("back"), "--keys-from", at("back-keys"), "--data", at("new-home")]);
  assert.equal(must(["dump", "--data", at("new-home")]), must(["dump", "--data", at("node")], onPostgres()));
  const verified = must(["verify", "--data", at("new-home")]);
  assert.match(verified, /ok main/);
  assert.match(await serving(at("new-home"), {}), /Made on PostgreSQL/);
});

test("an export that was changed on its way is refused, and leaves nothing behind", () => {
  const odd = at("odd");
  const changed = (what, by) => {
    rmSync(odd, { recursive: true, force: true });
    cpSync(at("crate"), odd, { recursive: true });
    const bytes = readFileSync(join(odd, "vouchsafe.db"));
    const place = bytes.indexOf(what);
    assert.ok(place > 0 && what.length === by.length, what);
    bytes.write(by, place, "latin1");
    writeFileSync(join(odd, "vouchsafe.db"), bytes);
    return run(["import", odd, "--keys-from", at("crate-keys"), "--data", at("careful")]);
  };
  const event = changed('"type":"person.joined"', '"type":"person.joyned"');
  assert.equal(event.status, 3, event.said);
  assert.match(event.said, /event 1 of the export: its bytes do not match its leaf/);
  const schema = changed("CREATE TABLE blob(ws BLOB", "CREATE TABLE blob(ws TEXT");
  assert.equal(schema.status, 3, schema.said);
  assert.match(schema.said, /vouchsafe.db was not taken: it holds what no file of this program does/);
  const good = must(["import", at("crate"), "--keys-from", at("crate-keys"), "--data", at("careful")]);
  assert.equal(rootIn(good), rootIn(must(["dump", "--data", at("home")])));
});

test("without keys the facts arrive, and the words stay shut", () => {
  must(["import", at("crate"), "--data", at("shut")]);
  const dump = must(["dump", "--data", at("shut")]);
  assert.equal(rootIn(dump), rootIn(must(["dump", "--data", at("home")])));
  assert.doesNotMatch(dump, /Marta Lindqvist/);
});
