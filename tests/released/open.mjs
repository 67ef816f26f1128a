// What the present program makes of a data folder of an earlier version.
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { program } from "../server.mjs";

/** Digest of the canonical dump: the whole state, as every screen and client could see it. */
export function digestOf(data) {
  const dump = execFileSync(program, ["dump", "--data", data], { maxBuffer: 1 << 30 });
  if (dump.length < 10_000) throw new Error("the dump says too little to tell anything");
  return createHash("sha256").update(dump).digest("hex");
}
