// A PostgreSQL of the test's own: in a folder of its own, on a free port of this machine, stopped and gone at the end.
import { spawnSync } from "node:child_process";
import { chmodSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort } from "./server.mjs";

const versions = "/usr/lib/postgresql";

// PostgreSQL refuses to run as root.
const root = process.getuid() === 0;

export class Postgres {
  constructor() {
    this.folder = mkdtempSync(join(tmpdir(), "vs-pg-"));
    chmodSync(this.folder, 0o777);
    const newest = readdirSync(versions).sort((a, b) => b - a)[0];
    this.bin = join(versions, newest, "bin");
    this.data = join(this.folder, "data");
  }

  run(tool, ...args) {
    const command = [join(this.bin, tool), ...args];
    const [program, ...rest] = root ? ["runuser", "-u", "nobody", "--", ...command] : command;
    const done = spawnSync(program, rest, { cwd: "/", encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
    if (done.status !== 0) throw new Error(`${tool}: ${done.stdout}${done.stderr}`);
    return done.stdout.trim();
  }

  async start() {
    if (!this.port) {
      this.port = await freePort();
      const how = ["-U", "vouchsafe", "-A", "trust", "-E", "UTF8", "--data-checksums", "--no-sync"];
      this.run("initdb", "-D", this.data, ...how);
      process.once("exit", () => this.remove());
    }
    const options = `-p ${this.port} -k ${this.folder} -h 127.0.0.1 -c recovery_init_sync_method=syncfs`;
    this.run("pg_ctl", "-w", "-D", this.data, "-l", join(this.folder, "log"), "-o", options, "start");
    return this;
  }

  /** `immediate` ends it as a crash would. */
  stop(mode = "immediate") {
    this.run("pg_ctl", "-w", "-D", this.data, "-m", mode, "stop");
  }

  remove() {
    if (this.gone) return;
    this.gone = true;
    try {
      this.stop();
    } catch {
      // it was stopped before
    }
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** Runs statements and gives the rows as lines. */
  sql(text, database = "postgres") {
    const to = ["-h", this.folder, "-p", String(this.port), "-U", "vouchsafe", "-d", database];
    return this.run("psql", ...to, "-XAtq", "-v", "ON_ERROR_STOP=1", "-c", text);
  }

  /** The address of a new database; `port` of somebody who stands between. */
  database(name, port = this.port) {
    this.sql(`CREATE DATABASE ${name}`);
    return this.url(name, port);
  }

  url(name, port = this.port) {
    return `postgres://vouchsafe@127.0.0.1:${port}/${name}`;
  }
}
