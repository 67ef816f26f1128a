// Live updates: what changed is told to those who may hear it, and to nobody whose session is over.
// MISSION: INT-02, REC-06, PRG-07
import assert from "node:assert/strict";
import http from "node:http";
import { after, before, test } from "node:test";
import { Server } from "../server.mjs";

const server = new Server();
let admin;
before(async () => {
  await server.start();
  admin = await server.login("administrator");
});
after(async () => {
  await server.stop();
  server.remove();
});

/** Opens the stream: `{heard: [data…], ended: Promise, close()}` once its head is there. */
function listen(headers, workspace = admin.workspace) {
  return new Promise((resolve, reject) => {
    const path = `/api/v1/w/${workspace}/events/stream`;
    const request = http.request({ host: "127.0.0.1", port: server.port, path, headers, agent: false }, (response) => {
      const heard = [];
      let text = "";
      const ended = new Promise((end) => response.on("close", () => end(true)));
      response.on("error", () => {});
      response.on("data", (bytes) => {
        text += bytes;
        for (let cut; (cut = text.indexOf("\n\n")) >= 0; text = text.slice(cut + 2)) {
          const data = /^data: (.*)$/m.exec(text.slice(0, cut));
          if (data) heard.push(JSON.parse(data[1]));
        }
        resolve({ status: response.statusCode, heard, ended, close: () => request.destroy() });
      });
    });
    request.on("error", reject);
    request.end();
  });
}

const within = (promise, ms, what) =>
  Promise.race([promise, new Promise((_, no) => setTimeout(() => no(new Error(`not within ${ms} ms: ${what}`)), ms))]);

async function until(condition, what, ms = 3000) {
  for (const end = Date.now() + ms; !condition(); ) {
    if (Date.now() > end) throw new Error(`not within ${ms} ms: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

const account = () => admin.must("POST", "accounts", { name: `Live ${Math.random()}` });

/** A colleague with a login of their own, signed in. */
async function colleague(roles = ["requester"]) {
  const email = `live-${Math.random().toString(36).slice(2)}@sample.test`;
  const person = await admin.must("POST", "people", { name: "Liv Streamer", email, roles });
  const { password } = await admin.must("POST", `people/${person.id}/reset_password`);
  return { id: person.id, login: await server.login(email, 0, password) };
}

test("a change is announced with collection, item and sequence", async () => {
  const stream = await listen(admin.headers);
  const made = await account();
  await until(() => stream.heard.some((each) => each.id === made.id), "the new account");
  const told = stream.heard.find((each) => each.id === made.id);
  assert.deepEqual(told, { collection: "accounts", id: made.id, sequence: made.version });
  stream.close();
});

test("signing out ends the streams of that session and of no other", async () => {
  const [mine, other] = [await server.login("administrator"), await server.login("administrator")];
  const [first, second] = [await listen(mine.headers), await listen(other.headers)];
  await server.send("DELETE", "/api/v1/session", undefined, mine.headers);
  await within(first.ended, 1000, "the end of the stream");
  const made = await account();
  await until(() => second.heard.some((each) => each.id === made.id), "news of the other session");
  assert.ok(!first.heard.some((each) => each.id === made.id));
  second.close();
});

test("deactivating a person ends their streams and their session at once", async () => {
  const { id, login } = await colleague();
  const stream = await listen(login.headers);
  await admin.must("POST", `people/${id}/deactivate`);
  await within(stream.ended, 1000, "the end of the stream");
  assert.equal((await server.send("GET", "/api/v1/me", undefined, login.headers)).status, 401);
});

test("a new password ends their streams", async () => {
  const { id, login } = await colleague();
  const stream = await listen(login.headers);
  await admin.must("POST", `people/${id}/reset_password`);
  await within(stream.ended, 2000, "the end of the stream");
});

test("revoking a token ends its streams", async () => {
  const { id, token } = await admin.must("POST", "tokens", { name: "Listener", scopes: ["read"] });
  const stream = await listen({ Authorization: `Bearer ${token}` });
  await admin.must("POST", `tokens/${id}/revoke`);
  await within(stream.ended, 1000, "the end of the stream");
});

test("another workspace's changes are not heard", async () => {
  const there = await server.login("administrator", -1);
  assert.notEqual(there.workspace, admin.workspace);
  const stream = await listen(there.headers, there.workspace);
  await account();
  const own = await there.must("POST", "accounts", { name: "Heard" });
  await until(() => stream.heard.some((each) => each.id === own.id), "its own change");
  assert.equal(stream.heard.length, 1);
  stream.close();
});

test("nobody listens without signing in, or to a foreign workspace", async () => {
  const { login } = await colleague();
  const foreign = admin.me.workspaces.at(-1).id;
  const path = (workspace) => `/api/v1/w/${workspace}/events/stream`;
  assert.equal((await server.send("GET", path(admin.workspace))).status, 401);
  assert.equal((await server.send("GET", path(foreign), undefined, login.headers)).status, 404);
});
