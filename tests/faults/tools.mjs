// The faulty disks, compiled when needed, and what all fault tests share.
import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { program } from "../server.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const made = join(here, "../../build/faults");

// A house for tests: found again without a sign-in, and not in need of much room.
process.env.VOUCHSAFE_ADMIN_EMAIL = "administrator@sample.test";
process.env.VOUCHSAFE_ADMIN_PASSWORD = "correct-horse-battery-9";

function newer(a, b) {
  try {
    return statSync(a).mtimeMs > statSync(b).mtimeMs;
  } catch {
    return false;
  }
}

function compiled(name, source, options) {
  const [from, to] = [join(here, source), join(made, name)];
  mkdirSync(made, { recursive: true });
  if (!newer(to, from)) execFileSync("cc", ["-O2", "-Wall", "-Wextra", "-Werror", "-o", to, from, ...options]);
  return to;
}

/** The preload that spoils a chosen write or sync. */
export const faultio = () => compiled("faultio.so", "faultio.c", ["-shared", "-fPIC", "-ldl"]);

/** The file system that forgets. */
export function pfs() {
  const flags = execFileSync("pkg-config", ["--cflags", "--libs", "fuse3"], { encoding: "utf8" }).trim().split(/\s+/);
  return compiled("pfs", "pfs.c", [...flags, "-lpthread"]);
}

/** What the program says of a data folder that nobody has open; throws unless all of it verifies. */
export function verified(data) {
  const found = spawnSync(program, ["verify", "--data", data], { encoding: "utf8" });
  if (found.status !== 0) throw new Error(`verify ended with ${found.status}: ${found.stdout}${found.stderr}`);
  return found.stdout;
}

/** Keeps a data folder that a test found wrong, with what was said of it; answers where. */
export function keep(name, data, said) {
  const place = join(made, "kept", name);
  rmSync(place, { recursive: true, force: true });
  mkdirSync(place, { recursive: true });
  if (existsSync(data)) cpSync(data, join(place, "data"), { recursive: true });
  writeFileSync(join(place, "said.txt"), said);
  return place;
}

/** `--name=value` and `--name` of the command line. */
export function options(defaults) {
  const given = Object.fromEntries(
    process.argv.slice(2).map((argument) => argument.replace(/^--/, "").split("=")).map(([k, v]) => [k, v ?? "yes"]),
  );
  const unknown = Object.keys(given).filter((name) => !(name in defaults));
  if (unknown.length) throw new Error(`no option ${unknown}; there are ${Object.keys(defaults)}`);
  return { ...defaults, ...given };
}
