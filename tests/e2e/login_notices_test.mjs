// Whatever happens to a login is told to its person, in the app and by a letter; never to anybody else.
// MISSION: PRG-07, INT-03
// QUALITY: S-PW, 6.3.5, 6.3.7
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { Server } from "../server.mjs";
import { until } from "./erase_stage.mjs";
import { PostOffice } from "./post_office.mjs";
import { code } from "./totp.mjs";

const office = new PostOffice();
const server = new Server();
const own = "seven slow boats go north";
const firefox = (version) => `Mozilla/5.0 (X11; Linux x86_64; rv:${version}) Gecko/20100101 Firefox/${version}`;
const phone = "Mozilla/5.0 (iPhone; CPU iPhone OS 19_1 like Mac OS X) Safari/604.1";
let admin,
  nth = 0;

before(async () => {
  await office.open();
  server.env = {
    VOUCHSAFE_SMTP_URL: `smtp://127.0.0.1:${office.port}`,
    VOUCHSAFE_MAIL_FROM: "References <references@vouchsafe.test>",
    VOUCHSAFE_PUBLIC_URL: "https://references.test",
  };
  await server.start();
  admin = await server.login("administrator");
});
after(async () => {
  await server.stop();
  await office.close();
  server.remove();
});

const lettersTo = (email) => office.letters.filter((letter) => letter.to.includes(email));
const told = (email, subject) => lettersTo(email).filter((letter) => subject.test(letter.subject));
const signIn = (email, password, device = firefox(140)) =>
  server.send("POST", "/api/v1/session", { email, password }, { "User-Agent": device });
const me = (who, method, path, body) => server.send(method, `/api/v1/me${path}`, body, who.headers);
const noticesOf = async (who) => (await me(who, "GET", "/security")).body.notices.map((notice) => notice.what);

/** Somebody who came by an invitation and signed in once, with Firefox. */
async function somebody(roles = ["requester"]) {
  const email = `noticed-${(nth += 1)}@sample.test`;
  const { id } = await admin.must("POST", "people", { name: `Nora Noticed ${nth}`, email, roles });
  await admin.must("POST", `people/${id}/invite`);
  const letter = await until("the invitation", () => lettersTo(email)[0]);
  const [, secret] = letter.text.match(/\/welcome#([\w-]+)/);
  assert.equal((await server.send("POST", "/api/v1/invitation", { secret, password: own })).status, 200);
  const first = await signIn(email, own);
  const cookie = first.headers["set-cookie"][0].split(";")[0];
  return { id, email, headers: { Cookie: cookie } };
}

test("a sign-in from a device not seen before is told once, and a newer version of the same is none", async () => {
  const who = await somebody();
  assert.deepEqual(await noticesOf(who), ["password"], "the first place of all is no news");
  assert.equal((await signIn(who.email, own, firefox(141.2))).status, 200);
  assert.deepEqual(await noticesOf(who), ["password"]);
  assert.equal((await signIn(who.email, own, phone)).status, 200);
  assert.equal((await signIn(who.email, own, phone)).status, 200);
  assert.deepEqual(await noticesOf(who), ["new_place", "password"]);
  const letter = await until("the letter", () => told(who.email, /new place/)[0]);
  assert.match(letter.text, /device or network that was not seen before/);
  assert.match(letter.text, /https:\/\/references\.test\/w\/sample\/me/);
  assert.match(letter.text, /20\d\d-\d\d-\d\d \d\d:\d\d \(UTC\)/);
});

test("changes of password, second factor and tokens are told", async () => {
  const who = await somebody(["administrator"]);
  assert.equal((await me(who, "POST", "/password", { current: own, next: `${own} again` })).status, 200);
  const { secret } = (await me(who, "POST", "/second_factor/begin", { password: `${own} again` })).body;
  assert.equal((await me(who, "POST", "/second_factor/confirm", { code: code(secret) })).status, 200);
  const proof = { password: `${own} again`, code: code(secret, 1) };
  assert.equal((await me(who, "POST", "/second_factor/end", proof)).status, 200);
  const token = { name: "Reports", scopes: ["read"] };
  const made = await server.send("POST", "/api/v1/w/sample/tokens", token, who.headers);
  assert.equal(made.status, 201, made.text);
  assert.deepEqual(await noticesOf(who), ["token", "factor_off", "factor_on", "password", "password"]);
  for (const subject of [/password changed/, /second factor set up/, /second factor taken off/, /API token was made/])
    await until(`the letter ${subject}`, () => told(who.email, subject)[0]);
});

test("many failed tries are told once a day, to their person alone", async () => {
  const who = await somebody();
  let refused;
  for (let tries = 0; tries < 40 && refused?.status !== 429; tries += 1) refused = await signIn(who.email, "wrong");
  assert.equal(refused.status, 429);
  assert.equal((await signIn(who.email, "wrong")).status, 429);
  assert.deepEqual(await noticesOf(who), ["tries", "password"]);
  const letter = await until("the letter", () => told(who.email, /many failed tries/)[0]);
  assert.deepEqual(letter.to, [who.email]);
  const letters = office.letters.filter((each) => /Your login:/.test(each.subject));
  assert.ok(letters.every(({ to }) => to.length === 1 && to[0].startsWith("noticed-")), "somebody else was told");
});
