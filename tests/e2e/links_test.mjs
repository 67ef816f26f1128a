// Links in letters against scanners, forwarding and haste (S-LINK): looking changes nothing, one answer counts.
// MISSION: AUT-11, AUT-02
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { Server } from "../server.mjs";
import { launch } from "./browser.mjs";
import { ask, customer, letter, linkOf, secretOf, Visitor } from "./customer.mjs";
import { recorded, recordedSince } from "./recorded.mjs";

const server = new Server();
const secrets = [];
let owner, administrator;

before(async () => {
  await server.start();
  owner = await server.login("program_owner");
  administrator = await server.login("administrator");
});
after(async () => {
  await server.stop();
  server.remove();
});

/** Somebody asked, with a link to their page. */
async function asked(more) {
  const contact = await customer(owner);
  const permission = await ask(owner, contact, more);
  const url = await linkOf(owner, permission.id, "authorization.ask");
  secrets.push(secretOf(url));
  return { contact, permission, url };
}

const allYes = { a0: "yes", a1: "yes", a2: "no" };

/** Fills the questions in and stands before "Confirm". */
async function beforeConfirming(url, answers = allYes) {
  const visitor = new Visitor(server);
  await visitor.open(url);
  const kept = await visitor.post("/p/ask", answers);
  assert.equal(kept.headers.location, "/p/check");
  const check = await visitor.get("/p/check");
  visitor.digest = /name="digest" value="([^"]+)"/.exec(check.text)[1];
  return visitor;
}

const confirm = (visitor, more = {}) =>
  visitor.post("/p/answer", { digest: visitor.digest, authority: "company", typed_name: "Marta Lind", ...more });

test("a thousand looks by machines change nothing", async () => {
  const { url } = await asked();
  const before = await recorded(administrator);
  const scanner = new Visitor(server);
  for (let i = 0; i < 1000; i++) {
    const method = ["GET", "HEAD", "OPTIONS"][i % 3];
    const path = ["/p/", `/p/?token=${secretOf(url)}`, "/p/ask", "/p/answer", "/p/open"][i % 5];
    const seen = await scanner.get(path, method);
    assert.ok(seen.status < 500 && !seen.headers["set-cookie"], `${method} ${path}: ${seen.status}`);
  }
  assert.deepEqual(await recordedSince(administrator, before), []);
  const visitor = new Visitor(server);
  assert.match((await visitor.open(url)).text, /name="a0"/);
});

test("a robot that runs scripts for ten seconds changes nothing", async () => {
  const { url } = await asked();
  const before = await recorded(administrator);
  const browser = await launch();
  const page = await browser.newPage();
  await page.goto(url.replace(/^https?:\/\/[^/]+/, server.url));
  await page.waitForTimeout(10_000);
  assert.equal(new URL(page.url()).pathname, "/p/");
  assert.deepEqual(await page.context().cookies(), []);
  await browser.close();
  assert.deepEqual(await recordedSince(administrator, before), []);
});

test("a robot that also presses the button cannot answer: nothing is chosen for it", async () => {
  const { url } = await asked();
  const robot = new Visitor(server);
  const first = await robot.open(url);
  const before = await recorded(administrator);
  assert.doesNotMatch(first.text, / checked/);
  assert.equal((await robot.post("/p/ask")).status, 422);
  assert.equal((await robot.post("/p/answer")).status, 422);
  assert.deepEqual(await recordedSince(administrator, before), []);
});

test("of fifty answers at once exactly one counts", async () => {
  const { permission, url } = await asked();
  const visitors = [];
  for (let i = 0; i < 50; i++) visitors.push(await beforeConfirming(url, { ...allYes, a0: i % 2 ? "yes" : "no" }));
  const answers = await Promise.all(visitors.map((visitor, i) => confirm(visitor, { typed_name: `Marta ${i}` })));
  for (const answer of answers) {
    assert.equal(answer.status, 303);
    assert.equal(answer.headers.location, "/p/done");
  }
  const trail = await administrator.must("GET", `audit?subject=${permission.id}&limit=200`);
  const answered = trail.items.filter((line) => line.type === "authorization.answered");
  assert.equal(answered.length, 1, JSON.stringify(trail.items.map((line) => line.type)));
});

test("the same press twice is one deed with one answer", async () => {
  const { permission, url } = await asked();
  const visitor = await beforeConfirming(url);
  const [first, second] = await Promise.all([confirm(visitor), confirm(visitor)]);
  assert.deepEqual([first.status, second.status], [303, 303]);
  const item = await owner.must("GET", `authorizations/${permission.id}`);
  assert.equal(item.grants.length, 2);
});

test("an unknown, a cut and a lengthened link all read the same", async () => {
  const { url } = await asked();
  const texts = new Set();
  for (const secret of ["x".repeat(43), secretOf(url).slice(0, 40), `${secretOf(url)}A`]) {
    const seen = await new Visitor(server).post("/p/open", { token: secret });
    assert.equal(seen.status, 200);
    assert.equal(seen.headers["set-cookie"], undefined);
    texts.add(seen.text.replaceAll(secret, ""));
  }
  assert.equal(texts.size, 1);
});

test("a link opens the pages of its purpose and its case only", async () => {
  const mine = await asked();
  const other = await asked();
  const visitor = new Visitor(server);
  await visitor.open(mine.url);
  for (const path of ["/p/details", "/p/erase", "/p/left", "/p/copy", "/p/confirm", "/p/debrief"])
    assert.equal((await visitor.get(path)).status, 404, path);
  assert.equal((await visitor.get(`/p/withdraw?id=${other.permission.id}`)).status, 404);
  await visitor.get("/p/ask");
  assert.equal((await visitor.post("/p/withdraw", { id: other.permission.id })).status, 404);
  const theirs = await visitor.get(`/p/receipt?id=${other.permission.id}`);
  assert.doesNotMatch(theirs.text, new RegExp(other.permission.number));
});

test("forms of another page, another site or another session do nothing", async () => {
  const { url } = await asked();
  const visitor = await beforeConfirming(url);
  const stranger = await beforeConfirming((await asked()).url);
  const before = await recorded(administrator);
  const once = visitor.once;
  visitor.once = stranger.once;
  await confirm(visitor);
  visitor.once = undefined;
  await confirm(visitor);
  visitor.once = once;
  assert.equal((await visitor.post("/p/answer", {}, { Origin: "https://elsewhere.example" })).status, 400);
  assert.equal((await visitor.post("/p/answer", {}, { "Sec-Fetch-Site": "cross-site" })).status, 400);
  assert.deepEqual(await recordedSince(administrator, before), []);
});

test("a new link goes to the address of the first, and the page says the same to anybody", async () => {
  const { permission, contact, url } = await asked();
  const known = await new Visitor(server).post("/p/fresh", { token: secretOf(url) });
  const thief = { token: "y".repeat(43), email: "thief@elsewhere.example" };
  const unknown = await new Visitor(server).post("/p/fresh", thief);
  assert.equal(known.status, 303);
  assert.deepEqual([known.status, known.headers.location], [unknown.status, unknown.headers.location]);
  let fresh;
  for (let i = 0; !fresh && i < 50; i++) {
    await new Promise((resolve) => setTimeout(resolve, 100));
    fresh = await letter(owner, permission.id, "link.fresh").catch(() => undefined);
  }
  assert.equal(fresh.recipient, contact.id);
});

test("five fresh links in a quarter of an hour are enough", async () => {
  const { permission, url } = await asked();
  for (let i = 0; i < 9; i++) await new Visitor(server).post("/p/fresh", { token: secretOf(url) });
  await new Promise((resolve) => setTimeout(resolve, 500));
  const letters = await owner.must("GET", `mails?about=${permission.id}&kind=link.fresh&limit=50`);
  assert.equal(letters.items.filter((mail) => mail.kind === "link.fresh").length, 5);
});

test("the session of somebody who has left opens nothing", async () => {
  const { contact, url } = await asked();
  const visitor = new Visitor(server);
  await visitor.open(url);
  await owner.must("POST", `contacts/${contact.id}/mark_left`);
  assert.doesNotMatch((await visitor.get("/p/ask")).text, /name="a0"/);
  assert.equal((await new Visitor(server).post("/p/open", { token: secretOf(url) })).status, 200);
});

test("every page has the strictest policy and is not kept", async () => {
  const { url } = await asked();
  const visitor = new Visitor(server);
  for (const seen of [await visitor.get("/p/"), await visitor.open(url)]) {
    const policy = seen.headers["content-security-policy"];
    for (const part of ["default-src 'none'", "form-action 'self'", "frame-ancestors 'none'", "base-uri 'none'"])
      assert.ok(policy.includes(part), part);
    assert.match(policy, /require-trusted-types-for 'script'/);
    assert.doesNotMatch(policy, /unsafe/);
    assert.equal(seen.headers["referrer-policy"], "no-referrer");
    assert.equal(seen.headers["cache-control"], "no-store");
  }
});

test("no link stands in any file or line that the program wrote", async () => {
  assert.ok(secrets.length > 5);
  const files = readdirSync(server.data, { recursive: true, withFileTypes: true }).filter((each) => each.isFile());
  const written = files.map((each) => readFileSync(join(each.parentPath ?? each.path, each.name)).toString("latin1"));
  for (const secret of secrets)
    for (const text of [server.output, ...written]) assert.ok(!text.includes(secret), "a secret was written");
});
