// What the released program was hardened with, read out of the program itself. (Debian's start files carry no mark for
// branch protection, so the whole cannot; that our own functions have their landing pads is counted.)
// QUALITY: 3.6
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { program } from "../server.mjs";

const cache = join(dirname(program), "CMakeCache.txt");
const type = existsSync(cache) ? /CMAKE_BUILD_TYPE:\w+=(\w*)/.exec(readFileSync(cache, "utf8"))[1] : "Release";
const skip = type !== "Release" && `this is a ${type} build`;
const readelf = (...options) =>
  execFileSync("readelf", [...options, program], { encoding: "utf8", maxBuffer: 2 ** 30 });

test("the program can lie anywhere in memory, and its tables are closed before it runs", { skip }, () => {
  assert.match(readelf("-h"), /Type:\s+DYN \(Position-Independent/);
  assert.match(readelf("-dW"), /FLAGS_1\).*NOW/);
  const parts = readelf("-lW");
  assert.match(parts, /GNU_RELRO/);
  assert.match(parts, /GNU_STACK.* RW /, "the stack may be run");
  assert.ok(!/LOAD.* RWE /.test(parts), "something is written and run");
  assert.ok(!/\((RPATH|RUNPATH)\)/.test(readelf("-dW")), "it takes libraries from a folder of its own");
});

test("overrun buffers end it, checked copies are used, and calls land where functions begin", { skip }, () => {
  const imported = execFileSync("nm", ["-D", "--undefined-only", program], { encoding: "utf8" });
  assert.match(imported, /__stack_chk_fail/);
  const checked = new Set(imported.match(/__\w+_chk\b/g));
  checked.delete("__stack_chk_fail");
  assert.ok(checked.size >= 2, [...checked].join());
  assert.match(imported, /__glibcxx_assert_fail/, "the standard library does not check its bounds");
  const bytes = readFileSync(program);
  let pads = 0;
  for (
    let at = bytes.indexOf("\xf3\x0f\x1e\xfa", 0, "latin1");
    at >= 0;
    at = bytes.indexOf("\xf3\x0f\x1e\xfa", at + 4, "latin1")
  )
    pads += 1;
  assert.ok(pads > 5_000, `${pads} landing pads`);
});
