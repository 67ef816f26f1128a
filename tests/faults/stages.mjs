// The workload cut into its parts, so that a spoilt call is reached at once: for each part, the data folder that the
// parts before it left, and which calls are its own.
import { cpSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { freePort, Server } from "../server.mjs";
import { faultio } from "./tools.mjs";
import { founded, parts, run, Workload } from "./workload.mjs";

const nothing = { call: "any", at: 0, mode: "once", errno: 0 }; // is spoilt, all is counted
const kinds = ["any", "write", "sync", "truncate"];

/** How many calls of each kind there were, and which file was `spoilt`. */
export function counted(file) {
  const bytes = readFileSync(file);
  const spoilt = bytes.toString("utf8", kinds.length * 8).replace(/\0.*/s, "");
  return { ...Object.fromEntries(kinds.map((kind, i) => [kind, Number(bytes.readBigInt64LE(i * 8))])), spoilt };
}

/** Starts the program on a data folder with one call to be spoilt; `at` 0: only counted; no fault: not watched. */
export async function started(data, fault) {
  const count = `${data}-count`; // not inside of what is watched
  rmSync(count, { force: true });
  const env = fault && {
    LD_PRELOAD: faultio(), FAULT_UNDER: data, FAULT_COUNT: count, FAULT_CALL: fault.call,
    FAULT_AT: String(fault.at), FAULT_MODE: fault.mode, FAULT_ERRNO: String(fault.errno),
  };
  const server = new Server({ sample: false, data, env });
  server.port = await freePort();
  const listens = await server.start().then(() => true, () => false);
  const stop = () => (server.agent.destroy(), server.stop()); // nobody is waited for
  return { server, count, listens, stop };
}

/** One part: `before` are the calls until its process listened, `worked` until its last answer, `closed` all. */
class Stage {
  constructor(fields) {
    Object.assign(this, fields);
  }

  /** Looks for everything that was answered until now. */
  look(workload) {
    return workload.look(this.workload.done.length);
  }

  /** The numbers of its own calls: a start belongs to the first part, a closing to the last. */
  calls(kind) {
    const from = this.first || this.founding ? 0 : this.before[kind];
    const to = this.last ? this.closed[kind] : this.worked[kind];
    return Array.from({ length: to - from }, (_, i) => from + i + 1);
  }
}

/** The very first start, in an empty folder: whatever becomes of it, the administrator can sign in afterwards. */
const founding = {
  founding: true,
  part: async function founding() {},
  look: (workload) => workload.server.login("administrator"),
};

export class Stages {
  constructor(top) {
    Object.assign(this, { top, all: [] });
  }

  /** Runs the workload once, part by part. */
  async build() {
    const empty = join(this.top, "empty");
    let data = join(this.top, "stage-0");
    mkdirSync(empty);
    const mother = await started(data, nothing);
    const before = counted(mother.count);
    this.all.push(new Stage({ ...founding, data: empty, workload: new Workload(mother.server, {}), worked: before }));
    let workload = new Workload(mother.server, await founded(mother.server));
    await mother.stop();
    for (const [i, part] of parts.entries()) {
      const after = join(this.top, `stage-${i + 1}`);
      cpSync(data, after, { recursive: true });
      const one = await started(after, nothing);
      const before = counted(one.count);
      const done = workload.continued(one.server);
      await run(done, [part]);
      const worked = counted(one.count);
      await one.stop();
      const [first, last] = [i === 0, i === parts.length - 1];
      this.all.push(new Stage({ data, part, workload, first, last, before, worked, closed: counted(one.count) }));
      [data, workload] = [after, done];
    }
    this.answers = workload.done.length;
    return this;
  }

  /** How many calls of each kind the whole workload makes. */
  get totals() {
    const of = (kind) => this.all.reduce((sum, stage) => sum + stage.calls(kind).length, 0);
    return Object.fromEntries(kinds.slice(1).map((kind) => [kind, of(kind)]));
  }
}
