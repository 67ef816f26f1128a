// Two nodes on one PostgreSQL are replaced by their next version one after the other, while people use them: nothing is
// lost or doubled, somebody always answers, and the older node steps down when it meets what it cannot read. Then the
// way back is refused in plain words, on both stores. The next version is a program of its own (tests/next_version.cc).
//   node --test tests/e2e/upgrade_test.mjs
// MISSION: REC-01, INT-01
// QUALITY: R-PG, R-REPLAY
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { after, before, test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { Postgres } from "../postgres.mjs";
import { password, program, Server } from "../server.mjs";
import { Load, twoNodes, until } from "./nodes.mjs";

const next = join(dirname(program), "next_version");
const patience = 60_000;
const needsTheNext = /^vouchsafe: this ledger needs version 0\.2\.0 or a newer one; this is 0\.1\.0 \(workspace main/m;
const postgres = new Postgres();
let db, nodes, people, load, watch;
const posted = [];

before(async () => {
  assert.ok(existsSync(next), `${next} is missing: the tests step of bin/check makes it`);
  await postgres.start();
  db = postgres.database("upgrade");
  ({ nodes, people } = await twoNodes(db));
});
after(async () => {
  if (load) load.going = false;
  if (watch) watch.going = false;
  for (const node of nodes ?? []) {
    await node.stop("SIGKILL").catch(() => {});
    node.remove();
    rmSync(`${node.data}-verified`, { recursive: true, force: true });
  }
  postgres.remove();
});

const ready = (node) => node.send("GET", "/readyz").then((answer) => answer.body.status);
const versions = () =>
  postgres.sql(
    "SELECT application_name FROM pg_stat_activity WHERE application_name LIKE 'vouchsafe %' ORDER BY 1",
    "upgrade",
  );

/** Asks for a list, again and again, on whichever node answers: how long nobody did. */
class Watch {
  constructor() {
    this.going = true;
    this.longest = 0;
    this.answers = 0;
    this.ended = this.look();
  }

  async look() {
    for (let last = performance.now(); this.going; await sleep(5)) {
      const asked = people.map((person) => person.get("accounts?limit=1").then((a) => a.status, () => 0));
      if (!(await Promise.all(asked)).includes(200)) continue;
      const now = performance.now();
      this.longest = Math.max(this.longest, now - last);
      this.answers += 1;
      last = now;
    }
  }

  async stop() {
    this.going = false;
    await this.ended;
    return { longest_ms_without_answer: Math.round(this.longest), answers: this.answers };
  }
}

/** Carries a command that only the next version knows through, with one key, on whichever node answers it. */
async function post(text) {
  for (const end = Date.now() + patience; Date.now() < end; await sleep(10))
    for (const person of people) {
      const answer = await person.post("notices", { text }, { "Idempotency-Key": text }).catch(() => undefined);
      if (answer?.status === 201) return posted.push({ text, id: answer.body.id });
      // An older node does not know the address; one that goes or comes says so.
      if (answer) assert.ok([404, 405, 429, 503].includes(answer.status), answer.text);
    }
  throw new Error(`${text} was not posted`);
}

async function replace(i) {
  assert.equal((await nodes[i].stop()).code, 0, nodes[i].output);
  nodes[i].program = next;
  await nodes[i].start();
}

test("the first node becomes the next version while both are used", { timeout: 120_000 }, async () => {
  load = new Load(people);
  watch = new Watch();
  await load.more(0, 10);
  await load.more(1, 10);
  await replace(0);
  await load.more(0, 30);
  await load.more(1, 30);
  assert.equal(versions(), "vouchsafe 0.1.0\nvouchsafe 0.2.0", "the database says who lives");
  assert.equal(await ready(nodes[0]), "ready");
  assert.equal(await ready(nodes[1]), "ready", "the older one goes on, on tables that the newer one widened");
});

test("the older node steps down once the newer one writes what it cannot read", { timeout: 120_000 }, async () => {
  const seen = [];
  const looking = (async () => {
    for (; !nodes[1].process.exitCode; await sleep(2)) seen.push(await ready(nodes[1]).catch(() => "gone"));
  })();
  await post("The first notice");
  assert.equal((await nodes[1].exited).code, 76, nodes[1].output);
  await looking;
  const words = seen.filter((word, i) => word !== seen[i - 1]);
  assert.equal(words[0], "ready");
  assert.ok(words.slice(1).every((word) => word === "outdated" || word === "gone"), words.join(" "));
  const line = nodes[1].log.split("\n").find((text) => text.includes('"outdated"'));
  const { level, version, needs, cause } = JSON.parse(line);
  assert.deepEqual({ level, version, needs }, { level: "error", version: "0.1.0", needs: "0.2.0" }, line);
  assert.match(cause, /^workspace main, event \d+: no event type/);
  await load.more(0, 30);
  assert.equal(await ready(nodes[0]), "ready");
});

test("the older program does not start again, and says which version is needed", async () => {
  const env = { ...process.env, ...nodes[1].env };
  const args = ["serve", "--data", nodes[1].data, "--listen", `127.0.0.1:${nodes[1].port}`];
  const { status, stdout, stderr } = spawnSync(program, args, { env, encoding: "utf8", timeout: patience });
  assert.equal(status, 76, stdout + stderr);
  assert.match(stderr, needsTheNext);
  assert.doesNotMatch(stderr, /damaged/);
});

test("the second node becomes the next version; nothing was lost or doubled", { timeout: 120_000 }, async () => {
  nodes[1].program = next;
  await nodes[1].start();
  await load.more(1, 20);
  await Promise.all(Array.from({ length: 5 }, (_, i) => post(`Notice ${i}`)));
  const acknowledged = await load.stop();
  const gaps = await watch.stop();

  const ids = new Set(acknowledged.map((a) => a.id));
  assert.equal(ids.size, acknowledged.length);
  for (const person of people) {
    await until(() => person.must("GET", "accounts?limit=1"), (page) => page.total >= ids.size, "something is lost");
    const rows = await person.all("accounts");
    assert.deepEqual(new Set(rows.map((row) => row.id)), ids, "lost, or took effect twice");
    const { notices } = await person.must("GET", "notices");
    assert.deepEqual(notices.toSorted(), posted.map((p) => p.text).toSorted());
  }
  assert.equal(versions(), "vouchsafe 0.2.0\nvouchsafe 0.2.0");
  const env = { ...process.env, ...nodes[0].env };
  const verify = (by) => spawnSync(by, ["verify", "--data", `${nodes[0].data}-verified`], { env, encoding: "utf8" });
  const verified = verify(next);
  assert.equal(verified.status, 0, verified.stdout + verified.stderr);
  assert.equal(verify(program).status, 76, "what is too new is called damaged");
  console.log(JSON.stringify({ acknowledged: ids.size, posted: posted.length, ...gaps }));
  assert.ok(gaps.longest_ms_without_answer < 5_000, "for a while nobody answered");
});

test("on SQLite too an older program says which version its data needs, and not that they are damaged", async () => {
  const env = { VOUCHSAFE_ADMIN_EMAIL: "a@b.test", VOUCHSAFE_ADMIN_PASSWORD: password };
  const server = new Server({ sample: false, env });
  try {
    await server.start();
    await server.stop();
    server.program = next;
    await server.start();
    await server.stop();
    server.program = program;
    await server.start();
    assert.equal((await server.stop()).code, 0, "as long as nothing new was written the way back is open");
    server.program = next;
    const person = await (await server.start()).login("a@b.test");
    assert.equal((await person.post("notices", { text: "New" })).status, 201);
    await server.stop();
    const args = ["serve", "--data", server.data, "--listen", "127.0.0.1:0"];
    const refused = spawnSync(program, args, { encoding: "utf8", timeout: patience });
    assert.equal(refused.status, 76, refused.stdout + refused.stderr);
    assert.match(refused.stderr, needsTheNext);
    await server.start();
    assert.deepEqual((await (await server.login("a@b.test")).must("GET", "notices")).notices, ["New"]);
  } finally {
    await server.stop("SIGKILL").catch(() => {});
    server.remove();
  }
});
