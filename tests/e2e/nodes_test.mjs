// Several nodes on one PostgreSQL under load: nodes are killed, the database is restarted; nothing acknowledged is
// lost or doubled, and whoever is left goes on answering (R-KILL, R-PG).
//   NODE_KILLS=50 DB_RESTARTS=5 node --test tests/e2e/nodes_test.mjs    the long tier
// MISSION: REC-01, INT-01
// QUALITY: R-PG, R-KILL
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { once } from "node:events";
import { rmSync } from "node:fs";
import net from "node:net";
import { after, before, test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { Postgres } from "../postgres.mjs";
import { program } from "../server.mjs";
import { carry, Load, startTheEnded, twoNodes, until } from "./nodes.mjs";

const kills = Number(process.env.NODE_KILLS ?? 10);
const restarts = Number(process.env.DB_RESTARTS ?? 2);
const postgres = new Postgres();
let nodes, people;
const known = [];

before(async () => {
  await postgres.start();
  ({ nodes, people } = await twoNodes(postgres.database("nodes")));
});
after(async () => {
  for (const node of nodes ?? []) {
    await node.stop("SIGKILL").catch(() => {});
    node.remove();
    rmSync(`${node.data}-verified`, { recursive: true, force: true });
  }
  postgres.remove();
});

const total = async (person) => (await person.must("GET", "accounts?limit=1")).total;

test("what one node did the other shows within a moment", async () => {
  let longest = 0;
  for (let i = 0; i < 20; i += 1) {
    const done = await carry(people, i % 2, `Seen ${i}`);
    known.push(done);
    const begun = performance.now();
    await until(
      () => people[1 - done.by].get(`accounts/${done.id}`),
      (answer) => answer.status === 200,
      "it does not arrive",
    );
    longest = Math.max(longest, performance.now() - begun);
  }
  console.log(JSON.stringify({ longest_ms_until_seen: Math.round(longest) }));
  assert.ok(longest < 900, `seen only after ${longest} ms: it was looked for, not told`);
});

test("a session that ends on one node ends on the other", async () => {
  const other = await nodes[1].login("admin@nodes.test", 0);
  assert.equal((await nodes[0].send("GET", "/api/v1/me", undefined, other.headers)).status, 200);
  await nodes[1].send("DELETE", "/api/v1/session", undefined, other.headers);
  await until(
    () => nodes[0].send("GET", "/api/v1/me", undefined, other.headers),
    (answer) => answer.status === 401,
    "the session goes on",
  );
});

test(`${kills} nodes killed at random moments: the other goes on answering`, { timeout: 600_000 }, async () => {
  const load = new Load(people);
  for (let kill = 0; kill < kills; kill += 1) {
    await sleep(Math.random() * 200);
    const victim = Math.random() < 0.5 ? 0 : 1;
    await nodes[victim].stop("SIGKILL");
    await load.more(1 - victim, 5);
    await nodes[victim].start();
    await load.more(victim, 2);
  }
  known.push(...(await load.stop()));
  assert.equal(await startTheEnded(nodes), 0, "no node ended because another one did");
});

test("a node that cannot start ends in order, and leaves the other one alone", async () => {
  const load = new Load(people);
  await nodes[1].stop();
  const taken = net.createServer((caller) => caller.destroy()).listen(nodes[1].port, "127.0.0.1");
  await once(taken, "listening");
  await assert.rejects(nodes[1].start(), /the server ended with 1:/);
  assert.deepEqual(await nodes[1].exited, { code: 1, signal: null });
  assert.match(nodes[1].output, /Address already in use/);
  await load.more(0, 5);
  await new Promise((closed) => taken.close(closed));
  await nodes[1].start();
  await load.more(1, 2);
  known.push(...(await load.stop()));
});

test(`the database restarted ${restarts} times as after a crash`, { timeout: 600_000 }, async () => {
  let ended = 0;
  for (let restart = 0; restart < restarts; restart += 1) {
    const load = new Load(people);
    await load.more(0, 5);
    postgres.stop("immediate");
    await sleep(200);
    await postgres.start();
    await sleep(300);
    ended += await startTheEnded(nodes);
    await load.more(0, 5);
    await load.more(1, 5);
    known.push(...(await load.stop()).map((a) => ({ ...a, restart })));
    await startTheEnded(nodes);
  }
  console.log(JSON.stringify({ restarts, nodes_that_ended: ended }));
});

test("without a database commands are put off, and carried out once it is back", async () => {
  postgres.stop("fast");
  const answer = await people[0].post("accounts", { name: "Put off", industry: "Software", country: "US" });
  assert.equal(answer.status, 503, answer.text);
  assert.equal(answer.headers["retry-after"], "1");
  assert.equal((await people[0].get("accounts?limit=1")).status, 200, "what is known can still be read");
  await postgres.start();
  known.push(await carry(people, 0, "Not put off"), await carry(people, 1, "Not put off either"));
});

test("everything acknowledged is there once, on both, and the chain is whole", async () => {
  const ids = new Set(known.map((a) => a.id));
  await until(() => total(people[0]), (n) => n >= ids.size, "something acknowledged is lost");
  await until(() => total(people[1]), (n) => n >= ids.size, "something acknowledged is lost");
  assert.equal(await total(people[0]), ids.size, "something took effect twice");
  for (const { id, name } of known) assert.equal((await people[1].must("GET", `accounts/${id}`)).name, name);
  const dumps = await Promise.all(people.map(async (person) => (await person.get("dump")).text));
  assert.equal(dumps[0], dumps[1], "two nodes, two states");
  const env = { ...process.env, ...nodes[0].env };
  const verified = spawnSync(program, ["verify", "--data", `${nodes[0].data}-verified`], { env, encoding: "utf8" });
  assert.equal(verified.status, 0, verified.stdout + verified.stderr);
  console.log(JSON.stringify({ kills, acknowledged: ids.size }));
});
