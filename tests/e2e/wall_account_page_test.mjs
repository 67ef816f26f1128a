// One's own account in the browser: a password of one's own, a second factor by its QR code, signing in with it, and
// what is left of sessions elsewhere.
// MISSION: PRG-07
// QUALITY: S-PW, S-SESS
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { Server } from "../server.mjs";
import { launch, open, seriousIssues, settled, signIn } from "./browser.mjs";
import { code } from "./totp.mjs";

const server = new Server();
let browser, who;
before(async () => {
  await server.start();
  const admin = await server.login("administrator");
  const email = "account-page@sample.test";
  const person = await admin.must("POST", "people", { name: "Otto Page", email, roles: ["requester"] });
  who = { email, ...(await admin.must("POST", `people/${person.id}/reset_password`)) };
  browser = await launch();
});
after(async () => {
  await browser?.close();
  await server.stop();
  server.remove();
});

const own = "seven slow boats go north";

test("a person chooses a password, sets up a second factor, and signs in with both", async () => {
  const page = await open(browser, server);
  await signIn(page, who.email, who.password);
  const elsewhere = await server.login(who.email, 0, who.password);
  await page.getByRole("button", { name: /Otto Page/ }).click();
  await page.getByRole("menuitem", { name: "Your account" }).click();
  await page.getByRole("heading", { name: "Your account" }).waitFor();
  await page.getByText(/first password that somebody else has seen/).waitFor();
  assert.equal(await page.getByRole("button", { name: /End the session/ }).count(), 1);
  await page.getByLabel("Present password").fill(who.password);
  await page.getByLabel("New password").fill("passwordpassword");
  await page.getByRole("button", { name: "Change the password" }).click();
  await page.getByText(/among the first that are tried/).waitFor();
  await page.getByLabel("New password").fill(own);
  await page.getByRole("button", { name: "Change the password" }).click();
  await page.getByText(/Your password is changed/).waitFor();
  assert.equal((await server.send("GET", "/api/v1/me", undefined, elsewhere.headers)).status, 401);

  await page.getByRole("button", { name: "Set up" }).click();
  await page.getByLabel("Your password").fill(own);
  await page.getByRole("button", { name: "Go on" }).click();
  await page.getByRole("img", { name: /QR code/ }).waitFor();
  assert.deepEqual(await seriousIssues(page), []);
  const secret = await page.locator("code").first().textContent();
  await page.getByLabel("Code that the app shows").fill(code(secret));
  await page.getByRole("button", { name: "Confirm" }).click();
  await page.getByText("Recovery codes", { exact: true }).waitFor();
  const recovery = (await page.locator("pre").textContent()).split("\n");
  assert.equal(recovery.length, 10);
  await page.getByRole("button", { name: "I have kept them" }).click();
  await page.getByText("On. 10 recovery codes are left.").waitFor();
  assert.deepEqual(await seriousIssues(page), []);
  assert.deepEqual(page.problems, []);

  const again = await open(browser, server);
  await again.goto("/");
  await again.getByLabel(/e-?mail/i).fill(who.email);
  await again.getByLabel("Password").first().fill(own);
  await again.keyboard.press("Enter");
  await again.getByLabel("Code of your app").fill("000000");
  await again.keyboard.press("Enter");
  await again.getByText(/This code is not right/).waitFor();
  assert.deepEqual(await seriousIssues(again), []);
  await again.getByLabel("Code of your app").fill(code(secret, 1));
  await again.keyboard.press("Enter");
  await again.waitForURL(/\/w\//);
  await settled(again);
  await page.context().close();
  await again.context().close();
});
