// SIGKILL at random moments under sixteen connections, again and again (R-KILL, R-REPLAY).
//   node tests/kill_test.mjs [KILLS=200] [sqlite|postgres]
//
// After every restart: whatever was acknowledged is there; a repeated Idempotency-Key gives the first answer;
// what was in flight takes effect at most once. In the end: `verify` finds the chain whole, and the state after
// replay gives the canonical dump, byte for byte, of the process that had taken the last commands.
// MISSION: REC-01, INT-01
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { Postgres } from "./postgres.mjs";
import { password, program, Server } from "./server.mjs";

const kills = Number(process.argv[2] ?? 200);
const connections = 16;
const postgres = process.argv[3] === "postgres" ? await new Postgres().start() : null;
const env = { VOUCHSAFE_ADMIN_EMAIL: "admin@kill.test", VOUCHSAFE_ADMIN_PASSWORD: password };
if (postgres) env.VOUCHSAFE_DB = postgres.database("killed");
const server = new Server({ sample: !postgres, env });
const known = { acknowledged: 0, repeated: 0, pending: 0, applied: 0 };
let number = 0;
let passed = 0;

function wish() {
  const n = ++number;
  const name = `Kill ${n} ${Math.random().toString(36).slice(2)}`;
  return { key: `kill-${n}-${name}`, body: { name, industry: "Software", country: "US" } };
}

const send = (person, { key, body }) => person.post("accounts", body, { "Idempotency-Key": key });

// Commands until the process dies: those answered, and those of which nobody knows.
async function load(person, until) {
  const answered = [];
  const open = new Set();
  const connection = async () => {
    while (!until.dead) {
      const command = wish();
      open.add(command);
      try {
        const answer = await send(person, command);
        assert.equal(answer.status, 201, answer.text);
        open.delete(command);
        answered.push({ ...command, id: answer.body.id });
      } catch (error) {
        if (error instanceof assert.AssertionError) throw error;
        return;
      }
    }
  };
  await Promise.all(Array.from({ length: connections }, connection));
  return { answered, open: [...open] };
}

async function look(person, { answered, open }) {
  await Promise.all(
    answered.map(async (command) => {
      const found = await person.get(`accounts/${command.id}`);
      assert.equal(found.status, 200, `lost: acknowledged ${command.body.name}`);
      assert.equal(found.body.name, command.body.name);
      known.acknowledged++;
    }),
  );
  for (const command of answered.slice(0, 5)) {
    const again = await send(person, command);
    assert.equal(again.headers["idempotent-replay"], "true");
    assert.equal(again.body.id, command.id, "a repeated key made another account");
    known.repeated++;
  }
  await Promise.all(
    open.map(async (command) => {
      const again = await send(person, command);
      assert.equal(again.status, 201, again.text);
      if (again.headers["idempotent-replay"] === "true") known.applied++;
      const rows = await person.must("GET", `accounts?name=${encodeURIComponent(command.body.name)}`);
      assert.equal(rows.total, 1, `${command.body.name} took effect ${rows.total} times`);
      known.pending++;
    }),
  );
}

// The whole state as one canonical text, once replay gives, byte for byte, that of the process that had taken the
// last commands; null when the ledger went on meanwhile and nothing can be told.
async function replaysAlike() {
  const how = { encoding: "utf8", maxBuffer: 1 << 30, env: { ...process.env, ...env } };
  const tail = { dead: false };
  setTimeout(() => (tail.dead = true), 1000);
  await load(person, tail);
  const live = (await person.get("dump")).text;
  const checkpoint = (await person.get("checkpoint")).text;
  const { origin, size, root } = JSON.parse(checkpoint);
  const told = `workspace ${origin.split("/")[1]} size ${size} root ${root}\n`;
  assert.ok(live.split("\n").length > 1000, "the dump says too little to tell anything");
  await server.stop("SIGKILL");
  const verified = spawnSync(program, ["verify", "--data", server.data], how);
  assert.equal(verified.status, 0, verified.stdout + verified.stderr);
  const replayed = spawnSync(program, ["dump", "--data", server.data], how);
  await server.start();
  const after = (await person.get("checkpoint")).text;
  assert.ok(JSON.parse(after).size >= size, "the ledger lost events");
  if (JSON.parse(after).size > size || !live.startsWith(told)) return null;
  assert.ok(replayed.stdout.startsWith(live), "replay does not give the live state");
  assert.equal(after, checkpoint);
  return live;
}

await server.start();
const person = await server.login(postgres ? env.VOUCHSAFE_ADMIN_EMAIL : "administrator");
// What the sample left to do in the background ends first: erasing takes the words out of first answers.
for (let before, size; size === undefined || size !== before; ) {
  await new Promise((resolve) => setTimeout(resolve, postgres ? 100 : 1500));
  before = size;
  size = (await person.must("GET", "checkpoint")).size;
}
for (let kill = 0; kill < kills; kill++) {
  const until = { dead: false };
  setTimeout(
    async () => {
      await server.stop("SIGKILL");
      until.dead = true;
    },
    5 + Math.random() * 145,
  );
  const outcome = await load(person, until);
  await server.exited;
  await server.start();
  await look(person, outcome);
  passed++;
}

// A reminder of the sample may fall due while state and replay are compared; then they are compared once more.
let state = null;
for (let tries = 0; tries < 5 && !state; tries++) state = await replaysAlike();
assert.ok(state, "the ledger never stood still");
await server.stop();
server.remove();
postgres?.remove();
assert.ok(known.acknowledged > kills, "too little load to tell anything");
console.log(JSON.stringify({ store: postgres ? "postgres" : "sqlite", kills, ...known, dump_bytes: state.length }));
console.log(`${passed + 2} passed, 0 failed`);
