// Every screen opens without an error, light, dark and on a phone, and axe finds no serious issue on it.
// MISSION: PRG-01, REQ-15, REQ-18, MAT-02, DIR-02, AUT-08, REC-01
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { password, Server } from "../server.mjs";
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

test("a list of deals that are still looked for, or that nobody has, can be heard", async () => {
  const page = await open(browser, server);
  await signIn(page, "requester");
  let answer;
  const held = new Promise((resolve) => {
    answer = resolve;
  });
  await page.route(/[/]deals[?]/, async (route) => {
    await held;
    await route.continue();
  });
  await page.getByRole("button", { name: "Ask for a reference" }).first().click();
  const deals = page.getByRole("textbox", { name: "For which deal?" }).or(page.getByRole("combobox"));
  await deals.first().click();
  await page.getByRole("option", { name: "Looking…" }).waitFor();
  assert.deepEqual(await seriousIssues(page), []);
  answer();
  await page.getByRole("option", { name: "Looking…" }).waitFor({ state: "detached" });
  await deals.first().fill("no deal is called so");
  await page.getByRole("option", { name: "No open deal found. Name the prospect below." }).waitFor();
  assert.deepEqual(await seriousIssues(page), []);
  await page.context().close();
});

test("a session that ends leads to the sign-in, and from there back to the same page", async () => {
  const page = await open(browser, server);
  const workspace = await signIn(page, "program_owner");
  const streaming = page.waitForResponse(/events\/stream/);
  await page.goto(`/w/${workspace}/authorizations?status=in_force`);
  await streaming;
  await page.locator("tbody tr").first().waitFor();
  // Ended elsewhere: this page is told by its stream and by nothing else.
  const ended = await page.context().request.delete("/api/v1/session", { headers: { Origin: server.url } });
  assert.ok(ended.ok(), String(ended.status()));
  await page.getByText("Your session has ended").waitFor();
  assert.deepEqual(await seriousIssues(page), []);
  await page.getByLabel(/e-?mail/i).fill("program_owner@sample.test");
  await page.getByLabel(/password/i).first().fill(password);
  await page.keyboard.press("Enter");
  await page.locator("tbody tr").first().waitFor();
  assert.equal(new URL(page.url()).pathname, `/w/${workspace}/authorizations`);
  assert.match(page.url(), /status=in_force/);
  await page.context().close();
});
