// What PostgreSQL may do to us: backends that are killed, connections that break in the middle of a COMMIT, a server
// that would lose what it acknowledged.
// MISSION: REC-01
// QUALITY: R-PG
import assert from "node:assert/strict";
import net from "node:net";
import { after, before, test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { Postgres } from "../postgres.mjs";
import { freePort, password, Server } from "../server.mjs";
import { carry, until } from "./nodes.mjs";

const postgres = new Postgres();
const proxy = { cut: null, cuts: 0, deaf: false };
let server, person;

// Stands between the program and the database, and breaks a connection off at a COMMIT when told to: before it
// arrives, or after it arrived and before anybody hears of it.
async function stand_between() {
  proxy.port = await freePort();
  net
    .createServer((client) => {
      const database = net.connect(postgres.port, "127.0.0.1");
      let commit = null; // the name under which this connection prepared COMMIT
      let writes = false;
      let deaf = false;
      const end = () => (client.destroy(), database.destroy());
      client.on("error", end).on("close", end);
      database.on("error", end).on("close", end);
      database.on("data", (bytes) => deaf || client.write(bytes));
      client.on("data", (bytes) => {
        const text = bytes.toString("latin1");
        writes ||= /\0BEGIN\0/.test(text);
        if (proxy.deaf && writes) return end();
        commit ??= text.match(/P[^]{4}(s\d+)\0COMMIT\0/)?.[1] ?? null;
        const commits = commit && text.includes(`\0${commit}\0`);
        if (!commits || !proxy.cut) return database.write(bytes);
        proxy.cuts += 1;
        const how = proxy.cut;
        proxy.cut = null;
        if (how === "before") return end();
        deaf = true;
        database.write(bytes);
        setTimeout(end, 200);
      });
    })
    .listen(proxy.port, "127.0.0.1")
    .unref();
}

before(async () => {
  await postgres.start();
  await stand_between();
  const env = { VOUCHSAFE_ADMIN_EMAIL: "admin@nodes.test", VOUCHSAFE_ADMIN_PASSWORD: password };
  env.VOUCHSAFE_DB = postgres.database("broken", proxy.port);
  server = await new Server({ sample: false, env }).start();
  person = await server.login("admin@nodes.test", 0);
});
after(async () => {
  await server?.stop("SIGKILL");
  server?.remove();
  postgres.remove();
});

const named = async (name) => (await person.must("GET", `accounts?name=${encodeURIComponent(name)}`)).total;

for (const [how, sentence] of [
  ["before", "a COMMIT that did not arrive is sent again"],
  ["after", "a COMMIT that arrived unheard is not sent again"],
])
  test(`${sentence}: one effect, and the program goes on`, async () => {
    await carry([person, person], 0, `Ahead of ${how}`);
    for (let i = 0; i < 5; i += 1) {
      proxy.cut = how;
      const cuts = proxy.cuts;
      const done = await carry([person, person], 0, `Cut ${how} ${i}`);
      assert.equal(proxy.cuts, cuts + 1, "nothing was cut");
      assert.equal(await named(done.name), 1);
    }
    assert.equal(server.process.exitCode, null);
  });

test("while nothing can be written, work beside the answers says so, and the program goes on", async () => {
  const choose = (language) => server.send("POST", "/api/v1/me/language", { language }, person.headers);
  proxy.deaf = true;
  const refused = await choose("de");
  assert.equal(refused.status, 503, refused.text);
  assert.equal(refused.body.code, "database_unreachable");
  proxy.deaf = false;
  await until(async () => (await choose("de")).status === 200, Boolean, "it can be written again");
  assert.equal(server.process.exitCode, null);
  assert.equal((await person.get(`people/${person.me.person.id}`)).body.language, "de");
});

const connections = async () =>
  postgres.sql("SELECT pid FROM pg_stat_activity WHERE datname = 'broken'").split("\n").filter(Boolean);

test("backends killed with -9 lose nothing", async () => {
  const made = [];
  for (let i = 0; i < 5; i += 1) {
    const pids = await until(connections, (found) => found.length > 1, "nobody connects again");
    const working = carry([person, person], 0, `Killed ${i}`);
    process.kill(Number(pids[i % pids.length]), "SIGKILL"); // the server ends all others and recovers, as after a crash
    made.push(await working);
    await sleep(50);
  }
  for (const { name } of made) assert.equal(await named(name), 1);
});

test("keys lie in a schema of their own, and a dump of the ledger holds none", () => {
  const dump = postgres.run("pg_dump", "-h", postgres.folder, "-p", String(postgres.port), "-U", "vouchsafe", "-n",
    "vouchsafe", "broken");
  assert.match(dump, /COPY vouchsafe\.event /);
  assert.doesNotMatch(dump, /dek/);
  assert.ok(Number(postgres.sql("SELECT count(*) FROM vouchsafe_keys.dek", "broken")) > 1);
});

test("a server that would lose what it acknowledged is refused", async () => {
  const url = postgres.database("lossy");
  postgres.sql("ALTER DATABASE lossy SET synchronous_commit = off");
  const refused = new Server({ sample: false, env: { VOUCHSAFE_DB: url } });
  await assert.rejects(refused.start(), /synchronous_commit switched off/);
  assert.equal(refused.process.exitCode, 3);
  refused.remove();
});

test("an address without a database is said, without its password", async () => {
  const url = `postgres://vouchsafe:hidden-word@127.0.0.1:${await freePort()}/nothing`;
  const refused = new Server({ sample: false, env: { VOUCHSAFE_DB: url } });
  await assert.rejects(refused.start(), /cannot be reached/);
  assert.doesNotMatch(refused.output, /hidden-word/);
  refused.remove();
});
