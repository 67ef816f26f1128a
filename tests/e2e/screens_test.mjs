// Every screen opens without an error, light, dark and on a phone, and axe finds no serious issue on it.
// MISSION: PRG-01, REQ-15, REQ-18, MAT-02, DIR-02, AUT-08, REC-01
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { Server } from "../server.mjs";
import { desktop, launch, open, phone, seriousIssues, signIn } from "./browser.mjs";
import { looks, screens, show } from "./screens.mjs";

const server = new Server();
let browser;
before(async () => {
  await server.start();
  browser = await launch();
});
after(async () => {
  await browser?.close();
  await server.stop();
  server.remove();
});

for (const { look, scheme, small } of looks) {
  // One signed-in page per role and look: signing in is slow on purpose.
  const pages = new Map();
  const pageOf = async (role) => {
    if (!pages.has(role)) {
      const page = await open(browser, server, { scheme, size: small ? phone : desktop });
      if (role) await signIn(page, role);
      pages.set(role, { page, person: role && (await server.login(role)) });
    }
    return pages.get(role);
  };
  for (const screen of screens) {
    test(`${screen.name}, ${look}`, async () => {
      const { page, person } = await pageOf(screen.role);
      page.problems.length = 0;
      await show(page, screen, person);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      assert.ok(wide <= 0, `the page is ${wide} px wider than the window`);
      assert.deepEqual(await seriousIssues(page), []);
      assert.deepEqual(page.problems, []);
      assert.ok(
        !/There is no such page|This page failed/.test(await page.textContent("body")),
        "the screen does not exist",
      );
    });
  }
}
