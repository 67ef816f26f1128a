// Letters on a real mail server: taken, refused for a time and for good, broken off, stalled, and through crashes of
// the program; links and codes in no log and in no file.
// MISSION: INT-03, AUT-11
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { after, afterEach, before, test } from "node:test";
import { Server } from "../server.mjs";
import { PostOffice } from "./post_office.mjs";

const password = "correct-horse-battery-9";
const KILLS = Number(process.env.MAIL_KILLS ?? 20);
Object.assign(process.env, {
  VOUCHSAFE_ADMIN_PASSWORD: password,
  VOUCHSAFE_MAIL_FROM: "References <references@vouchsafe.test>",
  VOUCHSAFE_MAIL_PAUSE_SECONDS: "1",
  VOUCHSAFE_MAIL_TIMEOUT_SECONDS: "2",
  VOUCHSAFE_PUBLIC_URL: "https://references.vouchsafe.test",
});

const office = new PostOffice();
const server = new Server({ sample: false });
let admin;
const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

async function until(what, holds, seconds = 20) {
  for (const end = Date.now() + seconds * 1000; Date.now() < end; await sleep(50)) {
    const found = await holds();
    if (found) return found;
  }
  assert.fail(`never: ${what}`);
}

const login = async () => (admin = await server.login("admin@localhost", 0, password));
const settings = (more = {}) => ({
  company: "Northwind",
  sender: "",
  reply_to: "refs@northwind.test",
  imprint: "Northwind, 1 Main Street",
  colour: "#0b6e4f",
  time_zone: "UTC",
  quiet_from_hour: 24,
  quiet_until_hour: 0,
  quiet_weekends: false,
  ...more,
});

/** A letter to the administrator; answers its id. */
async function write(template = "request.confirm.en") {
  const before = new Set((await admin.all(`mails?about=${template}`)).map((mail) => mail.id));
  await admin.must("POST", `mail_templates/${template}/test`);
  return (await admin.all(`mails?about=${template}`)).find((mail) => !before.has(mail.id)).id;
}

const mail = (id) => admin.must("GET", `mails/${id}`);
const is = (id, status) =>
  until(`${id} ${status}`, async () => {
    const now = await mail(id);
    return now.status === status && now;
  });
const received = (id) => office.letters.filter((letter) => letter.messageId?.includes(id));

/** The address behind "unsubscribe" in a mail program. */
const unsubscribe = (letter) => new URL(/^List-Unsubscribe:\s*<([^>]+)>/m.exec(letter.bytes)[1]);

/** A customer who was asked for permission, and the letter to them. */
async function ask(name) {
  const account = await admin.must("POST", "accounts", { name: `Customer of ${name}` });
  const contact = await admin.must("POST", "contacts", {
    account: account.id,
    name,
    email: `${name.replaceAll(" ", ".").toLowerCase()}@customer.test`,
    language: "fr",
    time_zone: "Europe/Paris",
  });
  const asked = await admin.must("POST", "authorizations", {
    contact: contact.id,
    asks: [{ use_type: "reference_call", channels: ["sales"], until: "2099-01-01" }],
    message: "May we?",
  });
  const letters = await admin.all(`mails?about=${asked.id}`);
  return { contact, asked, letter: letters.find((each) => each.kind === "authorization.ask") };
}

before(async () => {
  await office.open();
  process.env.VOUCHSAFE_SMTP_URL = `smtp://127.0.0.1:${office.port}`;
  await server.start();
  await login();
  await admin.must("POST", "setup/defaults");
  await admin.must("POST", "mail_settings/adopt", settings());
});
afterEach(() => {
  office.manner = "ok";
});
after(async () => {
  await server.stop();
  await office.close();
  server.remove();
});

test("a letter arrives as plain text and HTML, from the company, with what mail programs need", async () => {
  const id = await write("request.confirm.de");
  const shown = await is(id, "sent");
  const [letter] = received(id);
  assert.equal(letter.from.value[0].name, "Northwind");
  assert.equal(letter.from.value[0].address, "references@vouchsafe.test");
  assert.equal(letter.replyTo.value[0].address, "refs@northwind.test");
  assert.deepEqual(letter.to, ["admin@localhost"]);
  assert.equal(letter.subject, shown.subject);
  assert.match(letter.text, /Bitte antworten Sie bis zum 15\. Dezember/);
  assert.match(letter.html, /Northwind, 1 Main Street/);
  assert.equal(letter.headers.get("auto-submitted"), "auto-generated");
  assert.equal(letter.headers.get("content-language"), "de");
  assert.ok(letter.date instanceof Date);
  assert.ok(!/[^\r]\n/.test(letter.bytes), "a line does not end as SMTP wants it");
  assert.ok(letter.bytes.split("\r\n").every((line) => line.length <= 998));
});

test("what the preview shows is what is sent", async () => {
  const id = await write("activity.debrief.ja");
  const shown = await is(id, "sent");
  const [letter] = received(id);
  const plain = (text) => text.replace(/https:[^\s"<]+/g, "LINK").replaceAll("\r\n", "\n").trim();
  assert.equal(plain(letter.text), plain(shown.text));
  assert.equal(plain(letter.html), plain(shown.html));
});

test("a server that is busy is asked again after a pause", async () => {
  office.manner = "busy";
  const id = await write();
  const tried = await until("tried", async () => (await mail(id)).attempts >= 2 && mail(id));
  assert.equal(tried.status, "waiting");
  assert.equal(tried.code, "server_busy");
  office.manner = "ok";
  await is(id, "sent");
  assert.equal(received(id).length, 1);
});

test("a letter refused for good is not tried again until somebody asks", async () => {
  office.manner = "refuse_letter";
  const id = await write();
  const failed = await is(id, "failed");
  assert.equal(failed.code, "letter_refused");
  const asked = office.asked;
  await sleep(2500);
  assert.equal(office.asked, asked);
  office.manner = "ok";
  await admin.must("POST", `mails/${id}/retry`);
  await is(id, "sent");
});

test("an address that does not exist is spared further letters, visibly", async () => {
  office.manner = "refuse_address";
  const id = await write();
  assert.equal((await is(id, "failed")).code, "address_refused");
  office.manner = "ok";
  const next = await write();
  assert.equal((await is(next, "failed")).code, "address_bounced");
  const [spared] = await admin.all("mail_suppressions?bounced=true");
  await admin.must("POST", `mail_suppressions/${spared.id}/lift`, { reason: "The address was mended." });
  await admin.must("POST", `mails/${next}/retry`);
  await is(next, "sent");
});

for (const manner of ["drop", "stall"])
  test(`a server that ${manner}s amid a letter gets it again, whole`, async () => {
    office.manner = manner;
    const id = await write();
    const tried = await until("tried", async () => (await mail(id)).attempts >= 1 && mail(id));
    assert.equal(tried.code, manner === "stall" ? "timed_out" : "broken_off");
    office.manner = "ok";
    await is(id, "sent");
    assert.equal(received(id).length, 1);
  });

test("a server that cannot be reached costs no letter", async () => {
  const { port } = office;
  await office.close();
  const id = await write();
  await until("tried", async () => (await mail(id)).code === "no_connection");
  const again = new PostOffice();
  await new Promise((resolve) => again.server.listen(port, "127.0.0.1", resolve));
  Object.assign(office, { server: again.server, letters: again.letters });
  again.manner = "ok";
  await is(id, "sent");
});

test("kill -9 loses no letter and repeats at most one per crash", { timeout: 240_000 }, async (t) => {
  const ids = new Set();
  office.manner = "slow";
  const from = office.letters.length;
  for (let kill = 0; kill < KILLS; kill++) {
    for (let n = 0; n < 3; n++) ids.add(await write());
    await sleep(500 + Math.random() * 1000);
    await server.stop("SIGKILL");
    await server.start();
    await login();
  }
  for (const id of ids) await is(id, "sent");
  const copies = office.letters.slice(from).filter((letter) => ids.has(letter.messageId.slice(1).split("@")[0]));
  const seen = new Set(copies.map((letter) => letter.messageId));
  assert.equal(seen.size, ids.size, "a letter was lost");
  const repeated = copies.length - seen.size;
  t.diagnostic(`${ids.size} letters, ${KILLS} crashes, ${repeated} repeated`);
  assert.ok(repeated <= KILLS, `${repeated} repeated letters`);
});

test("links leave in the letter and are nowhere else", async () => {
  const { asked, letter } = await ask("Ana Ruiz");
  await is(letter.id, "sent");
  const [arrived] = received(letter.id);
  const link = /https:\/\/references\.vouchsafe\.test\/p\/#([\w-]{43})/.exec(arrived.text);
  assert.ok(link, arrived.text);
  assert.ok(arrived.html.includes(`href="${link[0]}"`));
  assert.match(unsubscribe(arrived).href, /^https:\/\/references\.vouchsafe\.test\/unsubscribe\//);

  const taken = await admin.must("POST", `mails/${letter.id}/link`);
  assert.match(taken.url, /\/p\/#[\w-]{43}$/);
  assert.notEqual(taken.url, link[0]);
  for (const secret of [link[1], taken.url.split("#")[1]])
    assert.equal(spawnSync("grep", ["-rlaF", "-e", secret, server.data]).stdout.toString(), "", "it stands in a file");
  assert.ok(!server.output.includes(link[1]));
  assert.ok(!JSON.stringify(await admin.must("GET", `mails/${letter.id}`)).includes(link[1]));
  assert.ok(asked.id);
});

test("one press unsubscribes, opening the page does not", async () => {
  const { letter, contact } = await ask("Ben Okafor");
  await is(letter.id, "sent");
  const [arrived] = received(letter.id);
  const url = unsubscribe(arrived);
  assert.match(arrived.bytes, /^List-Unsubscribe-Post: List-Unsubscribe=One-Click\r$/m);
  const path = url.pathname + url.search;
  const page = await server.send("GET", path);
  assert.equal(page.status, 200);
  assert.match(page.text, /Se désinscrire/);
  assert.equal((await admin.all("mail_suppressions?unsubscribed=true")).length, 0);
  assert.equal((await server.send("POST", path.replace(contact.id, "con_other"))).status, 404);
  const done = await server.send("POST", path, "List-Unsubscribe=One-Click", {
    "Content-Type": "application/x-www-form-urlencoded",
    Origin: "https://mail.example",
  });
  assert.equal(done.status, 200);
  assert.equal((await admin.all("mail_suppressions?unsubscribed=true")).length, 1);
});

test("letters go encrypted and signed in where the server wants it; the password is in no log", async () => {
  const guarded = await new PostOffice({ user: "vouchsafe", password: "s3cret word@" }).open();
  const plain = process.env.VOUCHSAFE_SMTP_URL;
  await server.stop();
  process.env.VOUCHSAFE_SMTP_URL = `smtp://vouchsafe:s3cret%20word%40@127.0.0.1:${guarded.port}`;
  await server.start();
  await login();
  await is(await write(), "sent");
  assert.equal(guarded.letters[0].secure, true);
  assert.equal(guarded.letters[0].user, "vouchsafe");
  assert.ok(!server.output.includes("s3cret"));
  await server.stop();
  process.env.VOUCHSAFE_SMTP_URL = plain;
  await guarded.close();
  await server.start();
});

test("without a mail server letters wait, whole, and their links can be handed over", async () => {
  await server.stop();
  delete process.env.VOUCHSAFE_SMTP_URL;
  await server.start();
  await login();
  assert.deepEqual(await admin.must("GET", "mail_delivery"), { delivers: false, from: "" });
  const { letter } = await ask("Cleo Marsh");
  const shown = await mail(letter.id);
  assert.equal(shown.status, "waiting");
  assert.match(shown.html, /Northwind/);
  assert.match((await admin.must("POST", `mails/${letter.id}/link`)).url, /\/p\/#[\w-]{43}$/);
});
