// A start that cannot go on ends in order and says why, even while the ledger is at work already: long work of before
// goes on as soon as the ledger is read, and whoever is told of it must still be there.
// MISSION: INT-06
// MISSION: REC-01
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { once } from "node:events";
import net from "node:net";
import { after, before, test } from "node:test";
import { finished } from "./program.mjs";
import { password, program, Server } from "../server.mjs";

const server = new Server({ sample: false, env: { VOUCHSAFE_ADMIN_PASSWORD: password } });
const rows = 40_000;
let admin, one;
before(async () => {
  await server.start();
  admin = await server.login("admin@localhost");
});
after(async () => {
  await server.stop("SIGKILL");
  server.remove();
});

/** An import of many accounts whose process dies while the rows are being added. */
async function beginLongWork() {
  const csv = `account\n${Array.from({ length: rows }, (_, i) => `Customer ${i}`).join("\n")}\n`;
  const preview = await admin.must("POST", "imports", { kind: "accounts", csv, file_name: "accounts.csv" });
  one = await admin.must("POST", `imports/${preview.id}/apply`, { accept_all: true });
  server.process.kill("SIGKILL");
  await server.exited;
}

/** How many rows are in the ledger of the stopped process. */
function added() {
  const state = String(execFileSync(program, ["dump", "--data", server.data], { maxBuffer: 2 ** 28 }));
  return new Set(state.match(/"Customer \d+"/g)).size;
}

test("a start whose address is taken ends with a word about it, in the middle of an import", async (context) => {
  await beginLongWork();
  const before = added();
  const taken = net.createServer().listen(server.port, "127.0.0.1");
  context.after(() => taken.close());
  await once(taken, "listening");
  await assert.rejects(server.start(), /the server ended with 1:/);
  assert.deepEqual(await server.exited, { code: 1, signal: null });
  assert.match(server.output, /Address already in use/);
  const later = added();
  assert.ok(before < later && later < rows, `the ledger was not at work: ${before}, ${later}`);
});

test("the import goes on where it stood", async () => {
  await server.start();
  one = await finished(admin, await admin.must("GET", `imports/${one.id}`));
  assert.deepEqual([one.status, one.counts.rows, one.counts.created], ["applied", rows, rows]);
});
