// PostgreSQL's own disk fails: the sync of its log does, once, in the middle of commits. PostgreSQL panics and starts
// over; what was answered is there, and a command of which nobody knows takes effect once when it is sent again (R-PG).
//   node --test tests/faults/postgres_io_test.mjs          PG_FAULTS=50 for the long tier
// MISSION: REC-01
// QUALITY: R-PG
import assert from "node:assert/strict";
import { chmodSync, copyFileSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { Postgres } from "../postgres.mjs";
import { Server } from "../server.mjs";
import { counted } from "./stages.mjs";
import { faultio, verified } from "./tools.mjs";

const rounds = Number(process.env.PG_FAULTS ?? 3);
const postgres = new Postgres();
const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
let server, sent;

before(async () => {
  await postgres.start();
  copyFileSync(faultio(), join(postgres.folder, "faultio.so")); // where PostgreSQL's user may read it
  process.env.VOUCHSAFE_DB = postgres.database("failing");
  server = await new Server({ sample: false }).start();
  sent = [];
});
after(async () => {
  server.process.kill("SIGKILL");
  server.remove();
  postgres.remove();
});

const panics = () => readFileSync(join(postgres.folder, "log"), "utf8").split("PANIC").length - 1;

/** One command, as often as it takes to be answered; a house that ended is started again. */
async function answered(person, command) {
  for (let tries = 0, listened = true; tries < 300; tries++) {
    try {
      const answer = await person.post("accounts", command.body, { "Idempotency-Key": command.key });
      if (answer.status === 201) return answer.body.id;
      assert.equal(answer.status, 503, answer.text);
    } catch (error) {
      if (error.code === "ERR_ASSERTION") throw error;
    }
    await pause(100);
    if (server.process.exitCode === null) continue;
    assert.equal(server.process.exitCode, listened ? 75 : 3, server.output);
    listened = await server.start().then(() => true, () => false); // PostgreSQL may still be recovering
  }
  throw new Error(`no answer in half a minute: ${server.output}`);
}

/** Commands one after the other on each of four connections, until PostgreSQL panicked. */
async function load(person, round, before) {
  const connection = async (lane) => {
    for (let n = 0; panics() === before; n++) {
      const name = `Panic ${round} ${lane} ${n}`;
      const command = { key: `${round}-${lane}-${n}`, body: { name, industry: "retail" } };
      sent.push(command);
      const answer = await person.post("accounts", command.body, { "Idempotency-Key": command.key }).catch(() => null);
      if (answer?.status !== 201) return;
      command.id = answer.body.id;
    }
  };
  await Promise.all([0, 1, 2, 3].map(connection));
}

for (let round = 0; round < rounds; round++)
  test(`a failed sync of PostgreSQL's log loses and doubles nothing, ${round + 1}`, async () => {
    await server.stop();
    postgres.stop("fast");
    const count = join(postgres.folder, `count-${round}`);
    writeFileSync(count, "");
    chmodSync(count, 0o666); // PostgreSQL runs as somebody else
    const fault = {
      LD_PRELOAD: join(postgres.folder, "faultio.so"), FAULT_UNDER: "/pg_wal/", FAULT_CALL: "sync", FAULT_MODE: "once",
      FAULT_AT: String(40 + round * 7), FAULT_COUNT: count,
    };
    Object.assign(process.env, fault);
    try {
      await postgres.start();
    } finally {
      for (const name of Object.keys(fault)) delete process.env[name];
    }
    await server.start();
    const person = await server.login("administrator");
    const before = panics();
    const earlier = sent.length;
    await load(person, round, before);
    assert.equal(panics(), before + 1, "PostgreSQL did not panic");
    assert.match(counted(count).spoilt, /pg_wal/);
    const fresh = sent.slice(earlier);
    const unknown = fresh.filter((command) => !command.id).length;
    for (const command of fresh) {
      const id = await answered(person, command);
      assert.equal(id, command.id ?? id, `${command.key} was answered, and is another item now`);
      command.id = id;
    }
    assert.ok(unknown > 0, "nobody was waiting when the disk failed");
    const names = (await person.all("accounts")).map((account) => account.name).filter((name) => /^Panic/.test(name));
    assert.equal(names.length, sent.length);
    assert.equal(new Set(names).size, sent.length, "a command took effect twice");
    console.log(JSON.stringify({ round, sent: sent.length, unknown, ended: server.process.exitCode }));
  });

test("every command still has its first answer, and the ledger is whole", async () => {
  const person = await server.login("administrator");
  for (const command of sent) assert.equal(await answered(person, command), command.id, command.key);
  await server.stop();
  assert.match(verified(server.data), /ok main/);
});
