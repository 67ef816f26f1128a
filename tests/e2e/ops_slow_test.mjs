// A thousand connections that are slow on purpose: in the header, in the body, in reading. Everybody else is served as
// before, memory stays, and the slow ones are let go of.
// MISSION: INT-06
// QUALITY: R-SLOW
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import http from "node:http";
import net from "node:net";
import { after, before, test } from "node:test";
import { Server, watched } from "../server.mjs";

const slowOnes = Number(process.env.VOUCHSAFE_SLOW ?? 1000);
const server = new Server({ sample: false, env: { VOUCHSAFE_ADMIN_PASSWORD: "correct-horse-battery-9" } });
let admin, heavy;
before(async () => {
  await server.start();
  admin = await server.login("admin@localhost", 0, "correct-horse-battery-9");
  await Promise.all(Array.from({ length: 40 }, (_, n) => admin.must("POST", "accounts", { name: `Account ${n}` })));
  const page = await server.send("GET", "/");
  const assets = [...page.text.matchAll(/(?:src|href)="(\/assets\/[^"]+)"/g)].map((match) => match[1]);
  const sizes = await Promise.all(assets.map(async (path) => (await server.send("GET", path)).text.length));
  heavy = assets[sizes.indexOf(Math.max(...sizes))] ?? "/api/v1/openapi.json";
});
after(async () => {
  await server.stop("SIGKILL");
  server.remove();
});

const status = () => readFileSync(`/proc/${server.process.pid}/status`, "utf8");
const memory = () => Number(status().match(/VmRSS:\s+(\d+)/)[1]) / 1024;
const p99 = (times) => times.sort((a, b) => a - b)[Math.floor(times.length * 0.99)];

/** Good clients for a while: the time of each answer in milliseconds. */
async function serveTheGood(milliseconds) {
  const agent = new http.Agent({ keepAlive: true, maxSockets: 8 });
  const times = [];
  const until = Date.now() + milliseconds;
  const path = `/api/v1/w/${admin.workspace}/accounts?limit=20`;
  const one = () =>
    new Promise((resolve, reject) => {
      const begun = performance.now();
      http
        .get({ host: "127.0.0.1", port: server.port, path, agent, headers: admin.headers }, (response) => {
          response.resume().on("end", () => {
            times.push(performance.now() - begun);
            resolve(response.statusCode);
          });
        })
        .on("error", reject);
    });
  const worker = async () => {
    while (Date.now() < until) {
      assert.equal(await one(), 200);
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  };
  await Promise.all(Array.from({ length: 8 }, worker));
  agent.destroy();
  return p99(times);
}

const manners = [
  // a header, a letter at a time
  (socket) => {
    socket.write("GET / HTTP/1.1\r\nHost: slow\r\nX-Slow: ");
    return setInterval(() => socket.write("a"), 2000);
  },
  // a body, a letter at a time
  (socket) => {
    socket.write(`POST /api/v1/session HTTP/1.1\r\nHost: slow\r\nContent-Length: 900\r\n\r\n{`);
    return setInterval(() => socket.write(" "), 2000);
  },
  // the largest file again and again, and never a look at it
  (socket) => {
    socket.pause();
    socket.write(`GET ${heavy} HTTP/1.1\r\nHost: slow\r\n\r\n`.repeat(50));
    return undefined;
  },
];

/** Resolves with how many milliseconds the server bore it. */
function slow(manner) {
  return new Promise((resolve) => {
    const socket = net.connect(server.port, "127.0.0.1");
    let begun, dripping;
    socket.on("connect", () => {
      begun = Date.now();
      dripping = manner(socket);
      // A paused socket does not hear the end; writing into it does.
      if (socket.isPaused()) dripping = setInterval(() => socket.write("G"), 500);
    });
    const over = () => {
      clearInterval(dripping);
      socket.destroy();
      resolve(Date.now() - begun);
    };
    socket.on("error", over).on("close", over).on("end", over);
    if (!manner.reads) socket.on("data", () => {});
  });
}

test(`${slowOnes} slow connections hurt nobody and are closed within 15 seconds`, { timeout: 60_000 }, async () => {
  await serveTheGood(1000); // warm
  const before = memory();
  const baseline = await serveTheGood(4000);
  const endured = Promise.all(Array.from({ length: slowOnes }, (_, n) => slow(manners[n % manners.length])));
  let most = 0;
  const watching = setInterval(() => (most = Math.max(most, memory())), 250);
  const under = await serveTheGood(9000);
  const times = await endured;
  clearInterval(watching);
  const longest = Math.max(...times);
  const growth = most - before;
  console.log(
    `# p99 ${baseline.toFixed(1)} ms alone, ${under.toFixed(1)} ms beside ${slowOnes} slow ones; ` +
      `memory +${growth.toFixed(1)} MiB; the last was closed after ${(longest / 1000).toFixed(1)} s`,
  );
  assert.ok(under <= Math.max(3 * baseline, 5), `p99 ${under} ms, alone ${baseline} ms`);
  assert.ok(under < 250);
  assert.ok(watched || growth <= 64, `${growth} MiB`);
  assert.ok(longest <= 15_000, `${longest} ms`);
  assert.ok(Math.min(...times) >= 5_000, "slow is not the same as wrong");
});

test("who takes their time within reason is served", async () => {
  const socket = net.connect(server.port, "127.0.0.1");
  let answer = "";
  socket.on("data", (bytes) => (answer += bytes));
  const closed = new Promise((resolve) => socket.on("close", resolve));
  for (const part of ["GET /heal", "thz HTTP/1.1\r\nHo", "st: x\r\nConnection: close\r", "\n\r\n"]) {
    socket.write(part);
    await new Promise((resolve) => setTimeout(resolve, 300));
  }
  await closed;
  assert.match(answer, /^HTTP\/1\.1 200 /);
});
