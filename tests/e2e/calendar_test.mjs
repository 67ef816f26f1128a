// Invitations out of a real server, read by two independent calendar libraries: the same event is found again,
// moved and called off.
// MISSION: ACT-01, REQ-09
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import ICAL from "ical.js";
import nodeIcal from "node-ical";
import { Server } from "../server.mjs";
import { day, found, permit, unique } from "./program.mjs";

process.env.VOUCHSAFE_ADMIN_PASSWORD = "correct-horse-battery-9";
const server = new Server();
const zone = "Europe/Madrid";
let people, contact, request, activity;

before(async () => {
  await server.start();
  people = await found(server);
});
after(async () => {
  await server.stop();
  server.remove();
});

const at = (days, time) => `${day(days)}T${time}:00Z`;

/** A customer in Madrid whom one may ask for calls. */
async function speaker() {
  const owner = people.program_owner;
  const account = await owner.must("POST", "accounts", {
    name: unique("Almendra"),
    industry: "Software",
    region: "EMEA",
  });
  const person = await owner.must("POST", "contacts", {
    account: account.id,
    name: unique("Inés Álvarez"),
    title: "Head of IT",
    email: "ines@almendra.example",
    language: "es",
    time_zone: zone,
    region: "EMEA",
  });
  const advocate = await owner.must("POST", "advocates", {
    contact: person.id,
    use_types: ["reference_call"],
    industries: ["Software"],
    products: [],
    regions: ["EMEA"],
    languages: ["en", "es"],
    topics: ["rollout"],
    time_zone: zone,
    max_per_quarter: 3,
  });
  for (const step of ["qualify", "invite", "brief", "activate", "confirm_profile"])
    await owner.must("POST", `advocates/${advocate.id}/${step}`, step === "qualify" ? { reason: "Fits" } : {});
  await permit(owner, person.id);
  return person;
}

const act = (role, action, body = {}) => people[role].must("POST", `requests/${request}/${action}`, body);

/** Letters of that kind to the customer, with the calendar attached; newest last. */
async function letters(kind) {
  const rows = await people.program_owner.all(`mails?about=${activity}`);
  const whole = [];
  for (const row of rows.filter((each) => each.kind === kind))
    whole.push(await people.administrator.must("GET", `mails/${row.id}`));
  return whole.sort((a, b) => (a.written_at < b.written_at ? -1 : 1));
}

/** What both libraries read in the text; they must agree. */
function read(text) {
  const calendar = new ICAL.Component(ICAL.parse(text));
  const timezone = calendar.getFirstSubcomponent("vtimezone");
  assert.ok(timezone, "the zone travels with the event");
  ICAL.TimezoneService.register(new ICAL.Timezone(timezone));
  const event = new ICAL.Event(calendar.getFirstSubcomponent("vevent"));
  const other = Object.values(nodeIcal.sync.parseICS(text)).find((each) => each.type === "VEVENT");
  const one = {
    method: calendar.getFirstPropertyValue("method"),
    uid: event.uid,
    sequence: event.sequence,
    start: event.startDate.toJSDate().toISOString(),
    end: event.endDate.toJSDate().toISOString(),
    summary: event.summary,
    status: event.component.getFirstPropertyValue("status"),
  };
  assert.equal(other.uid, one.uid);
  assert.equal(Number(other.sequence), one.sequence);
  assert.equal(other.start.toISOString(), one.start);
  assert.equal(other.end.toISOString(), one.end);
  assert.equal(other.summary, one.summary);
  assert.equal(other.status, one.status);
  assert.equal(other.method, one.method);
  return { ...one, event, timezone };
}

/** What a calendar keeps: by UID, the highest sequence wins, a cancellation removes. */
const kept = new Map();
function take(invitation) {
  const before = kept.get(invitation.uid);
  if (before && before.sequence >= invitation.sequence) return;
  if (invitation.method === "CANCEL") kept.delete(invitation.uid);
  else kept.set(invitation.uid, invitation);
}

test("the customer is asked by letter with times to choose from", async () => {
  contact = await speaker();
  const logged = await people.requester.must("POST", "requests", {
    purpose: "Win the deal",
    use_case: "How they rolled it out in four sites at once, and what the support was like.",
    use_type: "reference_call",
    channel: "sales",
    deadline: day(60),
    prospect: { name: "Prospect & Söhne; GmbH", industry: "Software", region: "EMEA" },
    topic: "rollout",
  });
  request = logged.id;
  await act("program_owner", "complete");
  for (const [role, aspect] of [
    ["legal_reviewer", "legal"],
    ["privacy_reviewer", "privacy"],
    ["channel_owner", "channel"],
  ])
    await act(role, "clear", { aspect, outcome: "clear", reason: "Nothing against it" });
  await act("program_owner", "choose", {
    candidates: [contact.id],
    reason: "Closest",
    slots: [at(20, "09:00"), at(21, "14:00")],
    minutes: 45,
    message: "Your rollout is what they want to hear about.",
  });
  await act("account_owner", "agree");
  const rows = await people.program_owner.all(`mails?about=${request}`);
  assert.deepEqual(
    rows.filter((mail) => mail.kind.startsWith("request.")).map((mail) => mail.kind),
    ["request.confirm"],
  );
});

test("once set, both libraries read the same event on the customer's clock", async () => {
  const file = await people.account_owner.must("POST", "files?name=yes.txt", Buffer.from("yes"), {
    "Content-Type": "text/plain",
  });
  await act("account_owner", "confirm", {
    answer: "yes",
    slot: at(20, "09:00"),
    evidence: { file: file.id, name: "yes.txt" },
  });
  await act("program_owner", "approve");
  activity = (await act("program_owner", "disclose")).activity.id;
  const [invited] = await letters("activity.invite");
  const invitation = read(invited.calendar);
  assert.equal(invitation.method, "REQUEST");
  assert.equal(invitation.uid, activity);
  assert.equal(invitation.sequence, 0);
  assert.equal(invitation.start, new Date(at(20, "09:00")).toISOString());
  assert.equal(invitation.end, new Date(at(20, "09:45")).toISOString());
  assert.match(invitation.summary, /Prospect & Söhne; GmbH/);
  assert.equal(invitation.event.startDate.zone.tzid, zone);
  const attendees = invitation.event.attendees;
  assert.equal(attendees.length, 2);
  assert.ok(attendees.every((each) => each.getParameter("rsvp") === "TRUE"));
  assert.ok(attendees.some((each) => each.getFirstValue() === "mailto:ines@almendra.example"));
  assert.match(invitation.event.organizer, /^mailto:/);
  for (const line of invited.calendar.split("\r\n")) assert.ok(Buffer.byteLength(line) <= 75, line);
  take(invitation);
});

test("moved, the same event stands at another time", async () => {
  await people.requester.must("POST", `activities/${activity}/schedule`, {
    at: at(22, "15:00"),
    where: "https://meet.example/42",
  });
  const [changed] = (await letters("activity.change")).slice(-1);
  const invitation = read(changed.calendar);
  assert.equal(invitation.sequence, 1);
  take(invitation);
  assert.equal(kept.size, 1);
  assert.equal(kept.get(activity).start, new Date(at(22, "15:00")).toISOString());
  assert.equal(kept.get(activity).event.location, "https://meet.example/42");
});

test("called off, it leaves the calendar", async () => {
  await people.requester.must("POST", `activities/${activity}/cancel`, { reason: "The prospect decided already" });
  const [off] = await letters("activity.cancel");
  assert.ok(!off.text.includes("decided already"), "what we tell ourselves is not the customer's business");
  const invitation = read(off.calendar);
  assert.equal(invitation.method, "CANCEL");
  assert.equal(invitation.status, "CANCELLED");
  take(invitation);
  assert.equal(kept.size, 0);
});
