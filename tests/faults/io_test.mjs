// Every write, sync and truncation of a workload that writes in every way there is fails once, for ever, or halfway
// (R-IO): the process ends before it answers anything more, opens again, and nothing that was answered is lost.
//   node tests/faults/io_test.mjs [--seconds=80] [--full] [--errno=5] [--calls=sync,truncate]
//
// --seconds: as many points as fit, evenly spread; --full: every call, with every error that a disk knows; --errno,
// --calls: only these.
// MISSION: REC-01
// QUALITY: R-IO
import assert from "node:assert/strict";
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { constants, tmpdir } from "node:os";
import { join } from "node:path";
import { freePort, Server } from "../server.mjs";
import { faultio, options } from "./tools.mjs";
import { founded, run, Workload } from "./workload.mjs";

const wanted = options({ seconds: "80", full: "", errno: "", calls: "" });
const { EIO, ENOSPC, EDQUOT, EROFS } = constants.errno;
const errors = wanted.errno ? [Number(wanted.errno)] : wanted.full ? [EIO, ENOSPC, EDQUOT, EROFS] : [EIO];
const lanes = 2;
const failStop = 75;
process.env.VOUCHSAFE_DISK_RESERVE_MB = "64";
// Syncs cost nothing in memory; what is asked here is what the program makes of their answer.
const top = mkdtempSync(join(existsSync("/dev/shm") ? "/dev/shm" : tmpdir(), "vouchsafe-io-"));
const template = join(top, "template");

/** Starts on a copy of the founded house with one call to be spoilt; `fault` null: none. */
async function start(data, fault) {
  const server = new Server({ sample: false, data });
  server.port = await freePort(); // so that `start` begins the process at once, with this environment
  const count = `${data}.count`;
  const env = fault && {
    LD_PRELOAD: faultio(), FAULT_UNDER: data, FAULT_COUNT: count, FAULT_CALL: fault.call, FAULT_AT: String(fault.at),
    FAULT_MODE: fault.mode, FAULT_ERRNO: String(fault.errno),
  };
  Object.assign(process.env, env);
  const started = server.start().then(() => true, () => false);
  for (const name of Object.keys(env ?? {})) delete process.env[name];
  return { server, count, listens: await started };
}

const counted = (file) => Number(readFileSync(file).readBigInt64LE());

/** The whole workload with one spoilt call, then a look without one. */
async function point(lane, people, fault) {
  const data = join(top, `lane-${lane}`);
  rmSync(data, { recursive: true, force: true });
  rmSync(`${data}.count`, { force: true });
  cpSync(template, data, { recursive: true });
  const where = JSON.stringify(fault);
  const first = await start(data, fault);
  const workload = new Workload(first.server, people);
  let failure;
  if (first.listens) await run(workload).catch((error) => (failure = error));
  const answered = workload.done.length;
  const alive = first.server.process.exitCode === null && first.server.process.signalCode === null;
  if (alive && failure && !/ECONN|socket hang up|EPIPE/.test(failure.message)) throw failure;
  if (alive && !failure) await first.server.stop();
  const { code, signal } = await first.server.exited;
  assert.equal(signal, null, `${where}: ended by ${signal}\n${first.server.output}`);
  const calls = counted(first.count);
  const hit = fault.at > 0 && calls >= fault.at;
  const second = await start(data, null);
  // A start reads and verifies the whole ledger, and does not listen otherwise.
  assert.ok(second.listens, `${where}: does not open again\n${second.server.output}`);
  workload.server.port = second.server.port;
  await workload.look().catch((error) => assert.fail(`${where}: ${error.message}`));
  await second.server.stop();
  return { code, calls, hit, answered, listens: first.listens, failure };
}

/** Fails of a ledger's disk end the process at once; a halved write is mended by writing the rest. */
function judge(fault, outcome, all) {
  const where = `${JSON.stringify(fault)}: ${JSON.stringify({ ...outcome, failure: outcome.failure?.message })}`;
  if (!outcome.hit) return "not reached";
  if (outcome.code === failStop || (!outcome.listens && outcome.code === 3)) return "stopped";
  assert.equal(outcome.code, 0, `another end than ${failStop}: ${where}`);
  // Unspoilt to the end: only a halved write may pass, or what came after the last answer, at closing.
  assert.ok(fault.mode === "short" || outcome.answered === all, `went on after a failed call: ${where}`);
  return fault.mode === "short" ? "healed" : "at closing";
}

const begun = Date.now();
const mother = await new Server({ sample: false, data: template }).start();
const people = await founded(mother);
await mother.stop();
const modes = [["write", "once"], ["write", "sticky"], ["write", "short"], ["sync", "once"], ["sync", "sticky"],
  ["truncate", "once"]];
const plain = {};
for (const call of ["write", "sync", "truncate"])
  plain[call] = await point(0, people, { call, at: 0, mode: "once", errno: EIO });
const all = plain.write.answered;
assert.ok(!plain.write.failure && all > 40, `the workload itself fails: ${plain.write.failure?.stack}`);

const points = errors.flatMap((errno) =>
  modes.filter(([call]) => !wanted.calls || wanted.calls.split(",").includes(call)).flatMap(([call, mode]) =>
    Array.from({ length: plain[call].calls }, (_, i) => ({ call, mode, at: i + 1, errno })),
  ),
);
// Evenly spread over all calls, whatever the time allows: a stride that shares no factor with their number.
const gcd = (a, b) => (b ? gcd(b, a % b) : a);
let stride = Math.max(1, Math.round(points.length * 0.618));
while (gcd(stride, points.length) !== 1) stride++;
const order = wanted.full ? points : points.map((_, i) => points[(i * stride) % points.length]);
const until = wanted.full ? Infinity : begun + Number(wanted.seconds) * 1000;

const tally = {};
let next = 0;
async function lane(number) {
  while (next < order.length && Date.now() < until) {
    const fault = order[next++];
    const verdict = judge(fault, await point(number, people, fault), all);
    const key = `${fault.call} ${fault.mode}`;
    tally[key] ??= {};
    tally[key][verdict] = (tally[key][verdict] ?? 0) + 1;
  }
}
try {
  await Promise.all(Array.from({ length: lanes }, (_, i) => lane(i)));
} catch (error) {
  console.error(error); // the other lane is still at work in its folder
  process.exit(1);
} finally {
  rmSync(top, { recursive: true, force: true, maxRetries: 5 });
}
const stopped = Object.values(tally).reduce((sum, verdicts) => sum + (verdicts.stopped ?? 0), 0);
assert.ok(stopped > next / 4, `too few ended the process: ${JSON.stringify(tally)}`);
const calls = Object.fromEntries(Object.entries(plain).map(([call, { calls: n }]) => [call, n]));
const seconds = (Date.now() - begun) / 1000;
console.log(JSON.stringify({ calls, answers: all, points: points.length, tried: next, seconds, tally }));
console.log(`${next} passed, 0 failed`);
