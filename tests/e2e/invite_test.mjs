// Colleagues come in by a letter: its link lets them choose a password, once, and no administrator ever knows one.
// MISSION: PRG-07, INT-03
// QUALITY: S-PW, 6.4.6
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { Server } from "../server.mjs";
import { launch, open, seriousIssues, signIn } from "./browser.mjs";
import { until } from "./erase_stage.mjs";
import { PostOffice } from "./post_office.mjs";

const office = new PostOffice();
const server = new Server();
const own = "seven slow boats go north";
let admin, browser;

before(async () => {
  await office.open();
  server.env = {
    VOUCHSAFE_SMTP_URL: `smtp://127.0.0.1:${office.port}`,
    VOUCHSAFE_MAIL_FROM: "References <references@vouchsafe.test>",
    VOUCHSAFE_MAIL_PAUSE_SECONDS: "1",
    VOUCHSAFE_PUBLIC_URL: "https://references.test",
  };
  await server.start();
  admin = await server.login("administrator");
  browser = await launch();
});
after(async () => {
  await browser?.close();
  await server.stop();
  await office.close();
  server.remove();
});

const post = (path, body) => server.send("POST", `/api/v1/${path}`, body);
/** Somebody new, and the secret of the nth letter that invites them. */
async function invited(name) {
  const email = `${name}@sample.test`;
  const { id } = await admin.must("POST", "people", { name: `Nora ${name}`, email, roles: ["requester"] });
  await admin.must("POST", `people/${id}/invite`);
  return { id, email, secret: await secretTo(email, 1) };
}
async function secretTo(email, nth) {
  const letters = () => office.letters.filter((letter) => letter.to.includes(email) && /\/welcome#/.test(letter.text));
  const letter = await until("the invitation", () => letters()[nth - 1]);
  return letter.text.match(/https:\/\/references\.test\/welcome#([\w-]{43})/)[1];
}
const look = (secret) => post("invitation/look", { secret });
const accept = (secret, password) => post("invitation", { secret, password });

test("the link of the letter opens once, and a password of one's own signs in", async () => {
  const who = await invited("first");
  const seen = await look(who.secret);
  assert.equal(seen.body.email, who.email);
  assert.equal(seen.body.password_characters_least, 15);
  assert.equal((await accept(who.secret, "short")).body.code, "password.short");
  assert.equal((await look(who.secret)).status, 200, "a refused password does not use the link up");
  const both = await Promise.all([accept(who.secret, own), accept(who.secret, `${own} again`)]);
  assert.deepEqual(both.map((each) => each.status).sort(), [200, 422]);
  const chosen = both[0].status === 200 ? own : `${own} again`;
  assert.equal((await server.login(who.email, 0, chosen)).status ?? 200, 200);
  assert.equal((await look(who.secret)).body.code, "invitation.over");
  assert.equal((await admin.get(`people/${who.id}`)).body.invited_on, undefined, "and they are no longer waited for");
  const trail = (await admin.must("GET", `audit?subject=${who.id}&limit=50`)).items;
  assert.equal(trail.filter(({ type }) => type === "person.password_chosen").length, 1);
});

test("until the link is used an administrator sees since when, and nobody else does", async () => {
  const today = () => new Date().toISOString().slice(0, 10);
  const begun = today();
  const who = await invited("waiting");
  const since = (await admin.get(`people/${who.id}`)).body.invited_on;
  assert.ok([begun, today()].includes(since), since);
  const owner = await server.login("program_owner");
  assert.equal((await owner.get(`people/${who.id}`)).body.invited_on, undefined);
  const page = await open(browser, server);
  await signIn(page, "administrator");
  await page.goto(`/w/${admin.workspace}/settings/people?q=waiting`);
  await page.getByText(/^Invited /).waitFor();
  assert.deepEqual(await seriousIssues(page), []);
  await page.clock.setFixedTime(Date.now() + 9 * 86_400_000);
  await page.reload();
  await page.getByText(/^Link ran out /).waitFor();
});

test("the administrator learns neither password nor link", async () => {
  const who = await invited("second");
  const refused = await admin.post(`people/${who.id}/reset_password`);
  assert.equal(refused.body.code, "password.by_letter");
  const mails = await admin.all("mails");
  const letter = mails.find((mail) => mail.kind === "staff.invitation" && mail.about === who.id);
  assert.ok(!JSON.stringify(mails).includes(who.secret));
  assert.equal((await admin.post(`mails/${letter.id}/link`)).body.code, "mail.no_link");
  assert.ok(!(await admin.get("dump")).text.includes(who.secret));
  const portal = await server.send("POST", "/p/enter", `token=${who.secret}`, {
    "Content-Type": "application/x-www-form-urlencoded",
  });
  assert.equal(portal.headers["set-cookie"], undefined, "it opens no page of customers");
});

test("a colleague reads letters and screens in their language, in whatever browser", async () => {
  const email = "neu@sample.test";
  const added = { name: "Nora neu", email, roles: ["requester"], language: "de" };
  const { id } = await admin.must("POST", "people", added);
  await admin.must("POST", `people/${id}/invite`);
  assert.equal((await accept(await secretTo(email, 1), own)).status, 200);
  const letters = () => office.letters.filter((each) => each.to.includes(email));
  assert.match(letters()[0].text, /lädt Sie in das Referenzprogramm/);
  await until("the letter about the password", () => letters().find((each) => /wurde geändert/.test(each.text)));

  const page = await open(browser, server);
  await signIn(page, email, own);
  await page.getByRole("button", { name: /Nora neu/ }).click();
  const kept = page.waitForResponse((answer) => answer.url().endsWith("/me/language"));
  await page.getByRole("menuitem", { name: "English" }).click();
  assert.equal((await kept).status(), 200);
  await page.getByRole("button", { name: /Nora neu/ }).waitFor();
  const elsewhere = await open(browser, server, { locale: "de-DE" });
  await signIn(elsewhere, email, own);
  await elsewhere.locator("html[lang=en]").waitFor({ state: "attached" });
  const colleague = await server.login(email, 0, own);
  const others = await colleague.post(`people/${admin.me.person.id}/choose_language`, { language: "fr" });
  assert.equal(others.status, 403);
  const own_words = await server.send("POST", "/api/v1/me/language", { language: "tlh" }, colleague.headers);
  assert.equal(own_words.body.code, "unknown_language");
});

test("nobody but an administrator invites, whoever would be reached", async () => {
  const who = await invited("plain");
  const owner = await server.login("program_owner");
  for (const deed of ["invite", "reset_password"])
    assert.equal((await owner.post(`people/${who.id}/${deed}`)).status, 403, deed);
  assert.equal((await look(who.secret)).status, 200, "the invitation is as good as before");
});

test("inviting again shuts out whoever is in, and only the newest link is good", async () => {
  const who = await invited("third");
  assert.equal((await accept(who.secret, own)).status, 200);
  const session = await server.login(who.email, 0, own);
  await admin.must("POST", `people/${who.id}/invite`);
  assert.equal((await server.send("GET", "/api/v1/me", undefined, session.headers)).status, 401);
  assert.equal((await post("session", { email: who.email, password: own })).status, 401);
  const second = await secretTo(who.email, 2);
  await admin.must("POST", `people/${who.id}/invite`);
  const third = await secretTo(who.email, 3);
  assert.equal((await accept(second, own)).body.code, "invitation.over");
  await admin.must("POST", `people/${who.id}/deactivate`);
  assert.equal((await accept(third, own)).body.code, "invitation.over", "somebody who left comes in by no link");
});

test("to an address that bounces a first password is handed over", async () => {
  const who = await invited("fourth");
  const mails = await admin.all("mails");
  const letter = mails.find((mail) => mail.kind === "staff.invitation" && mail.about === who.id);
  await until("it is sent", async () => (await admin.get(`mails/${letter.id}`)).body.status === "sent");
  await admin.must("POST", `mails/${letter.id}/bounce`, {});
  assert.equal((await admin.post(`people/${who.id}/invite`)).body.code, "invitation.no_letters");
  const { password } = await admin.must("POST", `people/${who.id}/reset_password`, { end_second_factor: true });
  const session = await server.login(who.email, 0, password);
  const { notices } = (await server.send("GET", "/api/v1/me/security", undefined, session.headers)).body;
  assert.deepEqual(notices.map(({ what }) => what).sort(), ["factor_off", "password"], "both are told");
});

test("the page behind the link, in the browser", async () => {
  const who = await invited("fifth");
  const page = await open(browser, server);
  await page.goto(`/welcome#${who.secret}`);
  await page.getByText(/Nobody but you will know/).waitFor();
  assert.ok(!page.url().includes(who.secret), "the secret stays in the address bar");
  await page.getByLabel("Password", { exact: true }).fill("passwordpassword");
  await page.getByRole("button", { name: "Save the password" }).click();
  await page.getByText(/among the first that are tried/).waitFor();
  assert.deepEqual(await seriousIssues(page), []);
  await page.getByLabel("Password", { exact: true }).fill(own);
  await page.getByRole("button", { name: "Save the password" }).click();
  await page.getByText(/Your password is saved/).waitFor();
  assert.deepEqual(await seriousIssues(page), []);
  await page.getByRole("link", { name: "To sign in" }).click();
  await page.getByLabel(/e-?mail/i).fill(who.email);
  await page.getByLabel("Password").first().fill(own);
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: /Nora fifth/ }).waitFor();
});
