// API tokens over the real server: their scopes, their end, and that nobody reads one twice.
// MISSION: INT-01, PRG-07, REC-06
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { Server } from "../server.mjs";

const server = new Server();
let admin, requester;
before(async () => {
  await server.start();
  [admin, requester] = await Promise.all(["administrator", "requester"].map((role) => server.login(role)));
});
after(async () => {
  await server.stop();
  server.remove();
});

const make = (scopes, more = {}) => admin.must("POST", "tokens", { name: "CRM sync", scopes, ...more });
const listed = async (id) => (await admin.must("GET", "tokens")).items.find((token) => token.id === id);
/** A call with the token and nothing else. */
const by = (token, method, path, body, workspace = admin.workspace) =>
  server.send(method, `/api/v1/w/${workspace}/${path}`, body, { Authorization: `Bearer ${token}` });

test("a token is shown once, and the list tells everything but the token", async () => {
  const made = await make(["read"]);
  assert.match(made.token, /^vs_[a-z2-9]{40}$/);
  const list = await admin.get("tokens");
  assert.ok(!list.text.includes(made.token));
  const row = list.body.items.find((token) => token.id === made.id);
  assert.deepEqual(
    { name: row.name, person: row.person, scopes: row.scopes, revoked: row.revoked, used: row.last_used_at ?? null },
    { name: "CRM sync", person: admin.me.person.id, scopes: ["read"], revoked: false, used: null },
  );
});

test("what scope read allows is reading", async () => {
  const { id, token } = await make(["read"]);
  assert.equal((await by(token, "GET", "accounts")).status, 200);
  const refused = await by(token, "POST", "accounts", { name: "Tokenless" });
  assert.equal(refused.status, 403);
  assert.equal(refused.body.code, "scope_missing");
  assert.ok((await listed(id)).last_used_at, "its use is not remembered");
});

test("what scope write allows is writing", async () => {
  const { token } = await make(["write"]);
  const made = await by(token, "POST", "accounts", { name: `Tokenful ${Math.random()}` });
  assert.equal(made.status, 201, made.text);
  assert.equal((await by(token, "GET", "accounts")).status, 403);
});

test("a token acts for the person who made it, in the trail too", async () => {
  const { token } = await make(["read", "write"]);
  const made = await by(token, "POST", "accounts", { name: `Acted ${Math.random()}` });
  const trail = await admin.must("GET", "audit?limit=20");
  const line = trail.items.find((item) => item.sequence === made.body.version);
  assert.match(line?.actor_name ?? "", /Ada Minster/, JSON.stringify(line));
});

test("a revoked token is dead at once", async () => {
  const { id, token } = await make(["read", "write"]);
  assert.equal((await by(token, "GET", "accounts")).status, 200);
  await admin.must("POST", `tokens/${id}/revoke`);
  assert.equal((await by(token, "GET", "accounts")).status, 401);
  assert.equal((await listed(id)).revoked, true);
});

test("a token knows one workspace; the others do not exist", async () => {
  const { token } = await make(["read"]);
  const other = admin.me.workspaces.at(-1).id;
  assert.notEqual(other, admin.workspace);
  const there = await by(token, "GET", "accounts", undefined, other);
  const nowhere = await by(token, "GET", "accounts", undefined, "nowhere");
  assert.equal(there.status, 404);
  assert.equal(there.text, nowhere.text);
});

test("what is no token is nobody", async () => {
  for (const wrong of ["", "vs_", `vs_${"a".repeat(40)}`, "x".repeat(5000)])
    assert.equal((await by(wrong, "GET", "accounts")).status, 401, wrong.slice(0, 20));
});

test("all that is wrong with a wish is told at once", async () => {
  const answer = await admin.post("tokens", { name: "", scopes: ["everything"], days: 4000 });
  assert.equal(answer.status, 422);
  assert.deepEqual(answer.body.reasons.map((r) => r.field).sort(), ["days", "name", "scopes"]);
});

test("only administrators make, see and revoke tokens", async () => {
  const { id } = await make(["read"]);
  assert.equal((await requester.get("tokens")).status, 403);
  assert.equal((await requester.post("tokens", { name: "x", scopes: ["read"] })).status, 403);
  assert.equal((await requester.post(`tokens/${id}/revoke`)).status, 403);
  assert.equal((await admin.post("tokens/tok_nobody/revoke")).status, 404);
});

test("tokens and their last use survive a restart", async () => {
  const { id, token } = await make(["read"]);
  await by(token, "GET", "accounts");
  await server.stop();
  await server.start();
  admin = await server.login("administrator");
  assert.ok((await listed(id)).last_used_at);
  assert.equal((await by(token, "GET", "accounts")).status, 200);
});
