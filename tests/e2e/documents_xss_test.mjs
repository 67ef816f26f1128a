// What is handed out and opened elsewhere: the record of a request as a page, by the server and as a file out of its
// evidence pack, the page of a person's own data, and what is printed as PDF. Every name, reason, comment and file name
// in them is hostile; nothing runs, and nothing is fetched. As files they have no server that could forbid it.
// MISSION: REC-03, REC-06
// QUALITY: S-XSS
import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import http from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { pathToFileURL } from "node:url";
import { inflateSync } from "node:zlib";
import { Server } from "../server.mjs";
import { launch, open, signIn } from "./browser.mjs";
import { callers, payloads, pieces, runners } from "./hostile_texts.mjs";
import { complete, day } from "./program.mjs";
import { unzip } from "./zip_file.mjs";

const server = new Server();
const folder = mkdtempSync(join(tmpdir(), "vouchsafe-hostile-"));
const fetched = [];
const elsewhere = http.createServer((request, response) => (fetched.push(request.url), response.end("ran()")));
let browser, people, short, request, contact, permission;
const ran = [];

before(async () => {
  await new Promise((resolve) => elsewhere.listen(0, "127.0.0.1", resolve));
  const address = `http://127.0.0.1:${elsewhere.address().port}`;
  const all = callers(address).flatMap((caller) => [caller, `">${caller}`]);
  short = [...all, ...pieces(440, [...all, ...payloads])];
  await server.start();
  const roles = ["program_owner", "account_owner", "requester", "legal_reviewer", "privacy_reviewer", "auditor"];
  people = Object.fromEntries(await Promise.all(roles.map(async (role) => [role, await server.login(role)])));
  browser = await launch();
});
after(async () => {
  await browser?.close();
  await server.stop();
  server.remove();
  elsewhere.close();
  rmSync(folder, { recursive: true, force: true });
});

/** A page that tells what runs in it, and what it asks for beside `own`. */
async function looker(own) {
  const page = await open(browser, server);
  await page.exposeFunction("ran", () => ran.push(page.url()));
  page.on("dialog", (dialog) => (ran.push(`${page.url()} asks`), dialog.dismiss()));
  page.on("request", (asked) => asked.url().startsWith(own) || fetched.push(asked.url()));
  return page;
}

/** Points at, focuses and opens everything that is there; then nothing may have run. */
async function touched(page) {
  await page.evaluate(() => {
    for (const each of document.querySelectorAll("*")) {
      for (const type of ["mouseover", "mouseenter", "focus", "toggle"]) each.dispatchEvent(new Event(type));
      each.focus?.();
    }
  });
  await page.waitForTimeout(200);
}

/** What there is no use for in a document: whatever loads, runs, sends or leads elsewhere. */
const outlandish = () =>
  [...document.querySelectorAll("*")]
    .filter(
      (each) =>
        /^(script|iframe|object|embed|form|input|button|link|base|img|svg|math|video|audio)$/i.test(each.tagName) ||
        (each.tagName === "META" && each.httpEquiv) ||
        [...each.attributes].some(({ name, value }) => /^(on|style$|xlink)/i.test(name) ||
            /^\s*javascript:/i.test(value)),
    )
    .map((each) => each.outerHTML.slice(0, 200));

async function harmless(page, where) {
  const shown = await page.locator("body").innerText();
  assert.match(shown, /[<"].*(ran\(\)|127\.0\.0\.1:)/, `${where} shows none of the texts`);
  assert.deepEqual(await page.evaluate(outlandish), [], where);
  await touched(page);
  assert.deepEqual(ran, [], where);
  assert.deepEqual(fetched, [], where);
}

const text = (n) => short[n % short.length];

test("the looker sees what runs and what is fetched, in a file", async () => {
  const file = join(folder, "control.html");
  writeFileSync(file, `<!doctype html><body>${runners[2]}${short[0]}`);
  const page = await looker(pathToFileURL(file).href);
  await page.goto(pathToFileURL(file).href);
  await touched(page);
  assert.ok(ran.length > 0 && fetched.length > 0, "the test could see nothing");
  assert.equal((await page.evaluate(outlandish)).length, 2);
  ran.length = fetched.length = 0;
  await page.context().close();
});

test("a request full of them", async () => {
  const { program_owner: owner, requester } = people;
  const waiting = (await owner.must("GET", "requests?steps=confirm&limit=50")).items;
  const act = async (id) => {
    const file = await owner.must("POST", `files?name=${encodeURIComponent(text(1))}.txt`, Buffer.from("Yes."), {
      "Content-Type": "text/plain",
    });
    const evidence = { file: file.id, name: text(2) };
    return owner.post(`requests/${id}/confirm`, { answer: "yes", reason: text(3), evidence });
  };
  for (const { id } of waiting) if ((await act(id)).status < 300 && (request = id)) break;
  assert.ok(request, "no request of the sample waits for an answer");
  for (let n = 4; n < short.length; n += 1) await owner.must("POST", `requests/${request}/comment`, { text: text(n) });
  const deal = (await requester.must("GET", "deals?outcome=open&limit=1")).items[0].id;
  const prospect = { name: text(0), industry: text(2).slice(0, 80), region: "Europe", product: text(4).slice(0, 60) };
  const asked = { purpose: text(5), use_case: text(6), topic: text(7).slice(0, 60), prospect };
  const fresh = await requester.must("POST", "requests", complete(deal, asked));
  await owner.must("POST", `requests/${fresh.id}/cancel`, { reason: text(8) });
  await seen(fresh.id);
  await seen(request);
});

/** The record of a request, opened over the server and as a file. */
async function seen(id) {
  const page = await looker(server.url);
  await signIn(page, "auditor");
  await page.goto(`/api/v1/w/${people.auditor.workspace}/requests/${id}/evidence.html`);
  await harmless(page, "the record over the server");
  await page.context().close();
  const pack = unzip((await people.auditor.get(`requests/${id}/evidence`)).bytes);
  await asFile("record.html", pack["record.html"]);
  plain(pack["record.pdf"]);
}

async function asFile(name, bytes) {
  const file = join(folder, name);
  writeFileSync(file, bytes);
  const page = await looker(pathToFileURL(file).href);
  await page.goto(pathToFileURL(file).href);
  await page.emulateMedia({ media: "print" });
  await harmless(page, `${name} as a file`);
  assert.equal(page.url(), pathToFileURL(file).href, "it leads elsewhere");
  await page.context().close();
}

/** A PDF without anything that acts: no script, no address, no file inside. */
function plain(pdf) {
  const raw = pdf.toString("latin1");
  const streams = [...raw.matchAll(/stream\r?\n/g)].map(({ index, 0: word }) => {
    const from = index + word.length;
    try {
      return inflateSync(pdf.subarray(from, raw.indexOf("endstream", from))).toString("latin1");
    } catch {
      return ""; // a font, or not packed: it stands in the text itself
    }
  });
  assert.ok(streams.some((each) => each.length > 100), "the PDF could not be read");
  const acts = /\/(JS|JavaScript|OpenAction|AA|URI|Launch|SubmitForm|GoToR|EmbeddedFile|RichMedia|XFA)\b/;
  for (const each of [raw.replace(/stream\r?\n[^]*?endstream/g, ""), ...streams]) assert.doesNotMatch(each, acts);
}

test("a person and a permission full of them", async () => {
  const { program_owner: owner, privacy_reviewer: reviewer } = people;
  const named = { name: text(0), industry: text(1).slice(0, 80), region: "Europe" };
  const account = await owner.must("POST", "accounts", named);
  const reached = { email: "hostile@papers.test", phone: text(4).slice(0, 60), language: "en" };
  contact = await owner.must("POST", "contacts", { account: account.id, name: text(2), title: text(3), ...reached });
  const path = `files?name=${encodeURIComponent(text(5))}.txt`;
  const note = Buffer.from(`Note: ${text(6)}`); // nothing that begins with a mark of HTML is taken
  const file = await owner.must("POST", path, note, { "Content-Type": "text/plain" });
  const said = { content: text(7), conditions: [text(8), text(9)] };
  const grant = { use_type: "quote", channels: ["web"], until: day(200), ...said };
  permission = await owner.must("POST", "authorizations/record", {
    contact: contact.id, how: "email", signer: text(10), disclosures: [text(11)],
    evidence: [{ file: file.id, name: text(12) }], grants: [grant],
  });
  for (let n = 13; n < short.length; n += 1)
    await owner.must("POST", `requests/${request}/comment`, { text: `${text(2)} ${text(n)}` });
  plain(unzip((await people.auditor.get(`authorizations/${permission.id}/evidence`)).bytes)["record.pdf"]);
  const own = unzip((await reviewer.get(`subjects/${contact.id}/export`)).bytes);
  await asFile("your-data.html", own["your-data.html"]);
});
