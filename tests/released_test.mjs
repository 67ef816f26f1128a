// Data folders of every released version, opened by the present program: verified, the same state, and written on.
//   node --test tests/released_test.mjs
//
// tests/released/<version>/data.tar.gz is never changed; tests/released/make.mjs adds the next one. When a view (not a
// fold) changed knowingly, VOUCHSAFE_GOLDEN=write writes the digests of the dumps anew.
// MISSION: REC-01, REC-02, INT-06
// QUALITY: R-REPLAY
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { verified } from "./faults/tools.mjs";
import { digestOf } from "./released/open.mjs";
import { Server } from "./server.mjs";

const folder = fileURLToPath(new URL("released", import.meta.url));
const versions = readdirSync(folder).filter((name) => /^\d/.test(name));

test("there is something released", () => assert.ok(versions.length > 0));

for (const version of versions)
  test(`a data folder of ${version} opens with the state that it had, and goes on`, async () => {
    const top = mkdtempSync(join(tmpdir(), "vouchsafe-released-"));
    const data = join(top, "data");
    try {
      execFileSync("tar", ["-C", top, "-xzf", join(folder, version, "data.tar.gz")]);
      assert.match(verified(data), /ok main/);
      const file = join(folder, version, "dump.sha256");
      if (process.env.VOUCHSAFE_GOLDEN === "write") writeFileSync(file, `${digestOf(data)}\n`);
      assert.equal(digestOf(data), readFileSync(file, "utf8").trim(), "its state is another one now");

      const server = await new Server({ sample: false, data }).start();
      const person = await server.login("administrator");
      const { items } = await person.must("GET", "contacts");
      assert.equal(items[0].name, "Jo Speaker", "words about people are read with its keys");
      const added = await person.must("POST", "accounts", { name: "New", industry: "retail", region: "Europe" });
      assert.equal((await server.stop()).code, 0);
      assert.match(verified(data), /ok main/);
      assert.ok(added.id);
    } finally {
      rmSync(top, { recursive: true, force: true });
    }
  });
