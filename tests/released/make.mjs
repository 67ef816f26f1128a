// Freezes a data folder of the present version, so that every later one can be asked to open it.
//   node tests/released/make.mjs             once for a release; the folder of its version must not exist
//
// The house is founded and every kind of thing happens in it once (tests/faults/workload.mjs). What is kept is the
// folder as it lay on the disk after an orderly stop, its key-encryption key included: a key of tests, that has never
// protected anything and must never protect anything.
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { founded, run, Workload } from "../faults/workload.mjs";
import "../faults/tools.mjs";
import { program, Server } from "../server.mjs";
import { digestOf } from "./open.mjs";

const version = /\d+\.\d+/.exec(execFileSync(program, ["--version"], { encoding: "utf8" }))[0];
const folder = join(dirname(fileURLToPath(import.meta.url)), version);
if (existsSync(folder)) throw new Error(`${version} was released; what is frozen stays as it is`);

const top = mkdtempSync(join(tmpdir(), "vouchsafe-released-"));
const server = await new Server({ sample: false, data: join(top, "data") }).start();
await run(new Workload(server, await founded(server)));
await server.stop();
for (const name of ["lock", "reserve"]) rmSync(join(server.data, name), { force: true });
mkdirSync(folder);
const archive = join(folder, "data.tar.gz");
const plain = ["--sort=name", "--owner=0", "--group=0", "--numeric-owner"];
execFileSync("tar", ["-C", top, ...plain, "-czf", archive, "data"]);
writeFileSync(join(folder, "dump.sha256"), `${digestOf(server.data)}\n`);
rmSync(top, { recursive: true });
console.log(`${archive}: ${statSync(archive).size} bytes`);
