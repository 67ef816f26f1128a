// After everything that can happen has happened once, a start from the ledger alone gives the state that was live, byte
// for byte in the canonical dump (R-REPLAY). tests/kill_test.mjs compares the same after kills under load.
//   node --test tests/faults/replay_test.mjs
// MISSION: REC-01, REC-02
// QUALITY: R-REPLAY
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { test } from "node:test";
import { program, Server } from "../server.mjs";
import "./tools.mjs";
import { founded, run, Workload } from "./workload.mjs";

test("replay gives the live state after every kind of write", async () => {
  const server = await new Server({ sample: false }).start();
  try {
    const workload = new Workload(server, await founded(server));
    await run(workload);
    const live = (await workload.as("administrator").get("dump")).text;
    assert.ok(live.length > 50_000, "the dump says too little to tell anything");
    await server.stop("SIGKILL");
    const replayed = execFileSync(program, ["dump", "--data", server.data], { encoding: "utf8", maxBuffer: 1 << 30 });
    assert.ok(replayed.startsWith(live), "replay does not give the live state");
  } finally {
    server.process.kill("SIGKILL");
    server.remove();
  }
});
