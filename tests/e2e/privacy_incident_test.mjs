// What privacy answers for: a copy that was handed out is a fact, restricted use stops what is new, and after an
// incident the report tells who is affected.
// MISSION: REC-04, REC-05
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { password, Server } from "../server.mjs";
import { launch, open, phone, seriousIssues, settled, signIn } from "./browser.mjs";

const server = new Server({ sample: false, env: { VOUCHSAFE_ADMIN_PASSWORD: password } });
let admin, reviewer, owner, ana, ben, browser;

/** Somebody with this role, signed in. */
async function somebody(role, name) {
  const email = `${role}@incident.test`;
  const person = await admin.must("POST", "people", { name, email, roles: [role] });
  const first = await admin.must("POST", `people/${person.id}/reset_password`);
  return Object.assign(await server.login(email, 0, first.password), { id: person.id, email, ...first });
}

before(async () => {
  await server.start();
  admin = await server.login("admin@localhost", 0, password);
  reviewer = await somebody("privacy_reviewer", "Pia Privacy");
  owner = await somebody("account_owner", "Owen Owner");
  const account = await admin.must("POST", "accounts", { name: "Northwind Robotics", industry: "manufacturing" });
  const contact = (name, email) => admin.must("POST", "contacts", { account: account.id, name, email, title: "CTO" });
  ana = await contact("Ana Ruiz", "ana@northwind.test");
  ben = await contact("=Ben Olsen", "ben@northwind.test");
  browser = await launch();
});
after(async () => {
  await browser?.close();
  await server.stop();
  server.remove();
});

test("a copy of everything leaves a fact: who, when, for whom, and not a word", async () => {
  assert.equal((await owner.get(`subjects/${ana.id}/export`)).status, 403);
  assert.equal((await reviewer.get("subjects/con_nobody/export")).status, 404);
  assert.deepEqual((await reviewer.must("GET", `subjects/${ana.id}`)).exports, [], "nothing was handed out yet");
  const zip = await reviewer.get(`subjects/${ana.id}/export`);
  assert.equal(zip.status, 200);
  assert.equal(zip.bytes.subarray(0, 2).toString(), "PK");
  const { exports } = await reviewer.must("GET", `subjects/${ana.id}`);
  assert.deepEqual(
    exports.map((each) => each.by),
    ["Pia Privacy"],
  );
  const trail = (await admin.must("GET", "audit?limit=50")).items.filter((each) => each.type === "subject.exported");
  assert.equal(trail.length, 1);
  assert.equal(trail[0].actor.id ?? trail[0].actor, reviewer.id);
  assert.deepEqual(trail[0].data, { subject: ana.id });
});

test("while use is restricted the gate says no by a clause of its own, and nobody is asked anything new", async () => {
  const mayUse = () =>
    reviewer.must("GET", `may-use?contact=${ana.id}&use_type=reference_call&channel=sales`);
  await reviewer.must("POST", `subjects/${ana.id}/restrict`, { reason: "She objects." });
  const gate = await mayUse();
  assert.equal(gate.answer, "no");
  assert.match(gate.clauses[0].clause, /^Use of this contact is restricted since \d{4}-\d\d-\d\d/);
  const until = new Date(Date.now() + 300 * 86_400_000).toISOString().slice(0, 10);
  const ask = { contact: ana.id, asks: [{ use_type: "logo", channels: ["web"], until }], message: "May we?" };
  const refused = await owner.post("authorizations", ask);
  assert.equal(refused.status, 422, refused.text);
  assert.ok(refused.body.reasons.some((reason) => reason.code === "contact_restricted"));
  await reviewer.must("POST", `subjects/${ana.id}/lift_restriction`, { reason: "She agreed." });
  assert.doesNotMatch((await mayUse()).clauses[0].clause, /restricted/);
  assert.equal((await owner.post("authorizations", ask)).status, 201, "nothing else stood in the way");
});

test("the report of an incident tells who is affected, by what, and what happened to them meanwhile", async () => {
  const between = (from, to, more = "") => `affected?from=${from}&to=${to}${more}`;
  const now = new Date().toISOString();
  const hour = new Date(Date.now() - 3_600_000).toISOString();
  assert.equal((await admin.get(between(hour, now))).status, 403, "for privacy reviewers alone");
  const wrong = await reviewer.get(between("yesterday", ""));
  assert.deepEqual(wrong.body.reasons.map((reason) => reason.field).sort(), ["from", "to"]);
  assert.equal((await reviewer.get(between(now, hour))).body.code, "ends_before_it_begins");

  const report = await reviewer.must("GET", between(hour, now));
  const of = (id) => report.items.find((each) => each.id === id);
  assert.equal(report.items[0].id, ana.id, "whose copy left comes first");
  assert.deepEqual([of(ana.id).handed_out, of(ben.id).handed_out], [true, false]);
  assert.deepEqual([of(ana.id).name, of(ana.id).kind, of(reviewer.id).kind], ["Ana Ruiz", "contact", "person"]);
  assert.ok(of(ana.id).categories.includes("customer_identity"));
  assert.ok(of(ana.id).named > of(ben.id).named && of(ben.id).named >= 1);
  assert.equal(of(ben.id).written, of(ben.id).records, "all of it was recorded within the hour");
  assert.equal(
    Object.values(report.records).reduce((sum, each) => sum + each, 0),
    report.items.reduce((sum, each) => sum + each.records, 0),
  );

  const before = await reviewer.must("GET", between("2020-01-01T00:00:00Z", hour));
  assert.deepEqual([before.total, before.records], [0, {}], "nothing was held of anybody then");

  const first = await reviewer.must("GET", between(hour, now, "&limit=1"));
  assert.deepEqual([first.items, first.total], [report.items.slice(0, 1), report.total]);
  const second = await reviewer.must("GET", between(hour, now, `&limit=1&cursor=${first.next}`));
  assert.deepEqual(second.items, report.items.slice(1, 2));
  assert.equal((await reviewer.get(between(hour, now, "&limit=none"))).status, 400);

  const table = await reviewer.get(between(hour, now, "&format=csv"));
  assert.match(table.headers["content-type"], /^text\/csv/);
  const lines = table.text.trim().split("\r\n");
  assert.equal(lines.length, report.total + 1);
  assert.ok(lines.some((line) => line.includes(`"'=Ben Olsen"`)), "a name became a formula");
});

test("a privacy reviewer reads it on the screen, on a phone too", async () => {
  for (const size of [undefined, phone]) {
    const page = await open(browser, server, size && { size });
    const workspace = await signIn(page, reviewer.email, reviewer.password);
    await page.goto(`/w/${workspace}/privacy/incident`);
    await page.getByLabel("It ended").fill("2099-01-01T00:00");
    await page.getByRole("button", { name: "Show who is affected" }).click();
    await page.getByRole("rowheader", { name: /Ana Ruiz/ }).waitFor();
    assert.equal(await page.getByRole("link", { name: "As a table (CSV)" }).count(), 1);
    await settled(page);
    assert.deepEqual(await seriousIssues(page), []);
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), "wider than the screen");
    const pictures = process.env.VOUCHSAFE_PICTURES;
    if (pictures) await page.screenshot({ path: `${pictures}/incident ${size ? "phone" : "desktop"}.png` });
    assert.deepEqual(page.problems, []);
    await page.context().close();
  }
});
