// A program with people who left unique words at every door, half of whom are erased.
import { spawnSync } from "node:child_process";
import { day, roles } from "./program.mjs";
import { canary } from "./canaries.mjs";
import { ask, linkOf, Visitor } from "./customer.mjs";
import { answerWithAgreement, doors as more, notedByOthers, used, usedDoors, wished } from "./erase_doors.mjs";
import { program } from "../server.mjs";

export const secret = "correct-horse-battery-9";
const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

export async function until(what, holds, seconds = 20) {
  for (const end = Date.now() + seconds * 1000; Date.now() < end; await sleep(50)) {
    const found = await holds();
    if (found) return found;
  }
  throw new Error(`never: ${what}`);
}

/** Invited, and signed in with a password of their own choice. */
async function came(server, administrator, office, { id, email }) {
  await administrator.must("POST", `people/${id}/invite`);
  const letter = await until("the invitation", () => office.letters.find((one) => one.to.includes(email)));
  const [, key] = letter.text.match(/\/welcome#([\w-]+)/);
  const chosen = `${secret} ${id}`;
  const { status, text } = await server.send("POST", "/api/v1/invitation", { secret: key, password: chosen });
  if (status !== 200) throw new Error(text);
  return Object.assign(await server.login(email, 0, chosen), { id });
}

/** One person for each part, in an empty workspace; each comes in by a letter. */
export async function founded(server, office) {
  const administrator = await server.login("admin@localhost", 0, secret);
  const people = { administrator };
  for (const role of roles) {
    const email = `${role}@erase.test`;
    const person = await administrator.must("POST", "people", { name: `The ${role}`, email, roles: [role] });
    people[role] = await came(server, administrator, office, { id: person.id, email });
  }
  await administrator.must("POST", "setup/defaults");
  await administrator.must("POST", "mail_settings/adopt", {
    company: "Northwind",
    sender: "",
    reply_to: "refs@northwind.test",
    imprint: "Northwind, 1 Main Street",
    colour: "#0b6e4f",
    time_zone: "UTC",
    quiet_from_hour: 24,
    quiet_until_hour: 0,
    quiet_weekends: false,
  });
  return people;
}

const doors = ["first", "last", "email", "phone", "evidence", "content", "signer", "typed", "question", "message",
  "note", "comment", ...more];

/** Doors of files and of what is read when it is opened: their words lie sealed on the disk, and not in memory. */
export const filesOnly = ["content", "evidence", "draft", "drafted", "agreed", "attached", "attachment", "handed",
  "unused", "proven", "view", "query"];

/** Somebody with a word of their own at every door. */
function person(n, all) {
  const words = {};
  for (const door of all) words[door] = canary();
  return { n, words, name: `${words.first} ${words.last}`, email: `${words.email}@customer.test` };
}

async function enter(owner, account, subjects) {
  const byFile = subjects.filter((_, i) => i % 2);
  for (const one of subjects.filter((_, i) => i % 2 === 0))
    one.contact = await owner.must("POST", "contacts", {
      account: account.id, name: one.name, email: one.email, phone: one.words.phone, language: "en",
    }, { "Idempotency-Key": `enter-${one.n}` });
  const rows = byFile.map((s) => `${s.n},${s.name},${s.email},${s.words.phone},${account.name}`);
  byFile[0].words.table = canary(); // the file is called after the first of them
  const preview = await owner.must("POST", "imports", {
    kind: "contacts",
    csv: ["Contact ID,Full Name,Email,Phone,Account Name", ...rows].join("\n") + "\n",
    mapping: {
      "Contact ID": "external_id",
      "Full Name": "name",
      Email: "email",
      Phone: "phone",
      "Account Name": "account",
    },
    file_name: `${byFile[0].words.table}.csv`,
  });
  await owner.must("POST", `imports/${preview.id}/apply`, { accept_all: true });
  const all = await owner.all("contacts");
  for (const one of byFile) one.contact = all.find((contact) => contact.external_id === String(one.n));
}

/** A permission by e-mail, with proof; another one by the customer's own page. */
async function permit(server, people, one) {
  const owner = people.program_owner;
  const bytes = Buffer.from(`From: ${one.email}\n\nYes. ${one.words.content}\n`);
  const name = `${one.words.evidence}.txt`;
  const file = await owner.must("POST", `files?name=${name}`, bytes, { "Content-Type": "text/plain" });
  one.file = file.id;
  one.recorded = await owner.must("POST", "authorizations/record", {
    contact: one.contact.id, how: "email", signer: `${one.name} ${one.words.signer}`, disclosures: [],
    evidence: [{ file: file.id, name }],
    grants: [{ use_type: "reference_call", channels: ["sales"], until: day(300) }],
  });
  one.asked = await ask(owner, one.contact, { message: `Dear ${one.name}, may we? ${one.words.message}` });
  const visitor = new Visitor(server);
  await visitor.open(await linkOf(owner, one.asked.id, "authorization.ask"));
  await visitor.post("/p/question", { question: `Who reads this? ${one.words.question}` });
  await owner.must("POST", `authorizations/${one.asked.id}/reply`, { reply: `${one.name}, we: ${one.words.reply}` });
  await answerWithAgreement(visitor, one);
  await wished(server, owner, one);
}

/** Others write about them: on their profile, and beside a request. */
async function mention(people, one, request) {
  const owner = people.program_owner;
  one.advocate = await owner.must("POST", "advocates", {
    contact: one.contact.id, use_types: ["reference_call"], industries: [], products: [], regions: ["Europe"],
    languages: ["en"], topics: [], time_zone: "Europe/Oslo", max_per_quarter: 3,
    notes: `${one.name} speaks well. ${one.words.note}`,
  });
  await owner.must("POST", `requests/${request.id}/comment`, { text: `I met ${one.name}: ${one.words.comment}` });
  await notedByOthers(people, one, request);
}

/** So many people with words at every door; the first four were also asked to speak, and did. */
export async function populate(server, people, count) {
  const owner = people.program_owner;
  const account = await owner.must("POST", "accounts", { name: "Nordvik", industry: "retail", region: "Europe" });
  const deal = await owner.must("POST", "deals", {
    name: "Big one", account: account.id, product: "GTX Pro", amount: 100000,
  });
  const request = await people.requester.must("POST", "requests", {
    purpose: "They want to hear how it went.", use_case: "Rollout across four sites and the support.",
    use_type: "reference_call", channel: "sales", deadline: day(40), deal: deal.id, language: "en", topic: "rollout",
    touches: [],
  });
  const prospect = await owner.must("POST", "accounts", { name: "Sondre", industry: "retail", region: "Europe" });
  const next = { name: "Next", account: prospect.id, product: "GTX Pro", amount: 900 };
  const open = await owner.must("POST", "deals", next);
  const subjects = Array.from({ length: count }, (_, n) => person(n + 1, n < 4 ? [...doors, ...usedDoors] : doors));
  await enter(owner, account, subjects);
  for (const one of subjects) {
    await permit(server, people, one);
    await mention(people, one, request);
    if (one.words.proof) await used(server, people, one, open.id);
  }
  return subjects;
}

/** What was put in about these people, word by word. */
export const wordsOf = (subjects) => subjects.flatMap(({ words }) => Object.values(words));

/** Where a word was put in, so that a failure tells where to look. */
export const doorOf = (subjects, word) =>
  subjects.flatMap(({ n, words }) => Object.entries(words).map(([door, w]) => w === word && `${door} of person ${n}`))
    .find(Boolean);

/** Finds, proposes, confirms by a second person, and waits for the end. */
export async function erase(people, one) {
  const id = one.contact.id;
  const found = await people.privacy_reviewer.must("GET", `subjects/${id}/found`);
  const also = found.mentions.filter((m) => m.how !== "part" && !m.goes_by_itself).map((m) => m.ref);
  await people.privacy_reviewer.must("POST", `subjects/${id}/erase`, { reason: "They asked for it.", also });
  await people.program_owner.must("POST", `subjects/${id}/confirm_erasure`);
  return { id, found, also };
}

export const erased = (people, one, seconds) =>
  until(`${one.contact.id} is erased`, async () => {
    const now = await people.privacy_reviewer.must("GET", `subjects/${one.contact.id}`);
    return now.status === "erased" && now;
  }, seconds);

export const run = (...args) => spawnSync(program, args, { encoding: "utf8", maxBuffer: 1 << 30 });
