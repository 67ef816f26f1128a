// The road of REQ-01 to REQ-13 over the API, on the imported real CRM export, from an empty workspace.
// MISSION: PRG-01, PRG-03, PRG-07, DIR-01, DIR-02, DIR-03, ADV-05, ADV-07, AUT-03, AUT-04, AUT-07, AUT-08, REQ-01,
// REQ-02, REQ-04, REQ-05, REQ-07, REQ-08, REQ-09, REQ-10, REQ-12, REQ-13, MAT-01, MAT-02, MAT-09, ACT-02, ACT-03,
// ACT-06, SOP-01, REC-01, REC-03, INT-01
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { program, Server } from "../server.mjs";
import { verifyDocument } from "../verify.mjs";
import { accountNamed, advocateOf, complete, found, importFile, permit } from "./program.mjs";
import { unzip } from "./zip_file.mjs";

const server = new Server();
const road = {};
let people;

before(async () => {
  await server.start();
  people = await found(server);
});
after(async () => {
  await server.stop();
  server.remove();
});

/** Somebody acts on the request; it must succeed. */
const act = async (role, action, body = {}) =>
  (road.request = await people[role].must("POST", `requests/${road.request.id}/${action}`, body));
const steps = () => [...road.request.steps].sort();

test("the checklist is complete before the first request", async () => {
  const checklist = await people.administrator.must("GET", "setup");
  assert.equal(checklist.done, checklist.total, JSON.stringify(checklist.items.filter((item) => !item.done)));
});

test("the real export imports as it is, with repairs proposed", async () => {
  const created = {};
  const problems = [];
  for (const kind of ["products", "sellers", "accounts", "deals"]) {
    const { preview, applied } = await importFile(people.program_owner, kind);
    assert.equal(applied.status, "applied");
    created[kind] = applied.counts.created;
    problems.push(...preview.problems);
  }
  assert.deepEqual(created, { products: 7, sellers: 35, accounts: 85, deals: 8800 });
  const repairs = Object.fromEntries(problems.map((p) => [p.value, p.repair]));
  assert.equal(repairs.GTXPro, "GTX Pro");
  assert.match(repairs.technolgy ?? "", /technology/i);
  assert.match(repairs.Philipines ?? "", /Philippines/);
});

test("imported again, nothing is doubled", async () => {
  for (const kind of ["accounts", "deals"]) {
    const { applied } = await importFile(people.program_owner, kind);
    assert.equal(applied.counts.created, 0);
  }
  assert.equal((await people.auditor.must("GET", "deals?limit=1")).total, 8800);
});

test("deals without an account keep it so, and repaired products count", async () => {
  assert.equal((await people.auditor.must("GET", "deals?limit=1&account=")).total, 1425);
  assert.equal((await people.auditor.must("GET", "deals?limit=1&product=GTX%20Pro")).total, 1480);
});

test("a customer becomes an active advocate", async () => {
  road.speaker = await advocateOf(people.program_owner, "Kan-code");
  assert.equal(road.speaker.advocate.stage, "active");
});

test("the permission is recorded with its evidence and answers may-use by clauses", async () => {
  road.permission = await permit(people.account_owner, road.speaker.contact.id);
  const ask = (query) => people.requester.must("GET", `may-use?contact=${road.speaker.contact.id}&${query}`);
  const yes = await ask("use_type=reference_call&channel=sales");
  assert.equal(yes.answer, "yes", JSON.stringify(yes));
  assert.ok(yes.clauses.some((clause) => clause.authorization === road.permission.id));
  assert.notEqual((await ask("use_type=reference_call&channel=press")).answer, "yes");
  assert.notEqual((await ask("use_type=video&channel=sales")).answer, "yes");
});

test("an incomplete request is kept and returned with what is missing", async () => {
  const open = await people.requester.all("deals?outcome=open");
  road.deal = open.find((deal) => deal.account_name === "Isdom") ?? open.find((deal) => deal.account);
  road.request = await people.requester.must("POST", "requests", { deal: road.deal.id });
  assert.deepEqual(steps(), ["returned"]);
  const missing = road.request.missing.map((reason) => reason.field);
  for (const field of ["use_case", "use_type", "channel", "deadline"])
    assert.ok(missing.includes(field), missing.join());
  assert.equal(road.request.prospect.name, road.deal.account_name, "the deal fills in the prospect");
  assert.ok(road.request.prospect.industry);
});

test("completed, it goes on to eligibility and the reviews side by side", async () => {
  await act("requester", "resubmit", complete(road.deal.id, { wished_customer: road.speaker.contact.id }));
  assert.deepEqual(road.request.missing, []);
  await act("program_owner", "complete");
  assert.deepEqual(steps(), ["channel", "legal", "privacy"]);
  for (const role of ["legal_reviewer", "privacy_reviewer", "channel_owner"]) {
    const mine = (await people[role].must("GET", "tasks")).items;
    assert.ok(
      mine.some((task) => task.case_id === road.request.id),
      `${role} has no task`,
    );
  }
});

test("reviewers decide in parallel, each for their own aspect only", async () => {
  const { status } = await people.channel_owner.post(`requests/${road.request.id}/clear`, {
    aspect: "legal",
    outcome: "clear",
    reason: "Looks fine.",
  });
  assert.ok([403, 409, 422].includes(status), `a channel owner cleared legal: ${status}`);
  await act("channel_owner", "clear", {
    aspect: "channel",
    outcome: "clear",
    reason: "Fits the channel.",
    conditions: [],
  });
  await act("legal_reviewer", "clear", {
    aspect: "legal",
    outcome: "clear_with_conditions",
    reason: "The contract allows calls.",
    conditions: ["No recording."],
  });
  const again = await people.legal_reviewer.post(`requests/${road.request.id}/clear`, {
    aspect: "legal",
    outcome: "not_clear",
    reason: "Changed my mind.",
    conditions: [],
  });
  assert.equal(again.status, 409, again.text);
  await act("privacy_reviewer", "clear", {
    aspect: "privacy",
    outcome: "clear",
    reason: "Consent is on record.",
    conditions: [],
  });
  assert.deepEqual(steps(), ["match"]);
  assert.ok(road.request.conditions.includes("No recording."));
});

test("the match is explained, and so is why another one is not", async () => {
  const { items } = await people.program_owner.must("GET", `requests/${road.request.id}/matches?limit=20`);
  const ours = items.find((candidate) => candidate.contact === road.speaker.contact.id);
  assert.ok(ours && ours.reasons.length > 0 && ours.score > 0, JSON.stringify(items));
  const silent = await advocateOf(people.program_owner, "Betasoloin");
  const why = await people.program_owner.must(
    "GET",
    `requests/${road.request.id}/matches?contact=${silent.contact.id}`,
  );
  const blockers = (why.items?.[0] ?? why).blockers;
  assert.ok(blockers.length > 0 && blockers[0].message, "nothing is said about somebody without a permission");
});

test("the owner is consulted before the customer is asked", async () => {
  await act("program_owner", "choose", {
    candidates: [road.speaker.contact.id],
    reason: "Closest profile.",
    conditions: [],
  });
  assert.deepEqual(steps(), ["consult"]);
  const early = await people.account_owner.post(`requests/${road.request.id}/confirm`, { answer: "yes" });
  assert.ok(early.status >= 400, "the customer was asked before the owner agreed");
  await act("account_owner", "agree", { reason: "A good moment." });
  assert.deepEqual(steps(), ["confirm"]);
  const asker = await people.requester.post(`requests/${road.request.id}/confirm`, { answer: "yes" });
  assert.equal(asker.status, 403);
});

test("confirmed, it is approved anew and disclosed to the requester only", async () => {
  const file = await people.account_owner.must("POST", "files?name=yes.txt", Buffer.from("Happy to help.\n"), {
    "Content-Type": "text/plain",
  });
  await act("account_owner", "confirm", { answer: "yes", evidence: { file: file.id, name: "yes.txt" } });
  assert.deepEqual(steps(), ["final"]);
  await act("program_owner", "approve", { outcome: "approved", reason: "Everything still holds." });
  if (steps().includes("disclose")) await act("program_owner", "disclose");
  assert.deepEqual(steps(), ["activity"]);
  const seen = await people.requester.must("POST", `requests/${road.request.id}/view_contact`);
  assert.match(seen.disclosure.contact.email, /@customer\.test$/);
  assert.equal(seen.disclosure.views, 1, "a view is recorded");
  const others = await people.auditor.get(`requests/${road.request.id}`);
  assert.ok(!others.text.includes("@customer.test"), "the auditor sees the contact's address");
});

test("held, debriefed, closed and archived for ever", async () => {
  await act("requester", "record_activity", { outcome: "held", minutes: 35, notes: "A friendly call." });
  await act("requester", "debrief", {
    rating: 5,
    said: "The rollout took six weeks.",
    deal_effect: "advanced",
    again: true,
  });
  await act("program_owner", "close", { decision: "fulfilled", notes: "All done." });
  assert.equal(road.request.status, "archived");
  const late = await people.program_owner.post(`requests/${road.request.id}/cancel`, { reason: "Too late." });
  assert.ok(late.status >= 400, "an archived request was changed");
});

test("the evidence tells the whole road", async () => {
  const as = { Accept: "application/json" };
  const { body } = await people.auditor.call("GET", `requests/${road.request.id}/evidence`, undefined, as);
  const text = typeof body === "string" ? body : JSON.stringify(body);
  for (const word of ["No recording.", "Closest profile.", road.request.number]) assert.ok(text.includes(word), word);
  const page = await people.auditor.get(`requests/${road.request.id}/evidence.html`);
  assert.match(page.headers["content-type"], /text\/html/);
  assert.ok(
    page.text.includes(road.request.number) && !/<script|https?:\/\/(?!127)/.test(page.text),
    "not self-contained",
  );
});

test("the evidence pack of the whole road verifies offline", async () => {
  const pack = await people.auditor.get(`requests/${road.request.id}/evidence`);
  assert.equal(pack.headers["content-type"], "application/zip", pack.text.slice(0, 300));
  const file = join(server.data, "pack.zip");
  writeFileSync(file, pack.bytes);
  const told = spawnSync(program, ["verify", file], { encoding: "utf8" });
  assert.equal(told.status, 0, told.stdout + told.stderr);
  for (const type of ["request.contact_disclosed", "case.step_decided", "activity."])
    assert.ok(told.stdout.includes(type), type);
  const { "record.html": page, "record.pdf": paper, "record.json": record } = unzip(pack.bytes);
  assert.ok(page.includes(road.request.number) && paper.subarray(0, 5).toString() === "%PDF-");
  assert.ok(verifyDocument(JSON.parse(record)).events.length > 10);
  assert.ok(!/@customer\.test|\+1 555 0100/.test(record.toString()), "contact details leak through the evidence");
});

test("the use counts against the advocate, who now rests", async () => {
  const advocate = await people.program_owner.must("GET", `advocates/${road.speaker.advocate.id}`);
  assert.equal(advocate.uses.filter((use) => use.status === "done").length, 1);
  assert.equal(advocate.load.quarter, 1);
  const next = await people.requester.must(
    "POST",
    "requests",
    complete(road.deal.id, { wished_customer: road.speaker.contact.id }),
  );
  const why = await people.program_owner.must(
    "GET",
    `requests/${next.id}/matches?contact=${road.speaker.contact.id}`,
  );
  assert.ok(
    (why.items?.[0] ?? why).blockers.some((b) => /cooldown|rest/.test(b.code)),
    JSON.stringify(why),
  );
});

test("the trail names everybody, and the ledger verifies", async () => {
  const { items } = await people.auditor.must("GET", "audit?limit=200");
  assert.ok(items.length > 20 && items.every((line) => line.what && line.at && line.actor_name));
  assert.ok((await accountNamed(people.auditor, "Kan-code")).advocates_count >= 1);
  const { size, root } = await people.auditor.must("GET", "checkpoint");
  assert.ok(size > 100 && /^[0-9a-f]{64}$/.test(root));
});
