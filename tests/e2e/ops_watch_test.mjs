// What watches over the program: health, readiness, figures; and what the process gave up.
// MISSION: INT-06
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { freePort, password, Server } from "../server.mjs";

const token = "a-token-for-prometheus";
let server, admin, metricsPort;
before(async () => {
  metricsPort = await freePort();
  const env = { VOUCHSAFE_METRICS_TOKEN: token, VOUCHSAFE_ADMIN_PASSWORD: password };
  server = new Server({ sample: false, args: ["--metrics-listen", `127.0.0.1:${metricsPort}`], env });
  await server.start();
  admin = await server.login("admin@localhost", 0, password);
});
after(async () => {
  await server.stop();
  server.remove();
});

const scrape = (headers = { Authorization: `Bearer ${token}` }, path = "/metrics") =>
  fetch(`http://127.0.0.1:${metricsPort}${path}`, { headers });

// The reader of the format that Prometheus' own people wrote for Python.
const reader = `
import json, sys
from prometheus_client.parser import text_string_to_metric_families as families
print(json.dumps([[s.name, s.labels, s.value] for f in families(sys.stdin.read()) for s in f.samples]))
`;

/** `(name, labels) → value` of the first sample that has all these labels; NaN when there is none. */
async function figures() {
  const answer = await scrape();
  assert.equal(answer.status, 200);
  assert.match(answer.headers.get("content-type"), /^text\/plain; version=0\.0\.4/);
  const samples = JSON.parse(execFileSync("/usr/bin/python3", ["-c", reader], { input: await answer.text() }));
  return (name, labels = {}) =>
    (samples.find(
      ([named, has]) => named === name && Object.entries(labels).every(([label, text]) => has[label] === text),
    ) ?? [0, 0, NaN])[2];
}

test("alive and ready are told to anybody, in JSON, without a word about what is inside", async () => {
  const alive = await server.send("GET", "/healthz");
  assert.equal(alive.status, 200);
  assert.deepEqual(alive.body, { status: "alive" });
  const ready = await server.send("GET", "/readyz");
  assert.equal(ready.status, 200, ready.text);
  assert.deepEqual(ready.body, {
    status: "ready",
    checks: { ledger: "ok", writer: "ok", disk: "ok", letters: "ok" },
  });
  assert.equal(ready.headers["set-cookie"], undefined);
});

test("too little free space makes it unready", async () => {
  const cramped = new Server({ sample: false, args: ["--disk-reserve-mb", "1000000"] });
  await cramped.start();
  const ready = await cramped.send("GET", "/readyz");
  assert.equal(ready.status, 503);
  assert.equal(ready.body.status, "unready");
  assert.equal(ready.body.checks.disk, "below_reserve");
  assert.equal((await cramped.send("GET", "/healthz")).status, 200);
  await cramped.stop();
  cramped.remove();
});

test("figures follow what was done", async () => {
  const earlier = await figures();
  const made = await admin.must("POST", "accounts", { name: `Counted ${Math.random()}` }, { "Idempotency-Key": "k-1" });
  await admin.post("accounts", { name: 7 });
  await admin.post("accounts", { name: "Other" }, { "Idempotency-Key": "k-1" });
  await admin.get(`accounts/${made.id}`);
  const later = await figures();
  const grew = (name, labels) => later(name, labels) - (earlier(name, labels) || 0);
  assert.equal(grew("vouchsafe_commands_total", { outcome: "done" }), 1);
  assert.equal(grew("vouchsafe_commands_total", { outcome: "refused" }), 2);
  assert.ok(grew("vouchsafe_events_total") >= 1);
  assert.equal(grew("vouchsafe_ledger_events"), grew("vouchsafe_events_total"));
  assert.ok(grew("vouchsafe_commit_seconds_count") >= 1);
  assert.ok(later("vouchsafe_commit_seconds_bucket", { le: "+Inf" }) === later("vouchsafe_commit_seconds_count"));
  assert.ok(grew("vouchsafe_batch_commands_sum") === 3);
  const commands = (status) => grew("vouchsafe_http_request_seconds_count", { kind: "command", status });
  assert.equal(commands("2xx"), 1);
  assert.equal(commands("4xx"), 2);
  assert.equal(later("vouchsafe_queue_commands"), 0);
  assert.ok(later("vouchsafe_sessions") >= 1);
  assert.ok(later("vouchsafe_http_connections") >= 1);
  assert.ok(later("vouchsafe_disk_free_bytes") > 0);
  assert.ok(later("vouchsafe_letters", { status: "waiting" }) >= 0);
  assert.ok(Math.abs(later("process_resident_memory_bytes") - rss()) < 64 * 2 ** 20);
  assert.equal(later("vouchsafe_build_info"), 1);
  assert.ok(Math.abs(later("vouchsafe_last_commit_timestamp_seconds") - Date.now() / 1000) < 60);
});

test("an open stream is counted", async () => {
  const stream = await fetch(`${server.url}/api/v1/w/${admin.workspace}/events/stream`, { headers: admin.headers });
  assert.equal(stream.status, 200);
  const reading = stream.body.getReader();
  await reading.read();
  assert.equal((await figures())("vouchsafe_streams"), 1);
  await reading.cancel();
});

test("figures are for whoever knows the token, at their own address only", async () => {
  assert.equal((await scrape({})).status, 401);
  assert.equal((await scrape({ Authorization: "Bearer a-token-for-prometheuS" })).status, 401);
  assert.equal((await scrape(undefined, "/api/v1/me")).status, 404);
  const outside = await server.send("GET", "/metrics", undefined, { Authorization: `Bearer ${token}` });
  assert.doesNotMatch(outside.text, /vouchsafe_/);
});

const status = () => readFileSync(`/proc/${server.process.pid}/status`, "utf8");
const rss = () => Number(status().match(/^VmRSS:\s+(\d+) kB$/m)[1]) * 1024;

test("every thread of the process gave up what it never needs", () => {
  assert.match(status(), /^NoNewPrivs:\s+1$/m);
  assert.match(status(), /^Seccomp:\s+2$/m);
  assert.match(readFileSync(`/proc/${server.process.pid}/limits`, "utf8"), /^Max core file size\s+0\s+0/m);
});
