// The bad ways off the road, over the API on the real CRM export: every no stays a no, and says why.
// MISSION: DIR-01, AUT-03, AUT-05, AUT-09, REQ-02, REQ-04, REQ-05, REQ-06, REQ-07, REQ-11, REQ-12, MAT-01, MAT-03,
// MAT-04, MAT-08, REQ-15
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { Server } from "../server.mjs";
import { accountNamed, advocateOf, complete, day, found, importFile, permit } from "./program.mjs";

const server = new Server();
let people, deals;
let next = 0;

before(async () => {
  await server.start();
  people = await found(server);
  for (const kind of ["products", "sellers", "accounts", "deals"]) await importFile(people.program_owner, kind);
  deals = (await people.requester.all("deals?outcome=open")).filter((deal) => deal.account);
});
after(async () => {
  await server.stop();
  server.remove();
});

const act = (role, request, action, body = {}) => people[role].must("POST", `requests/${request.id}/${action}`, body);
const clear = (aspect, outcome = "clear", more = {}) => ({
  aspect,
  outcome,
  reason: "As found in the record.",
  conditions: [],
  ...more,
});

/** A complete request of its own deal for this customer. */
const ask = (contact, more = {}) =>
  people.requester.must("POST", "requests", complete(deals[next++].id, { wished_customer: contact, ...more }));

/** Somebody permitted and active at this account. */
async function speaker(account, grant, profile) {
  const made = await advocateOf(people.program_owner, account, profile);
  made.permission = await permit(people.account_owner, made.contact.id, grant);
  return made;
}

/** Why this contact cannot serve the request: codes of the gates. */
async function gates(request, contact) {
  const answer = await people.program_owner.must("GET", `requests/${request.id}/matches?contact=${contact}`);
  return (answer.items?.[0] ?? answer).blockers.map((blocker) => blocker.code);
}

async function inReview(account) {
  const someone = await speaker(account);
  const request = await ask(someone.contact.id);
  return { ...someone, request: await act("program_owner", request, "complete") };
}

async function atConsult(account) {
  const one = await inReview(account);
  await act("legal_reviewer", one.request, "clear", clear("legal"));
  await act("privacy_reviewer", one.request, "clear", clear("privacy"));
  await act("channel_owner", one.request, "clear", clear("channel"));
  one.request = await act("program_owner", one.request, "choose", {
    candidates: [one.contact.id],
    reason: "Fits.",
    conditions: [],
  });
  assert.deepEqual(one.request.steps, ["consult"]);
  return one;
}

test("legal says no after the channel said yes: it stays no", async () => {
  const { request } = await inReview("Bioholding");
  await act("channel_owner", request, "clear", clear("channel"));
  const after = await act("legal_reviewer", request, "clear", clear("legal", "not_clear"));
  assert.deepEqual(after.steps, ["rejection"], "a rejection is reviewed, never silent");
  const late = await people.privacy_reviewer.post(`requests/${request.id}/clear`, clear("privacy"));
  assert.ok(late.status >= 400, "a review went on after the no");
  const open = await people.decision_maker.must("GET", "escalations?status=open");
  const escalation = open.items.find((each) => each.case_id === request.id);
  assert.ok(escalation, "no decision maker heard of it");
  const granted = await people.decision_maker.post(`escalations/${escalation.id}/decide`, {
    decision: "grant",
    reason: "We need it.",
    conditions: [],
  });
  assert.ok(granted.status >= 400, "a compliance no was granted away");
});

test("an opted-out customer is never asked", async () => {
  const someone = await speaker("Bluth Company");
  await people.program_owner.must("POST", `contacts/${someone.contact.id}/opt_out`, { reason: "Asked us to stop." });
  const request = await ask(someone.contact.id);
  assert.ok((await gates(request, someone.contact.id)).includes("opted_out"));
  const after = await act("program_owner", request, "complete");
  assert.ok(!after.choices.some((choice) => choice.contact === someone.contact.id && choice.status === "chosen"));
  assert.notEqual(after.wished_customer && after.steps.join(), "consult");
});

test("an authorization does not hold beyond its last day", async () => {
  const someone = await speaker("Cancity", { until: day(5) });
  const query = (on) => `may-use?contact=${someone.contact.id}&use_type=reference_call&channel=sales&on=${on}`;
  assert.equal((await people.requester.must("GET", query(day(5)))).answer, "yes");
  const later = await people.requester.must("GET", query(day(6)));
  assert.equal(later.answer, "no");
  assert.ok(
    later.clauses.some((clause) => clause.authorization === someone.permission.id),
    "does not say which one",
  );
});

test("an open severe issue shuts the gate until it is resolved", async () => {
  const someone = await speaker("Codehow");
  const issue = await people.account_owner.must("POST", `accounts/${someone.account.id}/report_issue`, {
    severity: 1,
    title: "Production is down",
  });
  const request = await ask(someone.contact.id);
  assert.ok((await gates(request, someone.contact.id)).includes("open_severe_issue"));
  assert.deepEqual((await act("program_owner", request, "complete")).steps, ["escalate"]);
  const id = issue.issues.find((each) => each.open).id;
  await people.account_owner.must("POST", `accounts/${someone.account.id}/resolve_issue`, { issue: id });
  assert.ok(!(await gates(request, someone.contact.id)).includes("open_severe_issue"));
});

test("a customer who must not speak to this company does not", async () => {
  const other = await accountNamed(people.auditor, deals[next].account_name);
  const someone = await speaker("Condax", { not_with: [other.id] });
  const request = await ask(someone.contact.id);
  const shut = await gates(request, someone.contact.id);
  assert.ok(
    shut.some((code) => /not_authorized|competitor/.test(code)),
    shut.join(),
  );
});

test("nobody is a reference to their own company", async () => {
  const someone = await speaker(deals[next].account_name);
  const request = await ask(someone.contact.id);
  assert.ok((await gates(request, someone.contact.id)).length > 0);
});

test("twice without a clear use case, a decision maker looks at it", async () => {
  const body = { ...complete(deals[next++].id), use_case: "" };
  const request = await people.requester.must("POST", "requests", body);
  assert.deepEqual(request.steps, ["returned"]);
  const after = await act("requester", request, "resubmit", body);
  assert.deepEqual(after.steps, ["escalate"]);
  assert.ok(after.escalations.length > 0);
});

test("two decide the same clearance at once: one wins, the other sees it", async () => {
  const { request } = await inReview("dambase");
  const call = (outcome) => people.legal_reviewer.post(`requests/${request.id}/clear`, clear("legal", outcome));
  const answers = await Promise.all([call("clear"), call("not_clear")]);
  assert.deepEqual(answers.map((answer) => answer.status).sort(), [200, 409]);
  const refused = answers.find((answer) => answer.status === 409);
  assert.match(JSON.stringify(refused.body.reasons), /recorded|already/);
  const trail = await people.auditor.must("GET", `requests/${request.id}`);
  assert.equal(trail.clearances.filter((each) => each.aspect === "legal").length, 1);
});

test("withdrawn in the middle of a case, the case stops with that customer", async () => {
  const one = await atConsult("Donquadtech");
  await people.account_owner.must("POST", `authorizations/${one.permission.id}/withdraw`, {
    reason: "Changed their mind.",
  });
  const after = await people.program_owner.must("GET", `requests/${one.request.id}`);
  assert.ok(!after.steps.includes("consult"), after.steps.join());
  assert.equal(after.choices.find((choice) => choice.contact === one.contact.id).status, "withdrawn");
  const agree = await people.account_owner.post(`requests/${one.request.id}/agree`, {});
  assert.ok(agree.status >= 400);
});

test("an owner who objects sends the request back to the match, with the reason", async () => {
  const one = await atConsult("Fasehatice");
  const after = await act("account_owner", one.request, "object", { reason: "They are in the middle of a renewal." });
  assert.deepEqual(after.steps.includes("match") || after.steps.includes("escalate"), true, after.steps.join());
  assert.equal(after.choices.find((choice) => choice.contact === one.contact.id).status, "objected");
});

test("a second request for the same deal is shown with the first", async () => {
  const deal = deals[next++].id;
  const first = await people.requester.must("POST", "requests", complete(deal));
  const second = await people.requester.must("POST", "requests", complete(deal));
  assert.ok(second.duplicates.some((each) => each.id === first.id));
});

test("a logo or a regulated claim brings more reviewers in", async () => {
  const someone = await speaker("Finhigh");
  const request = await ask(someone.contact.id, { touches: ["logo", "regulated_claim"] });
  const after = await act("program_owner", request, "complete");
  assert.deepEqual([...after.steps].sort(), ["brand", "channel", "legal", "privacy", "regulated"]);
});

test("a permission that is unclear is asked about, not assumed", async () => {
  const someone = await speaker("Funholding", { regions: ["Antarctica"] });
  const answer = await people.requester.must(
    "GET",
    `may-use?contact=${someone.contact.id}&use_type=reference_call&channel=sales`,
  );
  assert.notEqual(answer.answer, "yes");
});

test("a request is deferred to a day and taken up again", async () => {
  const someone = await speaker("Ganjaflex");
  const request = await ask(someone.contact.id);
  const deferred = await act("program_owner", request, "defer", {
    until: day(20),
    reason: "Their board meets first.",
  });
  assert.equal(deferred.status, "deferred");
  assert.equal((await act("program_owner", request, "resume")).status, "open");
});

test("a requester sees their own requests only", async () => {
  const mine = await people.program_owner.must("POST", "requests", complete(deals[next++].id));
  assert.equal((await people.requester.get(`requests/${mine.id}`)).status, 404);
  assert.equal((await people.auditor.get(`requests/${mine.id}`)).status, 200);
});
