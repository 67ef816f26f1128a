// Saved views over the real server: one's own, kept over a restart, and nobody else's business.
// MISSION: REQ-08, REC-06
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { Server } from "../server.mjs";
import { recorded, recordedSince } from "./recorded.mjs";

const server = new Server();
let owner, requester, auditor;
before(async () => {
  await server.start();
  [owner, requester, auditor] = await Promise.all(
    ["program_owner", "requester", "auditor"].map((role) => server.login(role)),
  );
});
after(async () => {
  await server.stop();
  server.remove();
});

const late = { screen: "requests", name: "Late calls", query: "status=open&use_type=reference_call" };
const names = async (person, screen = "requests") =>
  (await person.must("GET", `saved_views?screen=${screen}`)).items.map((view) => view.name);

test("a view is kept, found by its screen, renamed and removed", async () => {
  const size = await recorded(owner);
  const saved = await owner.post("saved_views", late);
  assert.equal(saved.status, 201, saved.text);
  assert.deepEqual({ ...saved.body, id: "" }, { id: "", ...late, position: 1 });
  assert.deepEqual(await names(owner), ["Late calls"]);
  assert.deepEqual(await names(owner, "inbox"), []);
  await owner.must("POST", `saved_views/${saved.body.id}/rename`, { name: "Late ones" });
  assert.deepEqual(await names(owner), ["Late ones"]);
  await owner.must("POST", `saved_views/${saved.body.id}/remove`);
  assert.deepEqual(await names(owner), []);
  assert.deepEqual(await recordedSince(owner, size), [], "a view is no fact of the program");
});

test("others neither see nor touch it, and the auditor has views too", async () => {
  const { id } = await owner.must("POST", "saved_views", late);
  assert.deepEqual(await names(requester), []);
  assert.equal((await requester.post(`saved_views/${id}/rename`, { name: "Mine" })).status, 404);
  assert.equal((await requester.post(`saved_views/${id}/remove`)).status, 404);
  assert.equal((await auditor.post("saved_views", late)).status, 201);
  assert.deepEqual(await names(owner), ["Late calls"]);
});

test("bad wishes are refused with all reasons", async () => {
  const answer = await requester.post("saved_views", { screen: "../x", name: "", query: "q".repeat(2001) });
  assert.equal(answer.status, 422);
  assert.deepEqual(answer.body.reasons.map((reason) => reason.field).sort(), ["name", "query", "screen"]);
  const unknown = await requester.post("saved_views", { ...late, colour: "red" });
  assert.equal(unknown.body.reasons[0].code, "unknown_field");
});

test("fifty are the most", async () => {
  for (let i = 0; i < 50; ++i) await requester.must("POST", "saved_views", { ...late, name: `View ${i}` });
  const more = await requester.post("saved_views", { ...late, name: "One more" });
  assert.equal(more.status, 422);
  assert.equal(more.body.reasons[0].code, "view.too_many");
});

test("views survive a restart", async () => {
  await server.stop();
  await server.start();
  owner = await server.login("program_owner");
  assert.deepEqual(await names(owner), ["Late calls"]);
});
