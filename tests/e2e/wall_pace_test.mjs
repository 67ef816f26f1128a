// A session or token that asks too often is told to wait; others, pages and open streams are left alone.
// QUALITY: S-RATE
import assert from "node:assert/strict";
import http from "node:http";
import { after, before, test } from "node:test";
import { freePort, password, Server } from "../server.mjs";

const most = 60;
let server, admin, metricsPort;
before(async () => {
  metricsPort = await freePort();
  const env = { VOUCHSAFE_ADMIN_PASSWORD: password, VOUCHSAFE_REQUESTS_PER_MINUTE: String(most) };
  server = new Server({ sample: false, args: ["--metrics-listen", `127.0.0.1:${metricsPort}`], env });
  await server.start();
  admin = await server.login("admin@localhost", 0, password);
});
after(async () => {
  await server.stop();
  server.remove();
});

const ask = (headers) => server.send("GET", `/api/v1/w/${admin.workspace}/people`, undefined, headers);
const refusals = async () =>
  Number(
    /^vouchsafe_too_many_total\{kind="query"\} (\d+)/m.exec(
      await (await fetch(`http://127.0.0.1:${metricsPort}/metrics`)).text(),
    )?.[1] ?? 0,
  );

/** Asks until it is told to wait: how often it was answered, in how many seconds, and the refusal. */
async function empty(headers) {
  const begun = performance.now();
  for (let answered = 0; answered < most * 30; answered += 1) {
    const answer = await ask(headers);
    if (answer.status !== 200) return { answered, seconds: (performance.now() - begun) / 1000, refused: answer };
  }
  throw new Error("nothing was refused");
}

const streamOpens = (headers) =>
  new Promise((resolve, reject) => {
    const path = `/api/v1/w/${admin.workspace}/events/stream`;
    const request = http.get({ host: "127.0.0.1", port: server.port, path, headers }, (response) => {
      resolve(response.statusCode);
      request.destroy();
    });
    request.on("error", reject);
  });

test("a session that asks too often waits, with the time said, and nobody else does", async () => {
  const { token } = await admin.must("POST", "tokens", { name: "Sync", scopes: ["read"] });
  const before = await refusals();
  const { answered, seconds, refused } = await empty(admin.headers);
  const regained = (seconds * most) / 60 + 1;
  assert.ok(answered >= most - 5 && answered <= most + regained, `${answered} were answered in ${seconds} s`);
  assert.deepEqual([refused.status, refused.body.code], [429, "too_fast"]);
  const wait = Number(refused.headers["retry-after"]);
  assert.ok(wait >= 1 && wait <= 2, `wait ${wait} s`);
  assert.ok((await refusals()) > before, "no figure tells of it");

  assert.equal(await streamOpens(admin.headers), 200, "streams wait rather than ask");
  assert.notEqual((await server.send("GET", "/")).status, 429, "pages belong to nobody");
  const elsewhere = await server.login("admin@localhost", 0, password);
  assert.equal((await ask(elsewhere.headers)).status, 200, "another session has its own measure");

  const by = { Authorization: `Bearer ${token}` };
  const sync = await empty(by);
  assert.ok(sync.answered >= most - 5, "a token has its own measure");
  assert.equal(sync.refused.status, 429);
  assert.equal((await ask(elsewhere.headers)).status, 200);

  assert.equal((await server.send("DELETE", "/api/v1/session", undefined, admin.headers)).status, 204, "no way out");
});

test("after the time that was said it is answered again", async () => {
  const who = await server.login("admin@localhost", 0, password);
  const { refused } = await empty(who.headers);
  const until = performance.now() + Number(refused.headers["retry-after"]) * 1000;
  while (performance.now() < until) await new Promise((resolve) => setTimeout(resolve, 20));
  assert.equal((await ask(who.headers)).status, 200);
});
