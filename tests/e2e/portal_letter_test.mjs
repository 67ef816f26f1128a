// From the real letter in a mail program to the answer, with digits for what reaches many people.
// MISSION: AUT-02, AUT-11
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { Server } from "../server.mjs";
import { customer, Visitor } from "./customer.mjs";
import { PostOffice } from "./post_office.mjs";
import { day } from "./program.mjs";

const password = "correct-horse-battery-9";
const office = new PostOffice();
const server = new Server({ sample: false });
let admin;

before(async () => {
  await office.open();
  Object.assign(process.env, {
    VOUCHSAFE_ADMIN_PASSWORD: password,
    VOUCHSAFE_MAIL_FROM: "References <references@vouchsafe.test>",
    VOUCHSAFE_SMTP_URL: `smtp://127.0.0.1:${office.port}`,
    VOUCHSAFE_PUBLIC_URL: "http://references.vouchsafe.test",
  });
  await server.start();
  admin = await server.login("admin@localhost", 0, password);
  await admin.must("POST", "setup/defaults");
  await admin.must("POST", "mail_settings/adopt", {
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
});
after(async () => {
  await server.stop();
  server.remove();
  await office.close();
});

async function letterTo(contact, holds) {
  for (let tries = 0; tries < 200; tries++) {
    const found = office.letters.filter((each) => each.to.includes(contact.email) && holds(each.text)).at(-1);
    if (found) return found.text;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return assert.fail(`no letter: ${office.letters.map((each) => `${each.to} ${each.subject}`).join("\n")}`);
}

test("press is answered with the digits of a second letter, and the record says so", async () => {
  const contact = await customer(admin);
  const permission = await admin.must("POST", "authorizations", {
    contact: contact.id,
    asks: [{ use_type: "press", channels: ["press"], until: day(200) }],
    disclosures: [],
    message: "A newspaper asks us for names.",
  });
  const url = /https?:\/\/\S+\/p\/#\S+/.exec(await letterTo(contact, (text) => text.includes("/p/#")))[0];
  const visitor = new Visitor(server);
  assert.match((await visitor.open(url)).text, /Northwind/);
  await visitor.post("/p/ask", { a0: "yes" });
  const digest = /name="digest" value="([^"]+)"/.exec((await visitor.get("/p/check")).text)[1];
  const sent = await visitor.post("/p/answer", { digest, authority: "company", typed_name: "Marta Lind" });
  assert.equal(sent.headers.location, "/p/code");
  await visitor.get("/p/code");
  const code = /\b\d{6}\b/.exec(await letterTo(contact, (text) => /\b\d{6}\b/.test(text)))[0];

  const wrong = await visitor.post("/p/code", { code: code === "123456" ? "654321" : "123456" });
  assert.equal(wrong.status, 422);
  assert.equal((await admin.must("GET", `authorizations/${permission.id}`)).status, "asked");

  const done = await visitor.post("/p/code", { code: ` ${code.slice(0, 3)} ${code.slice(3)} ` });
  assert.equal(done.headers.location, "/p/done", done.text);
  const item = await admin.must("GET", `authorizations/${permission.id}`);
  assert.equal(item.grants[0].use_type, "press");
  assert.match(JSON.stringify(item), /"assurance":"code"/);
  const receipts = () => office.letters.filter((each) => each.subject.includes(permission.number));
  for (let tries = 0; tries < 100 && receipts().length < 2; tries++)
    await new Promise((resolve) => setTimeout(resolve, 100));
  assert.ok(receipts().length >= 2, "both sides get a receipt");
});

test("an agreement of one's own goes with the answer", async () => {
  const contact = await customer(admin);
  const permission = await admin.must("POST", "authorizations", {
    contact: contact.id,
    asks: [{ use_type: "logo", channels: ["web"], until: day(200) }],
    disclosures: [],
    message: "For the page of our customers.",
  });
  const url = /https?:\/\/\S+\/p\/#\S+/.exec(await letterTo(contact, (text) => text.includes("/p/#")))[0];
  const visitor = new Visitor(server);
  await visitor.open(url);
  await visitor.post("/p/ask", { a0: "yes" });
  const digest = /name="digest" value="([^"]+)"/.exec((await visitor.get("/p/check")).text)[1];
  const fields = { once: visitor.once, digest, authority: "company", typed_name: "Marta Lind" };
  const send = async (name, bytes) => {
    const form = new FormData();
    for (const [key, value] of Object.entries({ ...fields, agreement: "fil_forged" })) form.append(key, value);
    form.append("agreement", new Blob([bytes]), name);
    const request = new Request(server.url, { method: "POST", body: form });
    const headers = { ...visitor.headers(), "Content-Type": request.headers.get("content-type") };
    return server.send("POST", "/p/answer", Buffer.from(await request.arrayBuffer()), headers);
  };
  assert.equal((await send("terms.exe", "MZ\0\0")).status, 422);
  assert.equal((await send("terms.txt", "Only as long as we are customers.")).headers.location, "/p/done");
  const item = await admin.must("GET", `authorizations/${permission.id}`);
  assert.deepEqual(item.evidence.map((each) => each.name), ["terms.txt"]);
});
