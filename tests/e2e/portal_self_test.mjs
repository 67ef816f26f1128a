// The customer's pages that come after a yes: extend it, have a colleague agree, correct or leave or be erased; and
// links that no longer work.
// MISSION: AUT-01, AUT-02, AUT-04, AUT-10, AUT-11
// QUALITY: S-LINK
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { Server } from "../server.mjs";
import { launch, open, phone, seriousIssues } from "./browser.mjs";
import { ask, customer, linkOf, secretOf, Visitor } from "./customer.mjs";
import { day } from "./program.mjs";

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

const logo = { use_type: "logo", channels: ["web", "sales"], until: day(20) };

/** Answers everything that is asked behind the link. */
async function answers(url, given, name = "Marta Lind") {
  const visitor = new Visitor(server);
  await visitor.open(url);
  await visitor.post("/p/ask", given);
  const digest = /name="digest" value="([^"]+)"/.exec((await visitor.get("/p/check")).text)[1];
  const sent = await visitor.post("/p/answer", { digest, authority: "company", typed_name: name });
  assert.equal(sent.headers.location, "/p/done", sent.text);
  return visitor;
}

/** Somebody who has said yes to their logo. */
async function agreed() {
  const contact = await customer(owner);
  const permission = await ask(owner, contact, { asks: [logo] });
  await answers(await linkOf(owner, permission.id, "authorization.ask"), { a0: "yes" });
  return { contact, permission };
}

const myPage = ({ permission }) => linkOf(owner, permission.id, "authorization.receipt");
const item = ({ permission }) => owner.must("GET", `authorizations/${permission.id}`);
const mayUse = async ({ contact }) =>
  (await owner.must("GET", `may-use?contact=${contact.id}&use_type=logo&channel=web`)).answer;

/** The link to one signer, once they have their letter. */
async function linkTo(permission, contact) {
  const { items } = await owner.must("GET", `mails?about=${permission.id}&kind=authorization.ask&limit=50`);
  const letter = items.find((each) => each.recipient === contact);
  return letter && (await owner.must("POST", `mails/${letter.id}/link`)).url;
}

/** A phone at the page behind the link, opened. */
async function at(url) {
  const page = await open(browser, server, { size: phone });
  await page.goto(url.replace(/^https?:\/\/[^/]+/, server.url));
  await page.locator("button.primary").tap();
  await page.locator("header.brand").waitFor();
  return page;
}

/** Readable and operable for everybody, light and dark, down to 320 pixels. */
async function holds(page) {
  const where = new URL(page.url()).pathname;
  for (const colorScheme of ["dark", "light"]) {
    await page.emulateMedia({ colorScheme });
    assert.deepEqual(await seriousIssues(page), [], `${where}, ${colorScheme}`);
  }
  await page.setViewportSize({ width: 320, height: 700 });
  assert.ok((await page.evaluate(() => document.documentElement.scrollWidth)) <= 320, where);
  await page.setViewportSize(phone);
}

async function goes(page, link, to) {
  await page.locator(link).first().tap();
  await page.waitForURL(to);
  await holds(page);
}

test("a yes is extended with one tap, and ends by itself without it", async () => {
  const one = await agreed();
  await owner.must("POST", `authorizations/${one.permission.id}/offer_renewal`);
  const page = await at(await linkOf(owner, one.permission.id, "authorization.renew"));
  assert.equal(new URL(page.url()).pathname, "/p/renew");
  await holds(page);
  await page.locator("a[href*='renew_let_end']").tap();
  await page.waitForURL(/note=renew_let_end/);
  assert.equal((await item(one)).grants[0].until, logo.until);
  await page.goto("/p/renew");
  await page.locator("form[action='/p/renew'] button").tap();
  await page.waitForURL(/note=mine_done/);
  assert.ok((await item(one)).grants[0].until > day(300));
  await page.goto("/p/renew");
  assert.equal(new URL(page.url()).pathname, "/p/mine", "what is extended is not offered again");
});

test("a colleague who must agree too is named, asked and heard; the narrower answer holds", async () => {
  const contact = await customer(owner);
  const permission = await ask(owner, contact, { asks: [logo] });
  const page = await at(await linkOf(owner, permission.id, "authorization.ask"));
  await goes(page, "a[href='/p/signer']", /signer/);
  await page.locator("label[for=public_relations]").tap();
  await page.locator("input[name=name]").fill("Paula Presswell");
  await page.locator("input[name=email]").fill("paula@nordvik.example");
  await page.locator("button.primary").tap();
  await page.waitForURL(/note=signer_sent/);
  const mine = await answers(await linkTo(permission, contact.id), { a0: "yes" });
  assert.match((await mine.get("/p/done")).text, /We also ask Paula Presswell/);
  assert.equal(await mayUse({ contact }), "no");
  const round = (await item({ permission })).round;
  const paula = round.signers.find((signer) => signer.contact !== contact.id);
  const limits = { a0: "limited", "a0.channels": "sales" };
  await answers(await linkTo(permission, paula.contact), limits, "Paula Presswell");
  assert.deepEqual((await item({ permission })).grants[0].channels, ["sales"]);
  assert.equal(await mayUse({ contact }), "no", "not on the web");
});

test("signers in order: the second is asked when the first has answered, and one no ends it", async () => {
  const contact = await customer(owner);
  const second = await owner.must("POST", "contacts", {
    account: contact.account,
    name: "Lena Recht",
    email: `lena.${contact.id}@nordvik.example`,
    language: "en",
  });
  const signers = [
    { contact: contact.id, authority: "company" },
    { contact: second.id, authority: "legal" },
  ];
  const permission = await ask(owner, contact, { asks: [logo], signers, in_order: true });
  assert.equal(await linkTo(permission, second.id), undefined);
  await answers(await linkTo(permission, contact.id), { a0: "yes" });
  const page = await at(await linkTo(permission, second.id));
  assert.equal(new URL(page.url()).pathname, "/p/ask");
  await page.getByText("Decline everything").tap();
  await page.locator("button.primary").tap();
  await page.waitForURL(/done/);
  await holds(page);
  assert.equal(await mayUse({ contact }), "no");
  assert.equal((await item({ permission })).round.state, "declined");
});

test("details are corrected by asking for it; sending them unchanged is told", async () => {
  const one = await agreed();
  const page = await at(await myPage(one));
  await holds(page);
  await goes(page, "a[href='/p/details']", /details/);
  await page.locator("button.primary").tap();
  await page.locator("[role=alert]").waitFor();
  await page.locator("input[name=job]").fill("Chief Operating Officer");
  await page.locator("button.primary").tap();
  await page.waitForURL(/note=details_sent/);
  const wishes = await owner.must("GET", "wishes?kind=correct&limit=200");
  const wish = wishes.items.find((each) => each.contact === one.contact.id);
  assert.match(wish.words, /Chief Operating Officer/);
  assert.equal(wish.status, "open");
});

test("everything that is known comes as one file", async () => {
  const one = await agreed();
  const page = await at(await myPage(one));
  const [file] = await Promise.all([page.waitForEvent("download"), page.locator("a[href='/p/copy']").tap()]);
  const parts = [];
  for await (const part of await file.createReadStream()) parts.push(part);
  const copy = JSON.parse(Buffer.concat(parts).toString());
  assert.equal(copy.you.name, one.contact.name);
  assert.equal(copy.permissions[0].number, one.permission.number);
});

test("who has left is asked no more, their links end, and a new one is not sent", async () => {
  const one = await agreed();
  const url = await myPage(one);
  const page = await at(url);
  await goes(page, "a[href='/p/left']", /left/);
  await page.locator("button.primary").tap();
  await page.getByText("Thank you for telling us").waitFor();
  await holds(page);
  assert.equal(await mayUse(one), "no");
  await page.goto("/p/mine");
  await page.getByText("Please open your link again").waitFor();
  await holds(page);

  const shown = [];
  for (const secret of [secretOf(url), "x".repeat(43)]) {
    await page.goto("about:blank");
    await page.goto(`${server.url}/p/#${secret}`);
    await page.locator("button.primary").tap();
    await page.getByText("This link does not work any more").waitFor();
    shown.push((await page.content()).replaceAll(secret, ""));
    await holds(page);
    await page.locator("button.primary").tap();
    await page.waitForURL(/sent/);
    shown.push(await page.content());
  }
  await holds(page);
  assert.equal(shown[0], shown[2], "a revoked link and one that never was read the same");
  assert.equal(shown[1], shown[3]);
  const { items } = await owner.must("GET", `mails?recipient=${one.contact.id}&kind=link.fresh&limit=10`);
  assert.deepEqual(items, []);
});

test("who wants to be erased withdraws at once, and the staff has it on its list", async () => {
  const one = await agreed();
  assert.equal(await mayUse(one), "yes");
  const page = await at(await myPage(one));
  await goes(page, "a[href='/p/erase']", /erase/);
  await page.locator("button.primary").tap();
  await page.waitForURL(/note=erase_done/);
  await holds(page);
  assert.equal(await mayUse(one), "no");
  assert.equal((await item(one)).status, "withdrawn");
  const wishes = await owner.must("GET", "wishes?kind=erase&status=open&limit=200");
  assert.ok(wishes.items.some((each) => each.contact === one.contact.id));
});
