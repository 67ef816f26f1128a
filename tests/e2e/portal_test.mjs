// The customer's pages on a phone: permission asked, given with limits, shown, and taken back.
// MISSION: AUT-01, AUT-02, AUT-03, AUT-05, AUT-10
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { gzipSync } from "node:zlib";
import { Server } from "../server.mjs";
import { launch, open, phone, seriousIssues } from "./browser.mjs";
import { ask, customer, linkOf, phoneAt, Visitor } from "./customer.mjs";

const server = new Server();
let owner, browser;

before(async () => {
  await server.start();
  owner = await server.login("program_owner");
  browser = await launch();
});
after(async () => {
  await browser?.close();
  await server.stop();
  server.remove();
});

async function asked(more = {}, about = {}) {
  const contact = await customer(owner, about);
  const permission = await ask(owner, contact, more);
  return { contact, permission, url: await linkOf(owner, permission.id, "authorization.ask") };
}

/** From the letter to the receipt: logo yes, quote only on the website, calls no. Answers the number of taps. */
async function give(page) {
  let taps = 0;
  const tap = async (what) => {
    taps++;
    await (typeof what === "string" ? page.locator(what).first() : what).tap();
    await page.waitForLoadState();
  };
  await tap("button.primary");
  await tap(page.locator("label.for-yes").nth(0));
  await tap(page.locator("label.for-limited").nth(1));
  await tap(page.locator("[data-ask]").nth(1).getByText("our website", { exact: true }));
  await tap(page.locator("label.for-no").nth(2));
  await tap("button.primary");
  await tap(page.getByText("I may speak for the company"));
  await page.locator("input[name=typed_name]").fill("Marta Lind");
  await tap("button.primary");
  await page.waitForURL(/done/);
  return taps;
}

const mayUse = (contact, use) => owner.must("GET", `may-use?contact=${contact.id}&${new URLSearchParams(use)}`);
const onTheWeb = { use_type: "quote", channel: "web", region: "Europe" };

test("from letter to a limited permission in under 60 seconds and fewer than 12 taps; back in no more", async () => {
  const { contact, permission, url } = await asked();
  const page = await phoneAt(browser, server, url);
  const began = Date.now();
  const giving = await give(page);
  const seconds = (Date.now() - began) / 1000;
  assert.ok(seconds < 60, `${seconds} s`);
  assert.ok(giving < 12, `${giving} taps`);
  assert.match(await page.locator("main").innerText(), /only our website/);
  assert.equal((await mayUse(contact, onTheWeb)).answer, "yes");
  assert.equal((await mayUse(contact, { ...onTheWeb, channel: "social" })).answer, "no");
  assert.equal((await mayUse(contact, { use_type: "reference_call", channel: "sales" })).answer, "no");

  let taking = 0;
  const press = async (what) => {
    taking++;
    await page.locator(what).first().tap();
    await page.waitForLoadState();
  };
  await page.goto(url.replace(/^https?:\/\/[^/]+/, server.url));
  await press("button.primary");
  await press("a[href='/p/mine']");
  await press("a[href^='/p/withdraw']");
  const pressed = Date.now();
  await press("button.primary");
  await page.waitForURL(/note=withdrawn_note/);
  assert.equal((await mayUse(contact, onTheWeb)).answer, "no");
  assert.ok(Date.now() - pressed < 1000);
  assert.ok(taking <= giving, `${taking} to take back, ${giving} to give`);
  assert.equal((await owner.must("GET", `authorizations/${permission.id}`)).status, "withdrawn");
  assert.deepEqual(page.problems, []);
  console.log(`# given in ${giving} taps and ${seconds.toFixed(1)} s, taken back in ${taking} taps`);
});

test("without scripts everything works from the open page on", async () => {
  const { contact, url } = await asked();
  const page = await phoneAt(browser, server, url, { script: false });
  await page.getByLabel(/Paste the link/).fill(url);
  const giving = await give(page);
  assert.ok(giving < 12);
  assert.equal((await mayUse(contact, onTheWeb)).answer, "yes");
});

test("declining everything takes two taps and no reason", async () => {
  const { contact, permission, url } = await asked();
  const page = await phoneAt(browser, server, url);
  await page.locator("button.primary").tap();
  await page.getByText("Decline everything").tap();
  await page.locator("button.primary").tap();
  await page.waitForURL(/done/);
  assert.match(await page.locator("h1").innerText(), /You said no/);
  assert.equal((await mayUse(contact, onTheWeb)).answer, "no");
  const item = await owner.must("GET", `authorizations/${permission.id}`);
  assert.equal(item.grants.length, 0);
});

test("nothing is chosen beforehand, and no stands beside yes in the same size", async () => {
  const { url } = await asked();
  const page = await phoneAt(browser, server, url);
  await page.locator("button.primary").tap();
  await page.waitForURL(/ask/);
  assert.equal(await page.locator(":checked").count(), 0);
  const boxes = await page.locator(".choose").first().locator("label").all();
  const sizes = await Promise.all(boxes.map(async (box) => (await box.boundingBox()).width.toFixed(0)));
  assert.equal(new Set(sizes).size, 1, sizes.join());
  await page.locator("button.primary").tap();
  assert.equal(new URL(page.url()).pathname, "/p/ask");
});

test("what is missing is said, and what was answered stays", async () => {
  const { url } = await asked();
  const visitor = new Visitor(server);
  await visitor.open(url);
  const back = await visitor.post("/p/ask", { a0: "yes", a1: "limited" });
  assert.equal(back.status, 422);
  assert.match(back.text, /role="alert"/);
  assert.match(back.text, /value="yes" checked/);
  assert.match(back.text, /Choose a limit for “Quote”/);
  assert.match(back.text, /Say yes, limits or no to “Reference calls”/);
});

test("conditions in one's own words are not in force before legal has read them", async () => {
  const { contact, url } = await asked();
  const visitor = new Visitor(server);
  await visitor.open(url);
  const own = { "a1.other_on": "yes", "a1.other": "Not in March." };
  await visitor.post("/p/ask", { a0: "no", a1: "limited", ...own, a2: "no" });
  const check = await visitor.get("/p/check");
  assert.match(check.text, /Not in March\./);
  const digest = /name="digest" value="([^"]+)"/.exec(check.text)[1];
  const sent = await visitor.post("/p/answer", { digest, authority: "myself", typed_name: "Marta" });
  assert.equal(sent.headers.location, "/p/done");
  assert.match((await visitor.get("/p/done")).text, /are read first/);
  assert.equal((await mayUse(contact, onTheWeb)).answer, "unclear");
});

test("a question goes to the case and the link keeps working", async () => {
  const { permission, url } = await asked();
  const visitor = new Visitor(server);
  await visitor.open(url);
  await visitor.get("/p/question");
  const sent = await visitor.post("/p/question", { question: "Which page of the website is it?" });
  assert.equal(sent.headers.location, "/p/ask?note=question_sent");
  assert.match((await visitor.get(sent.headers.location)).text, /on its way/);
  const item = await owner.must("GET", `authorizations/${permission.id}`);
  assert.match(JSON.stringify(item), /Which page of the website/);
});

test("pause and limit take effect at once", async () => {
  const { contact, permission, url } = await asked();
  const page = await phoneAt(browser, server, url);
  await give(page);
  await page.goto("/p/pause");
  await page.locator(".pick label").first().tap();
  await page.locator("button.primary").tap();
  await page.waitForURL(/mine/);
  assert.notEqual((await mayUse(contact, onTheWeb)).answer, "yes");
  await page.getByText("End the pause").tap();
  await page.getByText("End the pause").waitFor({ state: "detached" });
  assert.equal((await mayUse(contact, onTheWeb)).answer, "yes");
  await page.goto("/p/narrow");
  await page.getByText("Quote", { exact: true }).tap();
  await page.locator("button.primary").tap();
  await page.waitForURL(/mine/);
  assert.equal((await mayUse(contact, onTheWeb)).answer, "no");
  const item = await owner.must("GET", `authorizations/${permission.id}`);
  assert.deepEqual(item.grants.map((grant) => grant.use_type), ["logo"]);
});

test("both sides can keep the receipt", async () => {
  const { permission, url } = await asked();
  const page = await phoneAt(browser, server, url);
  await give(page);
  const [file] = await Promise.all([page.waitForEvent("download"), page.locator("a[href^='/p/receipt']").tap()]);
  const parts = [];
  for await (const part of await file.createReadStream()) parts.push(part);
  assert.match(Buffer.concat(parts).toString(), new RegExp(permission.number));
});

for (const language of ["en", "de", "fr", "es", "ja"])
  test(`the page speaks ${language} to who reads it`, async () => {
    const { url } = await asked({}, { language });
    const visitor = new Visitor(server);
    const seen = await visitor.open(url);
    assert.match(seen.text, new RegExp(`<html lang="${language}">`));
    assert.doesNotMatch(seen.text, /\{(?!n\})\w+\}|ask_\w+/);
  });

for (const scheme of ["light", "dark"])
  test(`every page is accessible, ${scheme}, and fits 320 pixels`, async () => {
    const { url } = await asked();
    const page = await open(browser, server, { scheme, size: phone });
    await page.goto(url.replace(/^https?:\/\/[^/]+/, server.url));
    const look = async () => {
      const where = new URL(page.url()).pathname;
      // What the foot happens to cover while one scrolls is not out of reach.
      await page.evaluate(() => window.scrollTo(0, document.documentElement.scrollHeight));
      assert.deepEqual(await seriousIssues(page), [], where);
      await page.setViewportSize({ width: 320, height: 700 });
      const wide = await page.evaluate(() => document.documentElement.scrollWidth);
      assert.ok(wide <= 320, `${where} is ${wide} wide`);
      await page.setViewportSize(phone);
    };
    await look();
    await page.locator("button.primary").tap();
    await page.waitForURL(/ask/);
    for (const nth of [0, 1, 2]) await page.locator("label.for-limited").nth(nth).tap();
    await look();
    for (const path of ["/p/decline", "/p/question", "/p/signer"]) {
      await page.goto(path);
      await look();
    }
    await page.goto("/p/ask");
    for (const nth of [0, 1, 2]) await page.locator("label.for-yes").nth(nth).tap();
    await page.locator("button.primary").tap();
    await page.waitForURL(/check/);
    await look();
    await page.getByText("I may speak for the company").tap();
    await page.locator("input[name=typed_name]").fill("Marta Lind");
    await page.locator("button.primary").tap();
    await page.waitForURL(/done/);
    await look();
    for (const path of ["/p/mine", "/p/narrow", "/p/pause", "/p/withdraw", "/p/nowhere"]) {
      await page.goto(path);
      await look();
    }
  });

test("a page weighs less than 100 kB with all that belongs to it", async () => {
  const { url } = await asked();
  const visitor = new Visitor(server);
  const page = await visitor.open(url);
  const files = await Promise.all(["portal.css", "portal.js", "icon.svg"].map((name) => visitor.get(`/p/${name}`)));
  const sizes = [page, ...files].map((each) => gzipSync(each.text).length);
  const sum = sizes.reduce((a, b) => a + b);
  assert.ok(sum < 100_000, `${sum} bytes compressed`);
  assert.ok(page.text.length + files.reduce((n, f) => n + f.text.length, 0) < 100_000, "even as it is sent");
  console.log(`# ${sum} bytes compressed`);
});
