// The power goes off at random moments under load: what was acknowledged is there when it comes back (R-POWER), and a
// disk that lies about syncs is found out by the same test (R-POWER-NEG).
//   node tests/faults/power_test.mjs [--cuts=60] [--strict]
//
// The data folder lies on a file system (pfs.c) that keeps only what was synced; every second cut also tears what was
// not, sector by sector. In the first two of four cuts, or with --strict in all, a new file's name needs a sync of its
// folder too. The key file has a folder of its own, where nothing else is synced.
// MISSION: REC-01
// QUALITY: R-POWER, R-POWER-NEG
import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Person, Server } from "../server.mjs";
import { faultio, options, pfs, verified } from "./tools.mjs";

const wanted = options({ cuts: "60", strict: "" });
const connections = 8;
process.env.VOUCHSAFE_DISK_RESERVE_MB = "64";
const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** A folder on the forgetful file system. */
class Disk {
  constructor() {
    this.top = mkdtempSync(join(tmpdir(), "vouchsafe-power-"));
    [this.back, this.mount] = ["back", "mount"].map((name) => join(this.top, name));
    mkdirSync(this.back);
    mkdirSync(this.mount);
  }

  async on({ torn, strict }) {
    const env = { ...process.env, PFS_BACK: this.back };
    if (torn) env.PFS_TORN = "1";
    if (strict) env.PFS_STRICT = "1";
    this.process = spawn(pfs(), ["-f", "-s", this.mount], { env, stdio: ["ignore", "ignore", "pipe"] });
    this.gone = new Promise((resolve) => this.process.once("exit", resolve));
    for (let tries = 0; !readFileSync("/proc/mounts", "utf8").includes(this.mount); tries++) {
      if (tries > 1000 || this.process.exitCode !== null) throw new Error("the file system does not mount (FUSE?)");
      await sleep(5);
    }
  }

  async cut() {
    this.process.kill("SIGUSR1");
    await this.gone;
  }

  /** The folder, when nobody uses it any more. */
  off() {
    spawnSync("umount", ["-l", this.mount]);
  }

  remove() {
    this.process?.kill("SIGKILL");
    this.off();
    rmSync(this.top, { recursive: true, force: true });
  }
}

/** Accounts, now and then a contact and a file, until the power is off. */
async function load(person, until, answered) {
  const connection = async (lane) => {
    for (let n = 0; !until.off; n++) {
      const name = `Power ${lane}-${n} ${Math.random().toString(36).slice(2)}`;
      try {
        const account = await person.must("POST", "accounts", { name, industry: "retail", region: "Europe" });
        answered.push({ path: `accounts/${account.id}`, shows: name });
        if (n % 4 !== lane % 4) continue;
        const contact = await person.must("POST", "contacts", {
          account: account.id, name: `Jo ${name}`, email: "jo@power.test", title: "Head", language: "en",
        });
        answered.push({ path: `contacts/${contact.id}`, shows: `Jo ${name}` });
        const file = await person.must("POST", "files?name=a.txt", Buffer.from(name), { "Content-Type": "text/plain" });
        answered.push({ path: `files/${file.id}`, shows: name });
      } catch (error) {
        if (/: [45]\d\d /.test(error.message)) throw error;
        return;
      }
    }
  };
  await Promise.all(Array.from({ length: connections }, (_, lane) => connection(lane)));
}

async function lost(person, answered) {
  const missing = [];
  await Promise.all(
    answered.map(async ({ path, shows }) => {
      const seen = await person.get(path);
      if (seen.status !== 200 || !seen.text.includes(shows)) missing.push(`${path}: ${seen.status}`);
    }),
  );
  return missing;
}

/** Cuts, one after the other, on one house; stops at the first loss when it is asked to. */
async function run({ cuts, lying = false }) {
  const disk = new Disk();
  mkdirSync(join(disk.back, "elsewhere"));
  process.env.VOUCHSAFE_KEY_FILE = join(disk.mount, "elsewhere", "key");
  const server = new Server({ sample: false, data: join(disk.mount, "data") });
  const result = { cuts: 0, acknowledged: 0, lost: 0, damaged: 0 };
  let me, answered = [];
  try {
    for (; result.cuts <= cuts; result.cuts++) {
      await disk.on({ torn: result.cuts % 2 === 1, strict: wanted.strict || result.cuts % 4 < 2 });
      const swallow = { LD_PRELOAD: faultio(), FAULT_UNDER: disk.mount, FAULT_MODE: "swallow" };
      const preload = lying && result.cuts > 0 ? swallow : {};
      Object.assign(process.env, preload);
      try {
        await server.start();
      } catch (error) {
        result.damaged++;
        if (!lying) throw error;
        break;
      } finally {
        for (const name of Object.keys(preload)) delete process.env[name];
      }
      me ??= await server.login("administrator");
      const person = new Person(server, me.me, me.workspace, me.headers);
      const missing = await lost(person, answered);
      result.lost += missing.length;
      if (missing.length && !lying) throw new Error(`after cut ${result.cuts}: lost ${missing.slice(0, 5).join("; ")}`);
      if (missing.length || result.cuts === cuts) break;
      answered = [];
      const until = { off: false };
      const loading = load(person, until, answered);
      await sleep(30 + Math.random() * 170);
      await disk.cut();
      until.off = true;
      server.process.kill("SIGKILL");
      await server.exited;
      await loading;
      result.acknowledged += answered.length;
      disk.off();
    }
    if (!lying) {
      await server.stop();
      verified(server.data);
    }
  } finally {
    server.process?.kill("SIGKILL");
    disk.remove();
  }
  return result;
}

const begun = Date.now();
const honest = await run({ cuts: Number(wanted.cuts) });
assert.ok(honest.acknowledged > honest.cuts * 3, `too little load to tell anything: ${JSON.stringify(honest)}`);
console.log(JSON.stringify({ ...honest, seconds: (Date.now() - begun) / 1000 }));
const liar = await run({ cuts: 12, lying: true });
console.log(JSON.stringify({ control: "syncs swallowed", ...liar }));
assert.ok(liar.lost + liar.damaged > 0, "a disk that lies about syncs was not found out: this test can see nothing");
console.log(`${honest.cuts + 1} passed, 0 failed`);
