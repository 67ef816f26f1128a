// Passwords, second factors and sessions over the real server: what is refused, what ends at once, what is told to
// strangers, and what two hundred people who sign in at once cost.
// MISSION: PRG-07, REC-06
// QUALITY: S-PW, S-RATE, S-SESS
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import http from "node:http";
import { after, before, test } from "node:test";
import { password, Server, watched } from "../server.mjs";
import { code } from "./totp.mjs";

const server = new Server();
let admin,
  nth = 0;
before(async () => {
  await server.start();
  admin = await server.login("administrator");
});
after(async () => {
  await server.stop();
  server.remove();
});

/** Somebody new with a first password: `{email, password, in}` where `in` is signed in. */
async function somebody() {
  const email = `wall-${(nth += 1)}@sample.test`;
  const person = await admin.must("POST", "people", { name: `Nora Wall ${nth}`, email, roles: ["requester"] });
  const { password } = await admin.must("POST", `people/${person.id}/reset_password`);
  return { id: person.id, email, password, in: await server.login(email, 0, password) };
}
const me = (who, method, path, body) => server.send(method, `/api/v1/me${path}`, body, who.headers);
const signIn = (email, password, more = {}) => server.send("POST", "/api/v1/session", { email, password, ...more });
const own = "four wet cats on a wall";

test("a password of one's own is long, not tried first, not made of names, and ends the other sessions", async () => {
  const who = await somebody();
  const other = await server.login(who.email, 0, who.password);
  const before = await me(who.in, "GET", "/security");
  assert.equal(before.body.sessions.length, 2);
  assert.equal(before.body.password_characters_least, 15);
  assert.ok(before.body.initial_password_until > new Date().toISOString());
  for (const [next, expected] of [
    ["short", "password.short"],
    ["passwordpassword", "password.common"],
    ["Nora-Wall-Halcyon", "password.known"],
  ]) {
    const refused = await me(who.in, "POST", "/password", { current: who.password, next });
    assert.equal(refused.status, 422);
    assert.equal(refused.body.code, expected);
    assert.equal(refused.body.reasons[0].field, "next");
  }
  const wrong = await me(who.in, "POST", "/password", { current: "not it", next: own });
  assert.deepEqual([wrong.status, wrong.body.code], [422, "wrong_password"]);
  assert.equal((await me(who.in, "POST", "/password", { current: who.password, next: own })).status, 200);
  assert.equal((await me(other, "GET", "")).status, 401, "the other session goes on");
  const now = await me(who.in, "GET", "/security");
  assert.equal(now.body.sessions.length, 1);
  assert.equal(now.body.initial_password_until ?? null, null);
  assert.equal((await signIn(who.email, who.password)).status, 401);
  assert.equal((await signIn(who.email, own)).status, 200);
});

/** An open event stream: resolves when the server ends it. */
const streamEnds = (who) =>
  new Promise((resolve, reject) => {
    const options = {
      host: "127.0.0.1",
      port: server.port,
      path: `/api/v1/w/${who.workspace}/events/stream`,
      headers: who.headers,
    };
    http
      .get(options, (response) => {
        assert.equal(response.statusCode, 200);
        response.on("data", () => resolve({ ended: new Promise((done) => response.on("end", done)) }));
      })
      .on("error", reject);
  });

test("sessions are seen and ended by their own person, streams with them, within a second", async () => {
  const [who, stranger] = [await somebody(), await somebody()];
  const other = await server.login(who.email, 0, who.password);
  const stream = await streamEnds(other);
  const { sessions } = (await me(who.in, "GET", "/security")).body;
  const ended = sessions.find((session) => !session.this_one);
  assert.equal((await me(stranger.in, "POST", `/sessions/${ended.id}/end`)).status, 404);
  assert.equal((await me(other, "GET", "")).status, 200);
  const began = performance.now();
  assert.equal((await me(who.in, "POST", `/sessions/${ended.id}/end`)).status, 200);
  await stream.ended;
  assert.ok(performance.now() - began < 1000);
  assert.equal((await me(other, "GET", "")).status, 401);
  const third = await server.login(who.email, 0, who.password);
  const again = await streamEnds(third);
  assert.equal((await me(who.in, "POST", "/password", { current: who.password, next: own })).status, 200);
  await again.ended;
  assert.equal((await me(third, "GET", "")).status, 401);
  assert.equal((await me(who.in, "POST", "/sessions/end_others")).status, 200);
  assert.equal((await me(who.in, "GET", "")).status, 200);
});

test("a second factor is set up, asked for, good once, recovered and taken off", async () => {
  const who = await somebody();
  assert.equal(
    (await me(who.in, "POST", "/second_factor/begin", { password: "not it" })).body.reasons[0].field,
    "password",
  );
  const { body: offer } = await me(who.in, "POST", "/second_factor/begin", { password: who.password });
  assert.match(offer.uri, /^otpauth:\/\/totp\/Vouchsafe:wall-\d+@sample\.test\?secret=[A-Z2-7]{32}&issuer=Vouchsafe$/);
  assert.equal((await signIn(who.email, who.password)).status, 200, "not in force yet");
  assert.equal((await me(who.in, "POST", "/second_factor/confirm", { code: "000000" })).status, 422);
  const confirmed = await me(who.in, "POST", "/second_factor/confirm", { code: code(offer.secret) });
  assert.equal(confirmed.status, 200, confirmed.text);
  const recovery = confirmed.body.recovery_codes;
  assert.equal(new Set(recovery).size, 10);
  const asked = await signIn(who.email, who.password);
  assert.deepEqual([asked.status, asked.body.code], [401, "second_factor_needed"]);
  assert.equal(asked.headers["set-cookie"], undefined);
  const now = code(offer.secret, 1);
  assert.equal((await signIn(who.email, who.password, { code: now })).status, 200);
  assert.equal((await signIn(who.email, who.password, { code: now })).body.code, "wrong_code", "a code is good twice");
  assert.equal((await signIn(who.email, who.password, { code: recovery[0] })).status, 200);
  assert.equal((await signIn(who.email, who.password, { code: recovery[0] })).status, 401);
  assert.equal((await signIn(who.email, "not it", { code: recovery[1] })).body.code, "wrong_login");
  const security = (await me(who.in, "GET", "/security")).body;
  assert.deepEqual([security.second_factor, security.recovery_codes_left], [true, 9]);
  assert.equal((await me(who.in, "POST", "/password", { current: who.password, next: "8 apples" })).status, 200);
  assert.equal((await me(who.in, "POST", "/second_factor/begin", { password: "8 apples" })).status, 409);
  assert.equal((await me(who.in, "POST", "/second_factor/end", { password: "8 apples" })).status, 422);
  const off = await me(who.in, "POST", "/second_factor/end", { password: "8 apples", code: recovery[2] });
  assert.equal(off.status, 200, off.text);
  assert.equal((await signIn(who.email, "8 apples")).status, 200);
});

test("an administrator's new password leaves a second factor on, unless it was lost too", async () => {
  const who = await somebody();
  const { body: offer } = await me(who.in, "POST", "/second_factor/begin", { password: who.password });
  assert.equal((await me(who.in, "POST", "/second_factor/confirm", { code: code(offer.secret) })).status, 200);
  const first = await admin.must("POST", `people/${who.id}/reset_password`);
  assert.equal((await signIn(who.email, first.password)).body.code, "second_factor_needed");
  const second = await admin.must("POST", `people/${who.id}/reset_password`, { end_second_factor: true });
  assert.equal((await signIn(who.email, second.password)).status, 200);
});

test("what the program keeps about an account is out of reach of its settings, and of tokens", async () => {
  const who = await somebody();
  for (const key of ["~second_factor", "~devices", "~initial_password", "%7Esecond_factor"])
    for (const [method, body] of [["GET"], ["PUT", "null"]])
      assert.equal((await server.send(method, `/api/v1/settings/${key}`, body, who.in.headers)).status, 404, key);
  const { token } = await admin.must("POST", "tokens", { name: "Sync", scopes: ["read", "write"] });
  const by = { Authorization: `Bearer ${token}` };
  for (const [method, path] of [
    ["GET", "/security"],
    ["POST", "/password"],
    ["POST", "/second_factor/begin"],
    ["POST", "/sessions/end_others"],
  ])
    assert.equal(
      (await server.send(method, `/api/v1/me${path}`, method === "POST" ? {} : undefined, by)).status,
      403,
      path,
    );
});

test("showing again who one is gives the session another secret", async () => {
  const who = await somebody();
  assert.equal((await me(who.in, "POST", "/step_up", { password: "not it" })).status, 422);
  const stepped = await me(who.in, "POST", "/step_up", { password: who.password });
  assert.equal(stepped.status, 200, stepped.text);
  const cookie = stepped.headers["set-cookie"][0].split(";")[0];
  assert.notEqual(cookie, who.in.headers.Cookie);
  assert.equal((await me(who.in, "GET", "")).status, 401, "the old secret still opens");
  assert.equal((await server.send("GET", "/api/v1/me", undefined, { Cookie: cookie })).status, 200);
});

test("ten failures close the door from here, with the time to wait, and leave who is in alone", async () => {
  const [who, nobody] = [await somebody(), "nobody-here@sample.test"];
  for (const email of [who.email, nobody]) {
    const answers = [];
    for (let i = 0; i < 10; i += 1) answers.push(await signIn(email, "not it at all"));
    assert.deepEqual([...new Set(answers.map((answer) => `${answer.status} ${answer.text}`))].length, 1);
    const closed = await signIn(email, who.password);
    assert.equal(closed.status, 429);
    assert.ok(Number(closed.headers["retry-after"]) > 800 && Number(closed.headers["retry-after"]) <= 901);
    delete closed.headers.date;
  }
  assert.equal((await me(who.in, "GET", "")).status, 200, "who is in was locked out");
  const { password: fresh } = await admin.must("POST", `people/${who.id}/reset_password`);
  assert.ok(fresh);
});

const median = (all) => all.sort((a, b) => a - b)[Math.floor(all.length / 2)];

test("known and unknown addresses are answered alike, in words and in time", async () => {
  const times = { known: [], unknown: [] };
  for (let i = 0; i < 8; i += 1)
    for (const [kind, email] of [
      ["known", (await somebody()).email],
      ["unknown", `stranger-${i}@sample.test`],
    ]) {
      const began = performance.now();
      const answer = await signIn(email, "not it at all");
      times[kind].push(performance.now() - began);
      assert.deepEqual([answer.status, answer.body.code], [401, "wrong_login"]);
    }
  const [known, unknown] = [median(times.known), median(times.unknown)];
  assert.ok(Math.max(known, unknown) / Math.min(known, unknown) < 1.8, `${known} ms known, ${unknown} ms unknown`);
});

const memory_mib = () =>
  Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${server.process.pid}/status`, "utf8"))[1]) / 1024;

test("two hundred who sign in at once are served within half a gigabyte", async () => {
  const answers = await Promise.all(Array.from({ length: 200 }, () => signIn("auditor@sample.test", password)));
  assert.deepEqual([...new Set(answers.map((answer) => answer.status))], [200]);
  assert.ok(watched || memory_mib() < 512, `${Math.round(memory_mib())} MiB at most`);
});
