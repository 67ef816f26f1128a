// The program's own say in asking: days as policy, wording of one's own, several signers, and proof of who answers.
// MISSION: AUT-01, AUT-02, AUT-11, PRG-03
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { Server } from "../server.mjs";
import { launch, open, seriousIssues, settled, signIn } from "./browser.mjs";
import { ask, customer, linkOf, Visitor } from "./customer.mjs";
import { day } from "./program.mjs";

const password = "correct-horse-battery-9";
const server = new Server({ sample: false, env: { VOUCHSAFE_ADMIN_PASSWORD: password } });
let owner, browser;

before(async () => {
  await server.start();
  owner = await server.login("admin@localhost", 0, password);
  await owner.must("POST", "setup/defaults");
});
after(async () => {
  await browser?.close();
  await server.stop();
  server.remove();
});

const press = { asks: [{ use_type: "press", channels: ["press"], until: day(200) }] };
const adopt = (language, texts, more = {}) =>
  owner.must("POST", `wordings/${language}/adopt`, { texts, reason: "Counsel's advice", ...more });

async function opened(contact, more) {
  const permission = await ask(owner, contact, more);
  const visitor = new Visitor(server);
  const page = await visitor.open(await linkOf(owner, permission.id, "authorization.ask"));
  return { permission, visitor, page };
}

async function confirmed(visitor, answers) {
  await visitor.post("/p/ask", answers);
  const digest = /name="digest" value="([^"]+)"/.exec((await visitor.get("/p/check")).text)[1];
  return visitor.post("/p/answer", { digest, authority: "company", typed_name: "Marta Lind" });
}

test("where no letters leave, press is answered by a link that people hand over, and the record says so", async () => {
  const { permission, visitor } = await opened(await customer(owner), press);
  assert.equal((await confirmed(visitor, { a0: "yes" })).headers.location, "/p/done");
  const receipt = await owner.must("GET", `authorizations/${permission.id}/receipt`);
  assert.equal(receipt.signatures[0].assurance, "email_link");
  assert.equal(receipt.signatures[0].codes_impossible, true);
  const record = await owner.must("GET", `authorizations/${permission.id}/record`);
  assert.match(JSON.stringify(record), /handed over by staff/);
});

test("nobody but the customer's own page answers, so nobody can claim how sure it is", async () => {
  const permission = await ask(owner, await customer(owner), press);
  const claim = {
    answers: [{ ask: 0, answer: "yes" }],
    authority: "company",
    wording_digest: permission.round.wording_digest,
    language: "en",
    assurance: "code",
    acts: [],
    typed_name: "Marta Lind",
  };
  const claimed = await owner.call("POST", `authorizations/${permission.id}/answer`, claim);
  assert.equal(claimed.status, 403);
});

test("what we took back is answered by no link any more", async () => {
  const { permission, visitor } = await opened(await customer(owner));
  await owner.must("POST", `authorizations/${permission.id}/withdraw`, {});
  await visitor.post("/p/ask", { a0: "yes", a1: "yes", a2: "no" });
  await visitor.post("/p/answer", { digest: "x", authority: "company", typed_name: "Marta Lind" });
  const item = await owner.must("GET", `authorizations/${permission.id}`);
  assert.equal(item.status, "withdrawn");
  assert.deepEqual(item.grants, []);
});

test("a request shows the words in which it was asked, whatever is adopted afterwards", async () => {
  const refused = await owner.call("POST", "wordings/en/adopt", {
    texts: { opening: "Dear {{name}}", boundary: "x" },
    reason: "Try",
  });
  assert.equal(refused.status, 422);
  const codes = refused.body.reasons.map((each) => each.code);
  assert.deepEqual([...new Set(codes)].sort(), ["placeholder_missing", "placeholder_unknown", "unknown_text"]);
  const looked = await owner.must("POST", "wordings/en/preview", { texts: { title: "A first look" } });
  assert.equal(looked.title, "A first look");
  assert.equal((await owner.must("GET", "wordings/en")).own, false, "looking adopts nothing");

  await adopt("en", { boundaries: "Nothing but this is allowed to us." });
  const first = await opened(await customer(owner));
  assert.match(first.page.text, /Nothing but this is allowed to us/);
  assert.equal(first.permission.round.wording_template, "workspace");
  await adopt("en", { boundaries: "Something else entirely." });
  assert.match((await first.visitor.get("/p/ask")).text, /Nothing but this is allowed to us/);
  assert.equal((await confirmed(first.visitor, { a0: "yes", a1: "no", a2: "no" })).headers.location, "/p/done");

  const earlier = await owner.must("GET", `wordings/en/revision?number=${first.permission.round.template_revision}`);
  assert.equal(earlier.sample.boundaries, "Nothing but this is allowed to us.");
  await owner.must("POST", "wordings/en/restore", { reason: "As it was" });
  assert.doesNotMatch((await opened(await customer(owner))).page.text, /Something else entirely/);
});

test("days between requests are policy, and hold from the moment they are adopted", async () => {
  const contact = await customer(owner);
  await ask(owner, contact);
  const again = { contact: contact.id, ...press, disclosures: [], message: "And the press?" };
  const too_soon = await owner.call("POST", "authorizations", again);
  assert.equal(too_soon.body.reasons[0].code, "asked_recently");
  const section = await owner.must("GET", "policies/asking");
  assert.equal(section.values.days_between_asks, 30);
  const out_of_bounds = { values: { ...section.values, days_between_asks: 0 }, reason: "Try" };
  assert.equal((await owner.call("POST", "policies/asking/adopt", out_of_bounds)).status, 422);
});

test("in the browser: a policy, a signer from legal before the contact, and wording with its preview", async () => {
  const contact = await customer(owner, { name: "Marta Browser" });
  await owner.must("POST", "contacts", {
    account: contact.account,
    name: "Olga Legal",
    title: "Counsel",
    email: "olga.legal@nordvik.example",
    language: "en",
  });
  browser = await launch();
  const page = await open(browser, server);
  const workspace = await signIn(page, "admin@localhost", password);
  const go = async (path) => {
    await page.goto(`/w/${workspace}/${path}`);
    await settled(page);
  };
  await go("settings/policies/asking");
  assert.deepEqual(await seriousIssues(page), []);
  await page.getByLabel("To take down what was published (days)").fill("7");
  await page.getByRole("button", { name: /^Adopt/ }).click();
  await page.getByLabel("Why is this changed?").fill("A week is enough");
  await page.getByRole("button", { name: "Adopt", exact: true }).click();
  await page.getByText("A week is enough").waitFor();
  assert.equal((await owner.must("GET", "policies/asking")).values.takedown_days, 7);

  await go("settings/policies/relationship");
  assert.deepEqual(await seriousIssues(page), []);
  await go("settings/policies/wording");
  assert.deepEqual(await seriousIssues(page), []);
  await page.getByLabel("Heading", { exact: true }).fill("May we show you to others?");
  await page.getByRole("article").getByText("May we show you to others?").waitFor();
  await page.getByRole("button", { name: "Adopt…" }).click();
  await page.getByLabel("Why is this changed?").fill("Friendlier");
  await page.getByRole("button", { name: "Adopt", exact: true }).click();
  await page.getByText(/Friendlier/).waitFor();
  assert.equal((await owner.must("GET", "wordings/en")).sample.title, "May we show you to others?");

  await page.getByRole("button", { name: /^Read revision/ }).first().click();
  await page.getByText(/^Superseded revision/).waitFor();
  assert.equal(await page.getByLabel("Heading", { exact: true }).getAttribute("readonly"), "");

  await go(`authorizations?ask=yes&contact=${contact.id}`);
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: "Somebody else must agree" }).click();
  const second = dialog.getByRole("group", { name: "Signer 2" });
  await second.getByRole("combobox", { name: "Signer 2" }).fill("Olga");
  await page.getByRole("option", { name: /Olga Legal/ }).click();
  await second.getByRole("button", { name: /Asked earlier/ }).click();
  await dialog.getByText("One after another").click();
  await dialog.getByRole("group", { name: "Signer 1" }).getByRole("combobox", { name: "Signer 1" }).waitFor();
  assert.deepEqual(await seriousIssues(page), []);
  assert.deepEqual(page.problems, []);
});
