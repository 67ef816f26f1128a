// The connection to PostgreSQL breaks during a workload that writes in every way there is: at every so many exchanges,
// before the server got it, halfway, and after it did what was asked (R-IO, R-PG). Whoever is not answered asks again
// with the same key; in the end every fact is in the ledger as often as in a run without a break, and whatever was
// answered is there.
//   node --test tests/faults/postgres_cut_test.mjs      CUT_ALL=yes: at every exchange, and without a database for 35 s
// MISSION: REC-01, INT-01
// QUALITY: R-IO, R-PG
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { randomUUID } from "node:crypto";
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { Postgres } from "../postgres.mjs";
import { Person, program, Server } from "../server.mjs";
import { Cutter } from "./cutter.mjs";
import "./tools.mjs"; // who administers a house for tests
import { founded, run, Workload } from "./workload.mjs";

const every = 17; // exchanges from one break to the next
const all = Boolean(process.env.CUT_ALL);
const patience = 60_000;
const failStop = 75;
const top = mkdtempSync(join(tmpdir(), "vouchsafe-cut-"));
const postgres = new Postgres();
const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
process.env.VOUCHSAFE_DISK_RESERVE_MB = "64";
let cutter, people, expected, node, number = 0;

/** Asks again until there is an answer, with the same key; a house that ended with 75 is started again. */
class Asked extends Server {
  async send(method, path, body, headers = {}) {
    const key = method === "GET" ? {} : { "Idempotency-Key": randomUUID() };
    for (const until = Date.now() + patience; Date.now() < until; await pause(20)) {
      const answer = await super.send(method, path, body, { ...key, ...headers }).catch(() => undefined);
      if (answer && answer.status !== 503) return answer;
      this.unanswered = (this.unanswered ?? 0) + 1;
      if (this.process.exitCode === null) continue;
      assert.equal(this.process.exitCode, failStop, this.output);
      this.restarts = (this.restarts ?? 0) + 1;
      await this.start();
    }
    throw new Error(`${method} ${path}: no answer in a minute: ${this.output}`);
  }
}

const address = (name, port) => `${postgres.url(name, port)}?sslmode=disable&gssencmode=disable`;
const base = join(top, "base");

before(async () => {
  await postgres.start();
  postgres.database("base");
  const first = await new Server({ sample: false, data: base, env: { VOUCHSAFE_DB: address("base") } }).start();
  people = await founded(first);
  await first.stop();
  cutter = await new Cutter(postgres.port).listen();
  expected = await whole(undefined, 0);
});
after(() => {
  node?.process.kill("SIGKILL");
  cutter?.close();
  postgres.remove();
  rmSync(top, { recursive: true, force: true, maxRetries: 5 });
});

/** How often each fact stands in the ledger. */
function facts(name) {
  const type = "convert_from(bytes, 'UTF8')::json ->> 'type'";
  const rows = postgres.sql(`SELECT ${type}, count(*) FROM vouchsafe.event GROUP BY 1 ORDER BY 1`, name);
  return Object.fromEntries(rows.split("\n").map((row) => row.split("|")));
}

/** A copy of the founded house, in the folder and the database of that name. */
function copied(name) {
  const data = join(top, name);
  cpSync(base, data, { recursive: true });
  postgres.sql(`CREATE DATABASE ${name} TEMPLATE base`);
  return data;
}

/** The workload on a copy of the founded house, with breaks of one kind; then everything is looked for. */
async function whole(how, offset) {
  const name = `cut_${++number}`;
  const data = copied(name);
  node = await new Asked({ sample: false, data, env: { VOUCHSAFE_DB: address(name, cutter.port) } }).start();
  Object.assign(cutter, { exchanges: 0, cuts: 0 });
  cutter.plan = (n) => (how && n % every === offset ? how : undefined);
  const workload = new Workload(node, people);
  await run(workload);
  cutter.plan = () => undefined;
  const { exchanges, cuts } = cutter;
  await node.stop();
  const straight = await new Server({ sample: false, data, env: { VOUCHSAFE_DB: address(name) } }).start();
  const answers = await workload.continued(straight).look();
  await straight.stop();
  const env = { ...process.env, VOUCHSAFE_DB: address(name) };
  const verified = spawnSync(program, ["verify", "--data", data], { env, encoding: "utf8" });
  assert.equal(verified.status, 0, verified.stdout + verified.stderr);
  const { unanswered = 0, restarts = 0 } = node;
  console.log(JSON.stringify({ how, offset, exchanges, cuts, answers, unanswered, restarts }));
  const seen = facts(name);
  postgres.sql(`DROP DATABASE ${name}`);
  return { seen, cuts };
}

const some = Number(process.env.CUT_OFFSET ?? Math.floor(Math.random() * every));
const offsets = all ? Array.from({ length: every }, (_, i) => i) : [some];
for (const how of ["before", "half", "after"])
  test(`a connection that breaks ${how} an exchange loses and doubles nothing`, async () => {
    for (const offset of offsets) {
      const { seen, cuts } = await whole(how, offset);
      assert.ok(cuts > 5, `only ${cuts} breaks`);
      assert.deepEqual(seen, expected.seen);
    }
  });

test("a commit of which nobody can say what became ends the node, and takes effect once", { skip: !all }, async () => {
  const data = copied("unknown");
  const env = { VOUCHSAFE_DB: address("unknown", cutter.port) };
  node = await new Server({ sample: false, data, env }).start();
  const { me, workspace, headers } = people.administrator;
  const person = new Person(node, me, workspace, headers);
  const body = { name: "Nobody Knows", industry: "retail" };
  const ask = () => person.post("accounts", body, { "Idempotency-Key": "once" });
  cutter.plan = (_, bytes) => (bytes.includes("Nobody Knows") ? "after" : undefined);
  cutter.lost = () => cutter.leave();
  await assert.rejects(ask(), /ECONNRESET|socket hang up/);
  assert.equal((await node.exited).code, failStop, node.output);
  Object.assign(cutter, { plan: () => undefined, lost: undefined, away: false });
  await node.start();
  const answer = await ask();
  assert.equal(answer.status, 201, answer.text);
  assert.equal((await person.must("GET", "accounts?name=Nobody%20Knows")).total, 1);
  await node.stop();
});
