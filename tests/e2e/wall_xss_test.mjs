// Three hundred ways to slip a script into a text, through the fields that customers, colleagues and imports fill,
// looked at wherever they are shown again: nothing runs. The browser's policy is off, so only our escaping protects.
// MISSION: PRG-07, AUT-02
// QUALITY: S-XSS
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { Server } from "../server.mjs";
import { launch, open, phone, settled, signIn } from "./browser.mjs";
import { letter, linkOf, threeUses, Visitor } from "./customer.mjs";
import { payloads, pieces, runners } from "./hostile_texts.mjs";
import { complete } from "./program.mjs";

const server = new Server();
let browser, owner, admin;
before(async () => {
  await server.start();
  [owner, admin] = await Promise.all(["program_owner", "administrator"].map((role) => server.login(role)));
  browser = await launch();
});
after(async () => {
  await browser?.close();
  await server.stop();
  server.remove();
});

const short = pieces(440);
const long = pieces(18_000).join("");

const ran = [];
async function looker(size) {
  const page = await open(browser, server, { size });
  await page.exposeFunction("ran", () => ran.push(page.url()));
  page.on("dialog", (dialog) => (ran.push(`${page.url()} asks`), dialog.dismiss()));
  return page;
}
/** Looks long enough for what loads or gets the focus to have run. */
async function look(page, path) {
  await page.goto(path);
  await settled(page);
  assert.deepEqual(ran, [], `ran at ${path}`);
}

test("three hundred payloads, and the hook hears one that does run", async () => {
  assert.ok(payloads.length >= 300);
  assert.equal(new Set(payloads).size, payloads.length);
  const page = await looker();
  await page.goto("/p");
  await page.evaluate((html) => (document.body.innerHTML = html), runners[2]);
  await page.waitForFunction(() => document.querySelector("img")?.complete);
  await page.waitForTimeout(100);
  assert.ok(ran.length > 0, "the test could not see a script run");
  ran.length = 0;
  await page.context().close();
});

let account, contact, permission, request, person;
test("every field takes them as text", async () => {
  const accounts = [];
  for (const name of short)
    accounts.push(
      await owner.must("POST", "accounts", { name: `Hostile ${name}`, industry: name.slice(0, 80), region: "Europe" }),
    );
  account = accounts[0].id;
  const words = { name: short[1], title: short[2], email: "hostile@example.test", language: "en" };
  contact = await owner.must("POST", "contacts", { account, ...words, region: "Europe" });
  for (const piece of short.slice(3, 20))
    await owner.must("POST", "contacts", {
      account,
      name: piece,
      title: piece.slice(0, 60),
      email: `h${Math.random()}@example.test`,
    });
  const asks = threeUses();
  asks[1].content = long;
  permission = await owner.must("POST", "authorizations", {
    contact: contact.id,
    asks,
    disclosures: [],
    message: long,
  });
  const deals = (await owner.must("GET", "deals?outcome=open&limit=1")).items;
  const texts = { purpose: short[4], use_case: long.slice(0, 5_000), topic: short[5].slice(0, 60) };
  const prospect = {
    name: short[6],
    industry: short[7].slice(0, 80),
    region: "Europe",
    product: short[8].slice(0, 60),
  };
  const made = await owner.post("requests", complete(deals[0]?.id, { ...texts, prospect }));
  request = made.status < 300 ? made.body : await owner.must("POST", "requests", complete(deals[0]?.id, texts));
  person = await admin.must("POST", "people", {
    name: short[9],
    email: "hostile-colleague@sample.test",
    roles: ["requester"],
  });
  await owner.must("POST", "saved_views", { screen: "accounts", name: short[10].slice(0, 70), query: "q=Hostile" });
  const csv = `name,industry\n${short
    .slice(0, 10)
    .map((text) => `"Import ${text.replaceAll('"', '""')}","${text.slice(0, 40).replaceAll('"', '""')}"`)
    .join("\n")}\n`;
  await admin.must("POST", "imports", { kind: "accounts", csv, file_name: short[11] });
});

test("what a customer answers and asks is text too", async () => {
  const visitor = new Visitor(server);
  await visitor.open(await linkOf(owner, permission.id));
  await visitor.get("/p/question");
  await visitor.post("/p/question", { question: long.slice(0, 3_000) });
  await visitor.post("/p/ask", { a0: "no", a1: "limited", "a1.other_on": "yes", "a1.other": short[12], a2: "no" });
  const check = await visitor.get("/p/check");
  const digest = /name="digest" value="([^"]+)"/.exec(check.text)?.[1];
  const sent = await visitor.post("/p/answer", { digest, authority: "myself", typed_name: short[13].slice(0, 100) });
  assert.equal(sent.headers.location, "/p/done", sent.text.slice(0, 2000));
  const page = await looker(phone);
  const colleague = { account, name: short[14], title: short[15], email: "colleague@example.test", language: "en" };
  const second = await owner.must("POST", "contacts", colleague);
  const other = await owner.must("POST", "authorizations", {
    contact: second.id,
    asks: [{ ...threeUses()[1], content: long }],
    disclosures: [],
    message: long,
  });
  await page.goto((await linkOf(owner, other.id)).replace(/^https?:\/\/[^/]+/, server.url));
  await page.getByRole("button").first().click();
  await page.waitForURL(/\/p\/(?!$)/);
  assert.match(await page.locator("body").innerText(), /onerror=ran\(\)/, "the payload is not shown at all");
  for (const path of ["/p/ask", "/p/question", "/p/mine", "/p/check"]) {
    await page.goto(path);
    await page.waitForLoadState("load");
  }
  assert.deepEqual(ran, []);
  await page.context().close();
});

test("no screen runs any of it", async () => {
  const page = await looker();
  await signIn(page, "program_owner");
  const at = `/w/${owner.workspace}`;
  const accounts = (await owner.must("GET", "accounts?q=Hostile&limit=5")).items;
  const screens = [
    "/accounts?q=Hostile",
    "/",
    "/requests?q=Hostile",
    "/requests?view=board",
    "/authorizations",
    "/authorizations/expiry",
    "/mails",
    "/imports",
    "/audit",
    "/findings",
    "/wishes",
    "/settings/people",
    "/me",
  ];
  for (const path of [
    ...screens,
    ...accounts.map(({ id }) => `/accounts/${id}`),
    `/authorizations/${permission.id}`,
    `/requests/${request.id}`,
    `/mails/${(await letter(owner, permission.id)).id}`,
  ])
    await look(page, at + path);
  await page.goto(`${at}/accounts?q=Hostile`);
  await settled(page);
  assert.match(await page.locator("main").innerText(), /onerror=ran\(\)/, "the payload is not shown at all");
  await page.keyboard.press("Control+k");
  await page.keyboard.type("Hostile");
  await page.waitForTimeout(500);
  assert.deepEqual(ran, []);
  await page.context().close();
});

test("neither do letters and other documents by their address", async () => {
  const page = await looker();
  await signIn(page, "program_owner");
  const api = `/api/v1/w/${owner.workspace}`;
  const mail = await letter(owner, permission.id);
  const whole = await owner.get(`mails/${mail.id}`);
  for (const path of [
    `mails/${mail.id}`,
    `authorizations/${permission.id}`,
    `accounts?q=Hostile`,
    "accounts?q=Hostile&format=csv",
    "dump",
  ])
    await page.goto(`${api}/${path}`).catch((error) => assert.match(String(error), /Download|ERR_ABORTED/));
  for (const html of JSON.stringify(whole.body).match(/<!doctype html.*?<\/html>/gis) ?? []) {
    await page.goto("/p");
    await page.setContent(JSON.parse(`"${html}"`));
    await page.waitForTimeout(100);
  }
  assert.deepEqual(ran, []);
  assert.ok(person.id);
  await page.context().close();
});
