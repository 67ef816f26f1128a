// Roles whose people must have a second factor: whoever has none can set one up and sign out, and nothing else, over
// the API and in the browser; the moment they have one, they work.
// MISSION: PRG-03, PRG-07
// QUALITY: S-PW, S-SESS
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import http from "node:http";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { password, program, Server } from "../server.mjs";
import { desktop, launch, open, phone, seriousIssues, settled, signIn } from "./browser.mjs";
import { code } from "./totp.mjs";

const server = new Server({ sample: false, env: { VOUCHSAFE_ADMIN_PASSWORD: password } });
let admin, browser;
before(async () => {
  await server.start();
  admin = await server.login("admin@localhost", 0, password);
  browser = await launch();
});
after(async () => {
  await browser?.close();
  await server.stop();
  server.remove();
});

let nth = 0;
/** Somebody with these roles and a first password, signed in. */
async function somebody(roles) {
  const email = `factor-${(nth += 1)}@road.test`;
  const person = await admin.must("POST", "people", { name: `Nele Factor ${nth}`, email, roles });
  const { password } = await admin.must("POST", `people/${person.id}/reset_password`);
  return Object.assign(await server.login(email, 0, password), { email, password, id: person.id });
}
const me = (who, method, path, body) => server.send(method, `/api/v1/me${path}`, body, who.headers);
const demand = (who, roles) =>
  who.post("policies/sign_in/adopt", { values: { second_factor_roles: roles }, reason: "Our insurer asks for it." });
async function setUp(who) {
  const begun = await me(who, "POST", "/second_factor/begin", { password: who.password });
  assert.equal(begun.status, 200, begun.text);
  const confirmed = await me(who, "POST", "/second_factor/confirm", { code: code(begun.body.secret) });
  assert.equal(confirmed.status, 200, confirmed.text);
  return { secret: begun.body.secret, recovery: confirmed.body.recovery_codes };
}
const lacking = async (who) => (await me(who, "GET", "")).body.workspaces[0].second_factor_lacking;

/** An open event stream: resolves to a promise that is kept when the server ends it. */
const openStream = (who) =>
  new Promise((resolve, reject) => {
    const path = `/api/v1/w/${who.workspace}/events/stream`;
    http
      .get({ host: "127.0.0.1", port: server.port, path, headers: who.headers }, (response) => {
        const ended = new Promise((done) => response.on("end", () => done("ended")));
        response.resume();
        response.statusCode === 200 ? resolve({ ended }) : reject(new Error(`stream: ${response.statusCode}`));
      })
      .on("error", reject);
  });

test("only administrators demand it, for roles that exist", async () => {
  const owner = await somebody(["program_owner"]);
  assert.equal((await demand(owner, ["requester"])).body.code, "policy.administrators_only");
  assert.equal((await demand(admin, ["magician"])).body.code, "unknown_role");
});

test("whoever lacks it is refused everywhere but at setting it up and signing out, and then works", async () => {
  const [who, other] = [await somebody(["privacy_reviewer"]), await somebody(["requester"])];
  const stream = await openStream(who);
  const { token } = await admin.must("POST", "tokens", { name: "Sync", scopes: ["read"] });
  assert.equal((await who.get("people")).status, 200);
  assert.equal(await lacking(who), false);
  assert.equal((await demand(admin, ["administrator", "privacy_reviewer"])).status, 200);

  assert.equal(await lacking(who), true);
  assert.equal(await stream.ended, "ended", "an open stream went on telling");
  for (const [method, path, body] of [
    ["GET", "people"],
    ["GET", "dump"],
    ["GET", "audit"],
    ["GET", "subjects"],
    ["GET", "files/fil_1"],
    ["GET", "events/stream"],
    ["GET", "requests?as_of=1"],
    ["POST", "policies/sign_in/adopt", { values: { second_factor_roles: [] }, reason: "x" }],
    ["POST", "requests", {}],
    ["POST", "saved_views", {}],
    ["POST", "tokens", {}],
  ]) {
    const refused = await who.call(method, path, body);
    assert.deepEqual([refused.status, refused.body.code], [403, "factor.demanded"], `${method} ${path}`);
  }
  assert.equal((await other.get("people")).status, 200, "another role is not concerned");
  const by = { Authorization: `Bearer ${token}` };
  const synced = await server.send("GET", `/api/v1/w/${who.workspace}/people`, undefined, by);
  assert.equal(synced.status, 200, "a token has no phone");
  // Whoever demanded it is held to it as well.
  assert.equal((await demand(admin, [])).body.code, "factor.demanded");

  assert.equal((await me(who, "GET", "/security")).status, 200);
  await setUp(who);
  assert.equal(await lacking(who), false);
  assert.equal((await who.get("people")).status, 200);
  assert.equal((await server.send("DELETE", "/api/v1/session", undefined, who.headers)).status, 204);
  const again = await server.send("POST", "/api/v1/session", { email: who.email, password: who.password });
  assert.equal(again.body.code, "second_factor_needed");
});

test("who ends their second factor, or loses it, is back where they began", async () => {
  const { recovery } = await setUp(Object.assign(admin, { password }));
  const who = await somebody(["privacy_reviewer"]);
  assert.equal((await who.get("people")).body.code, "factor.demanded");
  const own = await setUp(who);
  assert.equal((await who.get("people")).status, 200);
  const ended = await me(who, "POST", "/second_factor/end", { password: who.password, code: own.recovery[0] });
  assert.equal(ended.status, 200, ended.text);
  assert.equal((await who.get("people")).body.code, "factor.demanded");
  await setUp(who);
  const lost = await admin.must("POST", `people/${who.id}/reset_password`, { end_second_factor: true });
  const back = await server.login(who.email, 0, lost.password);
  assert.equal((await back.get("people")).body.code, "factor.demanded");
  assert.equal(recovery.length, 10);
});

for (const [name, how] of [
  ["desktop", { size: desktop }],
  ["phone, German", { size: phone, locale: "de-DE", scheme: "dark" }],
])
  test(`in the browser the one page left leads on to work (${name})`, async () => {
    const who = await somebody(["privacy_reviewer"]);
    const page = await open(browser, server, how);
    const german = how.locale === "de-DE";
    const words = (en, de) => (german ? de : en);
    await signIn(page, who.email, who.password).catch(async (error) => {
      throw new Error(`${error.message}\n${await page.locator("body").innerText()}`);
    });
    await page.getByRole("heading", { name: words("One step more", "Noch ein Schritt") }).waitFor();
    assert.deepEqual(await seriousIssues(page), []);
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), "wider than the screen");
    const pictures = process.env.VOUCHSAFE_PICTURES;
    if (pictures) await page.screenshot({ path: join(pictures, `factor ${name}.png`) });
    await page.goto(`/w/${who.workspace}/requests`);
    await page.getByRole("heading", { name: words("One step more", "Noch ein Schritt") }).waitFor();
    await page.getByRole("button", { name: words("Set up", "Einrichten") }).click();
    await page.getByLabel(words("Your password", "Ihr Passwort")).fill(who.password);
    await page.keyboard.press("Enter");
    await page.getByRole("img", { name: /QR/ }).waitFor();
    const secret = await page.locator("code").first().textContent();
    await page.getByLabel(words("Code that the app shows", "Code, den die App zeigt")).fill(code(secret));
    await page.keyboard.press("Enter");
    await page.getByRole("button", { name: words("I have kept them", "Ich habe sie verwahrt") }).click();
    await page.getByRole("link", { name: words("Requests", "Anfragen") }).first().waitFor();
    await settled(page);
    assert.match(page.url(), /\/requests/, "the address that was asked for is lost");
    assert.deepEqual(page.problems, []);
    await page.context().close();
  });

test("a page that is open when it is demanded leads there too; signing out works from it", async () => {
  const who = await somebody(["brand_manager"]);
  const page = await open(browser, server);
  await signIn(page, who.email, who.password);
  await page.getByRole("link", { name: "Requests" }).first().waitFor();
  const now = await demand(admin, ["administrator", "privacy_reviewer", "brand_manager"]);
  assert.equal(now.status, 200, now.text);
  await page.getByRole("link", { name: "Requests" }).first().click();
  await page.getByRole("heading", { name: "One step more" }).waitFor();
  await page.getByRole("button", { name: "Sign out" }).click();
  await page.getByLabel(/e-?mail/i).waitFor();
  await page.context().close();
});

test("the doctor recommends it where administrators may go without", async () => {
  const fresh = new Server({ sample: false, env: { VOUCHSAFE_ADMIN_PASSWORD: password } });
  await fresh.start();
  await fresh.stop();
  await server.stop();
  const examined = (data) => {
    try {
      return execFileSync(program, ["doctor", "--data", data], { encoding: "utf8" });
    } catch (error) {
      return error.stdout; // something else on this machine is to be mended
    }
  };
  assert.match(examined(fresh.data), /note\s+sign-in\s+main: administrators may go without a second factor/);
  assert.match(examined(server.data), /ok\s+sign-in\s+main: administrators need a second factor/);
  fresh.remove();
  await server.start();
});
