// The log holds no word about people and no secret: canaries are planted wherever words come in, through a whole life
// of asking, answering, signing in, refusing and failing, and then looked for.
// MISSION: INT-06, REC-06
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import net from "node:net";
import { Server } from "../server.mjs";
import { customer, secretOf, Visitor } from "./customer.mjs";
import { PostOffice } from "./post_office.mjs";
import { day } from "./program.mjs";

const adminPassword = "canary-password-of-the-first";
const canary = (n) => `Kanarie${n}vogel`;
const canaries = [adminPassword];
const planted = (n) => {
  canaries.push(canary(n));
  return canary(n);
};
const office = new PostOffice();
let server, admin;

before(async () => {
  await office.open();
  const env = {
    VOUCHSAFE_ADMIN_PASSWORD: adminPassword,
    VOUCHSAFE_MAIL_FROM: "References <references@vouchsafe.test>",
    VOUCHSAFE_SMTP_URL: `smtp://127.0.0.1:${office.port}`,
    VOUCHSAFE_MAIL_PAUSE_SECONDS: "1",
  };
  server = new Server({ sample: false, env, args: ["--log-level", "debug"] });
  await server.start();
  admin = await server.login("admin@localhost", 0, adminPassword);
  canaries.push(admin.headers.Cookie.split("=")[1]);
  await admin.must("POST", "setup/defaults");
  const settings = { company: planted("Firma"), sender: "", reply_to: "refs@northwind.test", imprint: "1 Main Street" };
  const quiet = { quiet_from_hour: 24, quiet_until_hour: 0, quiet_weekends: false, time_zone: "UTC" };
  await admin.must("POST", "mail_settings/adopt", { ...settings, ...quiet, colour: "#0b6e4f" });
});
after(async () => {
  await server.stop();
  server.remove();
  await office.close();
});

const lines = () =>
  server.log
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line));

async function until(what, holds) {
  for (let tries = 0; tries < 300; tries++) {
    const found = holds();
    if (found) return found;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return assert.fail(`never: ${what}`);
}

const textTo = (address, pattern) =>
  until(`a letter to ${address}`, () => {
    const found = office.letters.filter((each) => each.to.includes(address) && pattern.test(each.text)).at(-1);
    return found && pattern.exec(found.text)[0];
  });

/** Everything that a customer may say, said with canaries. */
async function answered() {
  const contact = await customer(admin, { name: `Marta ${planted("Name")}`, company: planted("Kunde") });
  canaries.push(contact.email, contact.email.split("@")[0]);
  const permission = await admin.must("POST", "authorizations", {
    contact: contact.id,
    asks: [{ use_type: "press", channels: ["press"], until: day(200), content: `“${planted("Zitat")}”` }],
    disclosures: [],
    message: planted("Botschaft"),
  });
  const url = await textTo(contact.email, /https?:\/\/\S+\/p\/#\S+/);
  canaries.push(secretOf(url));
  const visitor = new Visitor(server);
  await visitor.open(url);
  canaries.push(visitor.cookie.split("=")[1], visitor.once);
  await visitor.post("/p/question", { question: planted("Frage") });
  await visitor.post("/p/ask", { a0: "yes" });
  const digest = /name="digest" value="([^"]+)"/.exec((await visitor.get("/p/check")).text)[1];
  const sent = await visitor.post("/p/answer", { digest, authority: "company", typed_name: planted("Unterschrift") });
  assert.equal(sent.headers.location, "/p/code");
  await visitor.get("/p/code");
  const code = /\d{6}/.exec(await textTo(contact.email, /\b\d{6}\b/))[0];
  const done = await visitor.post("/p/code", { code });
  assert.equal(done.headers.location, "/p/done", done.text);
  await admin.must("GET", `authorizations/${permission.id}`);
  await visitor.get(`/p/${planted("Seite")}?name=${planted("Frageteil")}`);
}

/** Everything that staff and strangers may say wrongly. */
async function refused() {
  const email = `${planted("Fremde")}@stranger.test`;
  await server.send("POST", "/api/v1/session", { email, password: planted("Kennwort") });
  await admin.get(`contacts?name=${planted("Suche")}`);
  await admin.get(`${planted("Sammlung")}/${planted("Ding")}`);
  await admin.post("accounts", { name: "x".repeat(501), [planted("Feld")]: planted("Wert") });
  await admin.post("accounts", `{"name": "${planted("Kaputt")}`);
  await admin.post("accounts", { name: planted("Konto") }, { "Idempotency-Key": planted("Schluessel") });
  const csv = `Name\n"${planted("Zeile")}`;
  await admin.post("imports", { kind: "accounts", csv, file_name: `${planted("Datei")}.csv` });
  const tokenHeaders = { Authorization: `Bearer ${planted("Marke")}` };
  await server.send("GET", "/api/v1/me", undefined, tokenHeaders);
  await server.send("GET", `/${planted("Pfad")}/x.js?${planted("Ort")}=1`, undefined, { Referer: planted("Herkunft") });
  await server.send("POST", "/p/open", `token=${planted("Verweis")}`, {
    "Content-Type": "application/x-www-form-urlencoded",
  });
  await new Promise((resolve) => {
    const socket = net.connect(server.port, "127.0.0.1", () => socket.end(`${planted("Verb")} / HTTP/1.1\r\n\r\n`));
    socket.on("close", resolve).resume();
  });
}

/** A letter that does not arrive is told with its id only. */
async function undelivered() {
  office.manner = "refuse_address";
  const contact = await customer(admin, { name: `Ole ${planted("Verzogen")}` });
  canaries.push(contact.email);
  await admin.must("POST", "authorizations", {
    contact: contact.id,
    asks: [{ use_type: "logo", channels: ["web"], until: day(100) }],
    disclosures: [],
    message: "Please.",
  });
  await until("the refusal in the log", () => lines().some((line) => line.event === "letter_not_sent"));
  office.manner = "ok";
}

test("a life full of words leaves none of them in the log", async () => {
  await answered();
  await refused();
  await undelivered();
  await server.stop();
  for (const word of canaries) {
    assert.ok(word.length >= 6, `a canary too short to be found: ${word}`);
    const at = server.log.toLowerCase().indexOf(word.toLowerCase());
    assert.equal(at, -1, `${word} in: ${server.log.slice(Math.max(0, at - 200), at + 100)}`);
  }
  assert.ok(server.log.split("\n").length > 30, "there is too little in the log to say anything");
  assert.ok(canaries.length >= 28, `only ${canaries.length} canaries were planted`);
  await server.start();
});

test("every line is JSON and tells who asked for what, how it ended and how long it took", async () => {
  const answer = await admin.get("requests");
  const me = admin.me.person.id;
  const line = await until("the line", () => lines().find((each) => each.id === answer.headers["x-request-id"]));
  assert.equal(line.event, "request");
  assert.equal(line.route, "/api/v1/w/{ws}/requests");
  assert.equal(line.method, "GET");
  assert.equal(answer.status, 200);
  assert.equal(line.status, 200);
  assert.ok(line.ms >= 0 && line.ms < 60_000);
  assert.equal(line.actor, me);
  assert.match(line.time, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
  assert.equal(line.level, "info");
});

test("the level leaves out what is of less weight", async () => {
  const quiet = new Server({ sample: false, args: ["--log-level", "error"] });
  await quiet.start();
  await quiet.send("GET", "/api/v1/me");
  await quiet.stop();
  assert.equal(quiet.log, "");
  quiet.remove();
});
