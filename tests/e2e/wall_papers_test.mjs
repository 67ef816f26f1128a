// What docs/asvs.csv and docs/security.md say is shown somewhere, is there; and nothing of the standard was left out.
// QUALITY: 3.9
import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { test } from "node:test";

const rows = readFileSync("docs/asvs.csv", "utf8")
  .trimEnd()
  .split("\n")
  .slice(1)
  .map((line) => /^(\d+\.\d+\.\d+),([123]),(met|not applicable|open),(.+)$/.exec(line)?.slice(1) ?? assert.fail(line));

test("every requirement of the three levels has its line", () => {
  assert.equal(new Set(rows.map(([id]) => id)).size, rows.length);
  const of = (wanted) => rows.filter(([, level]) => level === wanted).length;
  assert.deepEqual(["1", "2", "3"].map(of), [70, 183, 92]);
});

test("what is met is shown by a test or said in a document", () => {
  const missing = rows.filter(([, , status, where]) => status === "met" && !existsSync(where));
  assert.deepEqual(missing, []);
  for (const [id, , status, why] of rows) if (status !== "met") assert.ok(why.length > 5, `${id} says no reason`);
});

test("nothing of the first level is open, and of the others no more than was known", () => {
  const open = rows.filter(([, , status]) => status === "open");
  assert.deepEqual(
    open.filter(([, level]) => level === "1"),
    [],
  );
  assert.ok(open.filter(([, level]) => level === "2").length <= 1, open.join("\n"));
});

test("the tests and pages that the threats name are there", () => {
  const page = readFileSync("docs/security.md", "utf8");
  const named = [...page.matchAll(/`([\w/]+(?:_test\.(?:cc|mjs)|\.csv|\.cc))`/g)].map(([, name]) => name);
  assert.ok(named.length > 25, named.join());
  for (const name of named) assert.ok(existsSync(name) || existsSync(`tests/e2e/${name}`), name);
  for (const [, link] of page.matchAll(/\]\(([\w.]+)\)/g)) assert.ok(existsSync(`docs/${link}`), link);
  for (let n = 1; n <= 18; n += 1) assert.match(page, new RegExp(`\\| T${n} \\|`));
});
