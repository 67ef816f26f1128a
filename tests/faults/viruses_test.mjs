// Files from outside before a real clamd with a signature of its own: what it knows is not kept, whoever sends it;
// without it nothing is taken, unless the settings say otherwise.
//   node --test tests/faults/viruses_test.mjs
// MISSION: AUT-03
// QUALITY: S-UPLOAD
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { Server } from "../server.mjs";

// The test file that every scanner knows, in pieces: no scanner shall put this one aside.
const eicar = ["X5O!P%@AP[4\\PZX54(P^", ")7CC)7}$EICAR-STANDARD-", "ANTIVIRUS-TEST-FILE!$H+H*"].join("");
const folder = mkdtempSync(join(tmpdir(), "vouchsafe-virus-"));
const socket = join(folder, "clamd");
const env = { VOUCHSAFE_ADMIN_PASSWORD: "four wet cats on a wall", VOUCHSAFE_CLAMD: socket };
let clamd, server, admin;

/** Starts clamd on its socket and waits until it listens. */
async function startClamd() {
  rmSync(socket, { force: true });
  clamd = spawn("clamd", ["--config-file", join(folder, "clamd.conf")], { stdio: ["ignore", "pipe", "inherit"] });
  clamd.exited = new Promise((resolve) => clamd.once("exit", resolve));
  process.once("exit", () => clamd.kill("SIGKILL"));
  await new Promise((resolve, reject) => {
    let said = "";
    clamd.stdout.on("data", (bytes) => /Self checking/.test((said += bytes)) && resolve());
    clamd.once("error", reject);
    clamd.exited.then(() => reject(new Error(`clamd ended: ${said}`)));
  });
  assert.ok(existsSync(socket));
}
const endClamd = () => (clamd.kill("SIGKILL"), clamd.exited);

before(async () => {
  mkdirSync(join(folder, "db"));
  writeFileSync(join(folder, "db", "own.ndb"), `Eicar-Test-Signature:0:*:${Buffer.from(eicar).toString("hex")}\n`);
  writeFileSync(
    join(folder, "clamd.conf"),
    `LocalSocket ${socket}\nDatabaseDirectory ${join(folder, "db")}\nForeground yes\nUser root\nLogVerbose yes\n`,
  );
  await startClamd();
  server = await new Server({ sample: false, env }).start();
  admin = await server.login("admin@localhost", 0, env.VOUCHSAFE_ADMIN_PASSWORD);
});
after(async () => {
  await endClamd();
  await server.stop();
  server.remove();
  rmSync(folder, { recursive: true, force: true });
});

const send = (name, text, who = admin) =>
  who.post(`files?name=${name}`, Buffer.from(text), { "Content-Type": "text/plain" });

test("a clean file is kept; one that the scanner knows is refused by its name, and nothing of it is kept", async () => {
  const clean = await send("letter.txt", "Yes, you may ask me.");
  assert.equal(clean.status, 201, clean.text);
  assert.equal((await admin.get(`files/${clean.body.id}`)).text, "Yes, you may ask me.");
  const infected = await send("letter.txt", eicar);
  assert.deepEqual([infected.status, infected.body.code], [422, "infected"]);
  assert.match(infected.body.reasons[0].message, /Eicar-Test-Signature/);
  assert.match(server.log, /"infected_file".*Eicar-Test-Signature/);
  // The same bytes are taken when nobody looks, so it was the scanner who kept them out.
  const unseen = new Server({ sample: false, env: { VOUCHSAFE_ADMIN_PASSWORD: env.VOUCHSAFE_ADMIN_PASSWORD } });
  await unseen.start();
  const other = await unseen.login("admin@localhost", 0, env.VOUCHSAFE_ADMIN_PASSWORD);
  const taken = await send("letter.txt", eicar, other);
  assert.equal(taken.status, 201, taken.text);
  assert.equal((await admin.get(`files/${taken.body.id}`)).status, 404, "refused bytes were kept");
  await unseen.stop();
  unseen.remove();
});

test("the largest file there may be is looked at to its end", async () => {
  const size = 10 * 1024 * 1024;
  const large = Buffer.alloc(size, "a line of a letter\n");
  assert.equal((await send("large.txt", large)).status, 201);
  large.write(eicar, size - eicar.length);
  assert.equal((await send("large.txt", large)).body.code, "infected");
});

test("twenty files at once are all looked at, and others are answered meanwhile", async () => {
  const sent = Array.from({ length: 20 }, (_, i) => send(`${i}.txt`, i % 2 ? eicar : `letter ${i}`));
  const me = await server.send("GET", "/api/v1/me", undefined, admin.headers);
  assert.equal(me.status, 200);
  const statuses = (await Promise.all(sent)).map((answer) => answer.status);
  assert.deepEqual(
    statuses,
    statuses.map((_, i) => (i % 2 ? 422 : 201)),
  );
});

test("while the scanner is away no file is taken, in plain words; when it is back they are", async () => {
  await endClamd();
  const refused = await send("late.txt", "Yes.");
  assert.deepEqual([refused.status, refused.body.code], [503, "scanner_unreachable"]);
  assert.ok(Number(refused.headers["retry-after"]) > 0);
  assert.match(server.log, /"scanner_unreachable"/);
  await startClamd();
  assert.equal((await send("late.txt", "Yes.")).status, 201);
});

test("an operator may choose to take files unseen while the scanner is away", async () => {
  await endClamd();
  const lenient = new Server({ sample: false, env: { ...env, VOUCHSAFE_CLAMD_REQUIRED: "false" } });
  await lenient.start();
  const other = await lenient.login("admin@localhost", 0, env.VOUCHSAFE_ADMIN_PASSWORD);
  assert.equal((await send("late.txt", "Yes.", other)).status, 201);
  assert.match(lenient.log, /"scanner_unreachable".*"taken":true/);
  await startClamd();
  assert.equal((await send("bad.txt", eicar, other)).body.code, "infected", "it is asked again as soon as it is back");
  await lenient.stop();
  lenient.remove();
});
