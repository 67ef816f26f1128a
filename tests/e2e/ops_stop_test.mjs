// Ending well: what is under way is answered, streams end, nobody is cut off in the middle of an answer, and nothing
// that was acknowledged is lost. A second signal does not wait.
// MISSION: INT-06
import assert from "node:assert/strict";
import http from "node:http";
import net from "node:net";
import { after, before, test } from "node:test";
import { password, Server } from "../server.mjs";

const server = new Server({ sample: false, env: { VOUCHSAFE_ADMIN_PASSWORD: password } });
let admin;
before(async () => {
  await server.start();
  admin = await server.login("admin@localhost");
});
after(async () => {
  await server.stop("SIGKILL");
  server.remove();
});

/** One POST on an agent of its own; tells how far it came: `answered`, `refused`, or `cut` in the middle. */
function command(agent, name) {
  const body = JSON.stringify({ name });
  const headers = {
    ...admin.headers,
    Origin: server.url,
    "Content-Type": "application/json",
    "Content-Length": Buffer.byteLength(body),
    "Idempotency-Key": name,
  };
  const options = { host: "127.0.0.1", port: server.port, path: `/api/v1/w/${admin.workspace}/accounts` };
  return new Promise((resolve) => {
    const request = http.request({ ...options, method: "POST", agent, headers }, (response) => {
      const parts = [];
      const id = () => JSON.parse(Buffer.concat(parts)).id;
      response.on("data", (part) => parts.push(part));
      const status = response.statusCode;
      response.on("end", () => resolve({ how: response.complete ? "answered" : "cut", status, id }));
      response.on("error", () => resolve({ how: "cut" }));
    });
    request.on("error", (error) => resolve({ how: "refused", code: error.code }));
    request.end(body);
  });
}

/** Many connections that create accounts one after another until nobody answers. */
async function load(connections, state) {
  const worker = async (n) => {
    const agent = new http.Agent({ keepAlive: true, maxSockets: 1 });
    for (let i = 0; ; i++) {
      const result = await command(agent, `Stop ${n} ${i} ${state.salt}`);
      if (result.how === "answered" && result.status === 201) state.acknowledged.push(result.id());
      if (result.how === "cut") state.cut++;
      if (result.how === "refused") break;
      state.enough?.();
    }
    agent.destroy();
  };
  await Promise.all(Array.from({ length: connections }, (_, n) => worker(n)));
}

test("under load a stop answers what is under way and loses nothing", async () => {
  for (let round = 0; round < 3; round++) {
    const state = { acknowledged: [], cut: 0, salt: Math.random() };
    const busy = new Promise((resolve) => {
      state.enough = () => state.acknowledged.length > 100 && resolve();
    });
    const loading = load(16, state);
    await busy;
    server.process.kill("SIGTERM");
    const how = await server.exited;
    await loading;
    assert.deepEqual(how, { code: 0, signal: null }, server.output.slice(-2000));
    assert.doesNotMatch(server.log, /"drained_in_part"/);
    assert.equal(state.cut, 0, "an answer was cut off");
    await server.start();
    for (const id of state.acknowledged) assert.equal((await admin.get(`accounts/${id}`)).status, 200, `${id} is lost`);
    assert.ok(state.acknowledged.length > 100);
  }
});

/** An open event stream: `{ended: Promise<"end" | "error">}` once its head is there. */
function listen() {
  const path = `/api/v1/w/${admin.workspace}/events/stream`;
  return new Promise((resolve, reject) => {
    const request = http.get({ host: "127.0.0.1", port: server.port, path, headers: admin.headers }, (response) => {
      const ended = new Promise((done) => {
        response.on("end", () => done("end")).on("error", () => done("error"));
      });
      response.resume();
      resolve({ status: response.statusCode, ended });
    });
    request.on("error", reject);
  });
}

test("streams end in order, a slow upload is still taken, new connections are not", async () => {
  const stream = await listen();
  assert.equal(stream.status, 200);
  const body = JSON.stringify({ name: `Slow ${Math.random()}` });
  const slow = net.connect(server.port, "127.0.0.1");
  let answer = "";
  slow.on("data", (bytes) => (answer += bytes));
  const closed = new Promise((resolve) => slow.on("close", resolve));
  const head = `POST /api/v1/w/${admin.workspace}/accounts HTTP/1.1\r\nHost: 127.0.0.1:${server.port}\r\n`;
  const rest = `Origin: ${server.url}\r\nCookie: ${admin.headers.Cookie}\r\nContent-Type: application/json\r\n`;
  slow.write(`${head}${rest}Content-Length: ${body.length}\r\n\r\n${body.slice(0, 5)}`);
  await server.send("GET", "/healthz"); // by now the other one is being read
  server.process.kill("SIGTERM");
  assert.equal(await stream.ended, "end");
  await new Promise((resolve) => {
    const knock = () => {
      const probe = net.connect(server.port, "127.0.0.1");
      probe.on("error", resolve);
      probe.on("connect", () => probe.destroy() && setTimeout(knock, 20));
    };
    knock();
  });
  slow.write(body.slice(5));
  await closed;
  assert.match(answer, /^HTTP\/1\.1 201 /, answer);
  assert.match(answer, /Connection: close/i);
  assert.deepEqual(await server.exited, { code: 0, signal: null });
  await server.start();
});

test("a second signal ends at once", async () => {
  const stuck = net.connect(server.port, "127.0.0.1");
  stuck.on("error", () => {});
  stuck.write(`POST /api/v1/session HTTP/1.1\r\nHost: x\r\nContent-Length: 50\r\n\r\n{`);
  await server.send("GET", "/healthz");
  server.process.kill("SIGTERM");
  await new Promise((resolve) => {
    const hear = (bytes) => /"draining"/.test(bytes) && resolve();
    server.process.stderr.on("data", hear);
    if (/"draining"/.test(server.log)) resolve();
  });
  const begun = Date.now();
  server.process.kill("SIGTERM");
  assert.equal((await server.exited).code, 128 + 15);
  assert.ok(Date.now() - begun < 1_000);
  stuck.destroy();
  await server.start();
});

test("whoever never finishes is left behind when the time is over", async () => {
  server.args = ["--shutdown-seconds", "1"];
  await server.stop();
  await server.start();
  const stuck = net.connect(server.port, "127.0.0.1");
  stuck.on("error", () => {});
  stuck.write(`POST /api/v1/session HTTP/1.1\r\nHost: x\r\nContent-Length: 50\r\n\r\n{`);
  await server.send("GET", "/healthz");
  const begun = Date.now();
  server.process.kill("SIGTERM");
  assert.deepEqual(await server.exited, { code: 0, signal: null });
  assert.ok(Date.now() - begun < 4_000, `${Date.now() - begun} ms`);
  assert.match(server.log, /"drained_in_part"/);
  await server.start();
});

test("whoever still waits for a password to be checked by then is not checked any more", async () => {
  const agent = new http.Agent({ keepAlive: true });
  const body = JSON.stringify({ email: "admin@localhost", password });
  const headers = { Origin: server.url, "Content-Type": "application/json", "Content-Length": body.length };
  const where = { host: "127.0.0.1", port: server.port, path: "/api/v1/session", method: "POST", agent, headers };
  const signIn = () =>
    new Promise((resolve) => {
      const request = http.request(where, (response) => {
        response.resume().on("end", () => resolve(response.statusCode));
        response.on("error", () => resolve("cut"));
      });
      request.on("error", () => resolve("cut"));
      request.end(body);
    });
  const all = Array.from({ length: 200 }, signIn); // half a minute of hashing
  assert.equal(await Promise.race(all), 200);
  const begun = Date.now();
  server.process.kill("SIGTERM");
  assert.deepEqual(await server.exited, { code: 0, signal: null }, server.log);
  assert.ok(Date.now() - begun < 4_000, `${Date.now() - begun} ms`);
  const answers = await Promise.all(all);
  assert.ok(answers.includes("cut"), "there was nobody left behind");
  agent.destroy();
  await server.start();
});
