// Every write, sync and truncation of a workload that writes in every way there is fails once, for ever, or halfway
// (R-IO): the process ends before it answers anything more, opens again, and nothing that was answered is lost.
//   node tests/faults/io_test.mjs [--full] [--errno=ENOSPC,EROFS] [--calls=sync,truncate] [--modes=once,sticky,short]
//                                 [--share=3 [--seed=1]]
//
// Without options: every call fails once with EIO, and one in twenty for ever or halfway. --full: every call in every
// way with every error that a disk knows; --errno, --calls, --modes: every call, but only these. --share: of what these
// choose, one point in so many, by chance; the seed is printed.
// A point that fails is kept in build/faults/kept: what was said, and the data folder as it was left.
// MISSION: REC-01
// QUALITY: R-IO
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { cpSync, existsSync, mkdtempSync, rmSync } from "node:fs";
import { constants, tmpdir } from "node:os";
import { join } from "node:path";
import { keep, options } from "./tools.mjs";
import { counted, Stages, started } from "./stages.mjs";
import { run } from "./workload.mjs";

const wanted = options({ full: "", errno: "", calls: "", modes: "", share: "1", seed: String(Date.now() % 1e6) });
const sampled = !wanted.full && !wanted.errno && !wanted.calls && !wanted.modes;
const errors = (wanted.errno || (wanted.full ? "EIO,ENOSPC,EDQUOT,EROFS" : "EIO")).split(",").map((name) => {
  assert.ok(constants.errno[name], `there is no error ${name}`);
  return constants.errno[name];
});
const listed = (names, name) => !names || names.split(",").includes(name);
const lanes = 2;
const failStop = 75;
const folders = ["", "/keys"]; // of the ledger and of its keys: what a start syncs first of all
process.env.VOUCHSAFE_DISK_RESERVE_MB = "64";
// Syncs cost nothing in memory; what is asked here is what the program makes of their answer.
const top = mkdtempSync(join(existsSync("/dev/shm") ? "/dev/shm" : tmpdir(), "vouchsafe-io-"));

/** A number from 0 to 1 for the point number `i`, the same for the same seed. */
const byChance = (i) => createHash("sha256").update(`${wanted.seed} ${i}`).digest().readUInt32LE() / 2 ** 32;

/** One part of the workload with one spoilt call, then a look without one. */
async function point(data, stage, fault) {
  rmSync(data, { recursive: true, force: true });
  cpSync(stage.data, data, { recursive: true });
  const first = await started(data, fault);
  const said = [first.server];
  try {
    const workload = stage.workload.continued(first.server);
    let failure;
    if (first.listens) await run(workload, [stage.part]).catch((error) => (failure = error));
    const alive = first.server.process.exitCode === null && first.server.process.signalCode === null;
    if (alive && failure && !/ECONN|socket hang up|EPIPE/.test(failure.message)) throw failure;
    const meanwhile = counted(first.count)[fault.call];
    if (alive && !failure) await first.stop();
    const { code, signal } = await first.server.exited;
    assert.equal(signal, null, `ended by ${signal}`);
    const seen = counted(first.count);
    const verdict = judge(fault, {
      code, listens: first.listens, answers: workload.done.length, told: first.server.output,
      hit: seen[fault.call] >= fault.at, closing: meanwhile < fault.at, spoilt: seen.spoilt.replace(data, ""),
    }, stage);
    const second = await started(data);
    said.push(second.server);
    // A start reads and verifies the whole ledger, and does not listen otherwise.
    assert.ok(second.listens, "does not open again");
    await stage.look(workload.continued(second.server));
    await second.server.stop("SIGKILL");
    return verdict;
  } catch (error) {
    for (const server of said) server.process.kill("SIGKILL");
    error.message = `${stage.part.name} ${JSON.stringify(fault)}: ${error.message}`;
    error.kept = keep(`${stage.part.name}-${fault.call}-${fault.mode}-${fault.at}-${fault.errno}`, data,
      [error.stack, error.message, ...said.map((server) => server.output)].join("\n\n"));
    throw error;
  }
}

/** Why the house may go on after a failed call, if it may. */
function harmless({ call, mode }, { spoilt, told, closing }) {
  if (mode === "short") return "healed"; // the rest was written
  if (closing) return "at closing"; // nobody is answered any more
  // Made anew with the next one, beside the one that is there.
  if (spoilt.startsWith("/checkpoints") && /"(no_checkpoint|checkpoint_not_copied)"/.test(told)) return "told";
  // SQLite takes no notice of the folder of a log; the start syncs it too, and would not have listened.
  if (call === "sync" && folders.includes(spoilt)) return "synced by the start";
  return "";
}

/** A disk that fails ends the process at once. */
function judge(fault, outcome, stage) {
  const where = JSON.stringify({ ...outcome, told: undefined });
  if (!outcome.hit) return "not reached";
  if (stage.first && fault.call === "sync" && fault.at <= folders.length)
    assert.deepEqual([outcome.spoilt, outcome.listens], [folders[fault.at - 1], false], "a start without its syncs");
  if (outcome.code === failStop || (!outcome.listens && outcome.code === 3)) return "stopped";
  assert.equal(outcome.code, 0, `another end than ${failStop}: ${where}`);
  const why = harmless(fault, outcome);
  assert.ok(why, `went on after a failed call: ${where}`);
  return why;
}

const begun = Date.now();
const stages = await new Stages(top).build();
const modes = [["write", "once"], ["sync", "once"], ["truncate", "once"], ["write", "sticky"], ["sync", "sticky"],
  ["write", "short"]].filter(([call, mode]) => listed(wanted.calls, call) && listed(wanted.modes, mode));
// What is written halfway says no error: once is enough.
const points = errors.flatMap((errno, i) => modes.filter(([, mode]) => !i || mode !== "short").flatMap(([call, mode]) =>
  stages.all.flatMap((stage) => stage.calls(call).map((at) => ({ stage, fault: { call, mode, at, errno } })))));
const chosen = points
  .filter(({ fault }, i) => !sampled || fault.mode === "once" || i % 20 === 0)
  .filter((_, i) => byChance(i) < 1 / Number(wanted.share));
// A quarter of an hour after the sign-in administrators are asked for their password again: theirs come first.
chosen.sort((a, b) => (b.stage.part.name === "house") - (a.stage.part.name === "house"));
assert.ok(stages.answers > 40 && chosen.length > 0, `there is nothing to spoil: ${JSON.stringify(stages.totals)}`);

const tally = {};
let next = 0;
const failed = [];
async function lane(number) {
  while (next < chosen.length && failed.length < 10) {
    const { stage, fault } = chosen[next++];
    try {
      const verdict = await point(join(top, `lane-${number}`), stage, fault);
      const verdicts = (tally[`${fault.call} ${fault.mode}`] ??= {});
      verdicts[verdict] = (verdicts[verdict] ?? 0) + 1;
    } catch (error) {
      failed.push(error);
    }
  }
}
try {
  await Promise.all(Array.from({ length: lanes }, (_, i) => lane(i)));
} finally {
  rmSync(top, { recursive: true, force: true, maxRetries: 5 });
}
const seconds = (Date.now() - begun) / 1000;
const { seed } = wanted;
const kinds = { calls: stages.totals, answers: stages.answers };
console.log(JSON.stringify({ ...kinds, points: points.length, chosen: chosen.length, seed, seconds, tally }));
for (const error of failed) console.error(`${error.stack}\nkept in ${error.kept}`);
const missed = Object.values(tally).reduce((sum, verdicts) => sum + (verdicts["not reached"] ?? 0), 0);
if (missed > chosen.length / 50) failed.push(new Error(`${missed} calls were not reached`));
console.log(`${next - failed.length} passed, ${failed.length} failed`);
process.exitCode = failed.length ? 1 : 0;
