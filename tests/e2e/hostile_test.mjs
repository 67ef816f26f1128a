// Bad input, over the real server: refused with all reasons, in the words of the contract, nothing half applied.
// MISSION: INT-01, PRG-07, REQ-02, REQ-12, DIR-03
import assert from "node:assert/strict";
import net from "node:net";
import { after, before, test } from "node:test";
import { Server } from "../server.mjs";
import { recorded, recordedSince } from "./recorded.mjs";

const server = new Server();
let admin, requester, auditor;
before(async () => {
  await server.start();
  [admin, requester, auditor] = await Promise.all(
    ["administrator", "requester", "auditor"].map((r) => server.login(r)),
  );
});
after(async () => {
  await server.stop();
  server.remove();
});

/** The call is refused with this status, as problem details, and the ledger did not grow. */
async function refused(status, call, code) {
  const size = await recorded(admin);
  const answer = await call();
  assert.equal(answer.status, status, answer.text.slice(0, 500));
  assert.match(answer.headers["content-type"], /application\/problem\+json/);
  for (const field of ["type", "title", "status", "code", "reasons"]) assert.ok(field in answer.body, `no ${field}`);
  for (const reason of answer.body.reasons) assert.match(reason.message, /^[A-Z'‘“"].*[.!?]$/s, reason.message);
  if (code)
    assert.ok(
      answer.body.reasons.some((r) => r.code === code),
      `${code} not among ${answer.text}`,
    );
  assert.ok(!/\/work|\/home|\.cc|SELECT|sqlite/i.test(answer.text), "an answer tells how the house is built");
  assert.deepEqual(await recordedSince(admin, size), [], "a refused call left something behind");
  return answer.body;
}

const account = (more = {}) => ({ name: `Hostile ${Math.random()}`, ...more });

test("an unknown field is named", async () => {
  const body = await refused(422, () => admin.post("accounts", account({ colour: "red" })), "unknown_field");
  assert.equal(body.reasons[0].field, "colour");
});

test("all that is wrong is told at once", async () => {
  const body = await refused(422, () => admin.post("accounts", { name: 7, employees: "many", nonsense: 1 }));
  assert.ok(body.reasons.length >= 3, JSON.stringify(body.reasons));
});

test("over-long text is refused", () =>
  refused(422, () => admin.post("accounts", account({ name: "x".repeat(501) })), "too_long"));

test("invalid UTF-8 is refused", () =>
  refused(400, () =>
    admin.call(
      "POST",
      "accounts",
      Buffer.from([0x7b, 0x22, 0x6e, 0x61, 0x6d, 0x65, 0x22, 0x3a, 0x22, 0xff, 0xfe, 0x22, 0x7d]),
    ),
  ));

test("deep JSON is refused", () =>
  refused(400, () => admin.post("accounts", `${"[".repeat(2000)}${"]".repeat(2000)}`)));

test("what is no JSON is refused", () => refused(400, () => admin.post("accounts", "{'name': 'x'}")));

test("another content type is refused", () =>
  refused(415, () => admin.post("accounts", "<a/>", { "Content-Type": "application/xml" })));

test("a stale version is refused", async () => {
  const made = await admin.must("POST", "accounts", account());
  await admin.must(
    "POST",
    `accounts/${made.id}/revise`,
    { name: `${made.name} B` },
    { "If-Match": `"${made.version}"` },
  );
  await refused(412, () =>
    admin.post(`accounts/${made.id}/revise`, { name: "C" }, { "If-Match": `"${made.version}"` }),
  );
});

test("a repeated key gives the first answer, with another body a conflict", async () => {
  const key = { "Idempotency-Key": `k-${Math.random()}` };
  const body = account();
  const first = await admin.post("accounts", body, key);
  const again = await admin.post("accounts", body, key);
  assert.equal(again.headers["idempotent-replay"], "true");
  assert.equal(again.body.id, first.body.id);
  await refused(409, () => admin.post("accounts", account(), key));
});

test("the same key sent sixteen times at once takes effect once", async () => {
  const body = account();
  const key = { "Idempotency-Key": `k-${Math.random()}` };
  const answers = await Promise.all(Array.from({ length: 16 }, () => admin.post("accounts", body, key)));
  assert.equal(new Set(answers.map((a) => a.body.id)).size, 1);
  assert.equal((await admin.must("GET", `accounts?name=${encodeURIComponent(body.name)}`)).total, 1);
});

test("the auditor reads and changes nothing", async () => {
  assert.equal((await auditor.get("accounts")).status, 200);
  await refused(403, () => auditor.post("accounts", account()));
});

test("a requester cannot give themselves roles", async () => {
  const me = requester.me.person.id;
  await refused(403, () => requester.post(`people/${me}/assign_roles`, { roles: ["administrator"] }));
});

test("a foreign workspace does not exist", async () => {
  const empty = admin.me.workspaces.at(-1).id;
  assert.notEqual(empty, requester.workspace);
  for (const path of ["accounts", "requests", "checkpoint"]) {
    const there = await server.send("GET", `/api/v1/w/${empty}/${path}`, undefined, requester.headers);
    const nowhere = await server.send("GET", `/api/v1/w/nowhere/${path}`, undefined, requester.headers);
    assert.equal(there.status, 404);
    assert.equal(there.text, nowhere.text);
  }
});

test("items that do not exist are not found, in words", () => refused(404, () => admin.get("accounts/acc_nobody")));

test("nobody is in without signing in", async () => {
  for (const path of ["/api/v1/me", `/api/v1/w/${admin.workspace}/accounts`])
    assert.equal((await server.send("GET", path)).status, 401);
});

test("a wrong password says no more than that", async () => {
  const [known, unknown] = await Promise.all(
    ["auditor@sample.test", "nobody@sample.test"].map((email) =>
      server.send("POST", "/api/v1/session", { email, password: "wrong-password-1" }),
    ),
  );
  assert.equal(known.status, 401);
  assert.equal(known.text, unknown.text);
});

test("another site's request is refused", () =>
  refused(403, () =>
    admin.post("accounts", account(), { Origin: "https://evil.example", "Sec-Fetch-Site": "cross-site" }),
  ));

test("filters on fields that do not exist are refused", () =>
  refused(400, () => admin.get("accounts?colour=red")).catch(() =>
    refused(422, () => admin.get("accounts?colour=red")),
  ));

test("a huge body is refused before it is read", async () => {
  const size = await recorded(admin);
  const answer = await server
    .send("POST", `/api/v1/w/${admin.workspace}/accounts`, undefined, {
      ...admin.headers,
      "Content-Type": "application/json",
      "Content-Length": 4_000_000_000,
    })
    .catch((error) => error);
  if (answer.status) assert.equal(answer.status, 413);
  assert.deepEqual(await recordedSince(admin, size), []);
});

const csv =
  (text, kind = "accounts") =>
  () =>
    admin.post("imports", { kind, csv: text });

test("a CSV with broken quotes is refused or told row by row", async () => {
  const answer = await csv('name,industry\n"Broken,Tech\nFine,Tech\n')();
  if (answer.status < 300) assert.ok(answer.body.problems.length > 0, answer.text);
  else assert.equal(answer.status, 422);
});

test("a CSV of two hundred columns does no harm", async () => {
  const columns = Array.from({ length: 200 }, (_, i) => `c${i}`).join(",");
  const answer = await csv(`${columns}\n${columns}\n`)();
  assert.ok(
    answer.status === 422 || answer.body.problems.length > 0 || answer.body.columns.length === 200,
    answer.text,
  );
});

test("an empty CSV is refused", () => refused(422, csv("")));

test("lines that are no HTTP do not stop the server", async () => {
  for (const bytes of [
    "\0\0\0\0\r\n\r\n",
    "GET / HTTP/9.9\r\n\r\n",
    "POST /api/v1/session HTTP/1.1\r\nContent-Length: -1\r\n\r\n",
  ]) {
    await new Promise((resolve) => {
      const socket = net.connect(server.port, "127.0.0.1", () => socket.end(bytes));
      socket.on("error", resolve);
      socket.on("close", resolve);
      socket.setTimeout(3000, () => socket.destroy());
      socket.resume();
    });
  }
  assert.equal((await server.send("GET", "/healthz")).status, 200);
});
