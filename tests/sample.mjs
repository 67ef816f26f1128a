// The sample workspace, made once by the program itself and then copied for every test that starts on it.
import { createHash } from "node:crypto";
import { cpSync, existsSync, mkdtempSync, readdirSync, renameSync, rmSync, statSync } from "node:fs";
import { dirname, join } from "node:path";

// Its year ends now: what waits and what is late depends on the day and hour at which it was made.
const FRESH_MS = 30 * 60_000;
const PREFIX = "sample-";

const folderFor = (program) => {
  const { mtimeMs, size } = statSync(program);
  const key = createHash("sha256").update(`${mtimeMs} ${size}`).digest("hex").slice(0, 12);
  return join(dirname(program), PREFIX + key);
};
const fresh = (folder) => existsSync(folder) && Date.now() - statSync(folder).mtimeMs < FRESH_MS;

/**
 * Puts a sample workspace into `data`. `make(folder)` lets the program make one in a folder and ends it in order; two
 * tests that start at once may both do so, and the first to finish is the one that is kept.
 */
export async function copySample(program, data, make) {
  const folder = folderFor(program);
  if (!fresh(folder)) {
    const own = mkdtempSync(join(dirname(program), "making-sample-"));
    await make(own);
    for (const name of ["lock", "reserve"]) rmSync(join(own, name), { force: true });
    for (const name of readdirSync(dirname(program)))
      if (name.startsWith(PREFIX) && !fresh(join(dirname(program), name)))
        rmSync(join(dirname(program), name), { recursive: true, force: true });
    try {
      renameSync(own, folder);
    } catch {
      rmSync(own, { recursive: true });
    }
  }
  cpSync(folder, data, { recursive: true });
}
