// Whose things, and by whom: every route that takes an id, with ids of another workspace and with ids that nobody ever
// gave, must not tell them apart; and who is no member, or no more, gets nowhere. Routes come from openapi.json.
// MISSION: PRG-07, REC-06, INT-01
// QUALITY: S-MATRIX
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { Server } from "../server.mjs";
import { ask, customer, linkOf, Visitor } from "./customer.mjs";
import { day } from "./program.mjs";
import { recorded, recordedSince } from "./recorded.mjs";
import { oneOfEachRole, roles, rolesThatMay, routesInWorkspaces } from "./single_roles.mjs";

const server = new Server();
let admin, people, routes, schemas, there, theirs;

/** Somebody with all roles in the other workspace fills it. */
async function fillTheOther() {
  const foreign = await server.login("administrator", -1);
  const email = "everything@other.test";
  const { id } = await foreign.must("POST", "people", { name: "Other Everything", email, roles });
  const { password } = await foreign.must("POST", `people/${id}/reset_password`);
  const owner = await server.login(email, 0, password);
  await foreign.must("POST", "setup/defaults");
  const contact = await customer(owner);
  await ask(owner, contact);
  const deal = await owner.must("POST", "deals", {
    name: "Theirs", account: contact.account, prospect_name: "Theirs too", stage: "Negotiating",
  });
  await owner.must("POST", "advocates", {
    contact: contact.id, time_zone: "Europe/Oslo", max_per_quarter: 2, use_types: ["reference_call"],
  });
  await owner.must("POST", "requests", {
    deal: deal.id, purpose: "Win the deal", use_case: "How they rolled it out in four sites, and how the support was.",
    use_type: "reference_call", channel: "sales", deadline: day(60), topic: "rollout",
  });
  await owner.must("POST", "products", { name: "Their product" });
  await owner.must("POST", "sellers", { name: "Their seller" });
  await owner.must("POST", "tokens", { name: "Theirs", scopes: ["read"] });
  await owner.must("POST", "saved_views", { screen: "requests", name: "Theirs", query: "stage=asked" });
  await owner.must("POST", "imports", { kind: "accounts", csv: "name\nTheirs\n" });
  return owner;
}

before(async () => {
  await server.start();
  admin = await server.login("administrator");
  people = await oneOfEachRole(server, admin);
  const all = await routesInWorkspaces(server);
  routes = all.filter(({ operation }) => rolesThatMay(operation).length); // the others are for customers alone
  const { body } = await server.send("GET", "/api/v1/openapi.json");
  const bodyOf = ({ method, path }) =>
    body.paths[`/api/v1/w/{workspace}/${path}`]?.[method.toLowerCase()].requestBody?.content["application/json"]
      ?.schema;
  schemas = new Map(routes.map((route) => [route.operation, bodyOf(route)]));
  there = await fillTheOther();
  theirs = new Map();
  for (const { method, path } of routes) {
    const answer = method === "GET" && !path.includes("{") ? await there.get(path) : null;
    const ids = (answer?.body?.items ?? []).map((item) => item.id ?? "");
    // Colleagues may be in both, and what is the same in all goes by a name.
    const id = ids.find((each) => /^[a-z]{3}_[a-z0-9]{20,}$/.test(each) && each !== admin.me.person.id);
    if (id) theirs.set(path, id);
  }
});
after(async () => {
  await server.stop();
  server.remove();
});

/** A body as the schema wants it, with this for every text that is free. */
function filled(schema, text) {
  if (!schema) return undefined;
  if (schema.enum) return schema.enum[0];
  if (schema.type === "array") return [filled(schema.items, text)];
  if (schema.type === "integer" || schema.type === "number") return 1;
  if (schema.type === "boolean") return true;
  if (schema.format === "date") return day(30);
  if (schema.format === "date-time") return `${day(30)}T09:00:00Z`;
  if (schema.type !== "object") return text;
  const properties = Object.entries(schema.properties ?? {});
  return Object.fromEntries(properties.map(([name, each]) => [name, filled(each, text)]));
}
/** An id that looks the same and was never given. */
function madeUp(id) {
  const one = (among) => among[Math.floor(Math.random() * among.length)];
  return id.slice(0, 4) + id.slice(4).replace(/[a-z]/g, () => one("bcdfgh")).replace(/[0-9]/g, () => one("2345"));
}

test("ids of another workspace are as unknown as ids that nobody gave, in addresses and in bodies", async () => {
  assert.ok(theirs.size >= 10, `only ${[...theirs.keys()]} of the other workspace have something`);
  const before = await recorded(there);
  const beside = async () => Promise.all(["tokens", "saved_views"].map(async (each) => (await there.get(each)).text));
  const besideBefore = await beside(); // what is no event
  const [wrong, seen] = [[], { called: 0, missed: 0 }];
  const compare = async (role, route, foreign) => {
    const [known, unknown] = await Promise.all(
      [foreign, madeUp(foreign)].map(async (id) => {
        const body = route.method === "GET" ? undefined : filled(schemas.get(route.operation), id);
        const answer = await people[role].call(route.method, route.path.replace("{id}", id), body);
        return { status: answer.status, text: answer.text.replaceAll(id, "ID") };
      }),
    );
    seen.called += 1;
    if (known.status === 404) seen.missed += 1;
    const told = known.status !== unknown.status || (known.status >= 300 && known.text !== unknown.text);
    const found = route.path.includes("{id}") && known.status < 300;
    if (told || found) wrong.push(`${route.operation} by ${role}: ${known.status} ${known.text}, not ${unknown.text}`);
  };
  for (const route of routes.filter(({ path }) => path.includes("{id}"))) {
    const id = theirs.get(route.path.split("/")[0]) ?? theirs.get("accounts");
    await Promise.all(rolesThatMay(route.operation).map((role) => compare(role, route, id)));
  }
  for (const route of routes.filter(({ method, path }) => method === "POST" && !path.includes("{id}")))
    for (const id of theirs.values()) await compare(rolesThatMay(route.operation)[0], route, id);
  assert.deepEqual(wrong, []);
  assert.ok(seen.missed > 500, JSON.stringify(seen));
  assert.deepEqual(await recordedSince(there, before), []);
  assert.deepEqual(await beside(), besideBefore);
  console.log(`# ${seen.called} pairs of calls, ${seen.missed} of them for what is not there`);
});

/** Everything that is not refused as it must be; `right` looks at an answer. */
async function wrongOnes(headers, right) {
  const wrong = [];
  for (const route of routes) {
    const path = route.path.replace("{id}", "made_up");
    const body = route.method === "POST" ? {} : undefined;
    const answer = await server.send(route.method, `/api/v1/w/${admin.workspace}/${path}`, body, headers);
    if (!right(answer, route)) wrong.push(`${route.operation}: ${answer.status} ${answer.text.slice(0, 200)}`);
  }
  return wrong;
}
/** Nobody is signed in, or, until a session has ended everywhere, a stranger. */
const out = ({ status, body }) => status === 401 || (status === 404 && body.detail === "There is no such workspace.");

test("a colleague who was let go of gets nowhere, by session or token", async () => {
  const email = "gone@roles.test";
  const { id } = await admin.must("POST", "people", { name: "Gone", email, roles });
  const { password } = await admin.must("POST", `people/${id}/reset_password`);
  const gone = await server.login(email, 0, password);
  const { token } = await gone.must("POST", "tokens", { name: "Left behind", scopes: ["read", "write"] });
  assert.equal((await gone.get("accounts")).status, 200);
  await admin.must("POST", `people/${id}/deactivate`);
  assert.deepEqual(await wrongOnes(gone.headers, out), []);
  assert.deepEqual(await wrongOnes({ Authorization: `Bearer ${token}` }, out), []);
});

test("a customer's link opens no route of colleagues", async () => {
  const asked = await ask(people.program_owner, await customer(people.program_owner));
  const visitor = new Visitor(server);
  await visitor.open(await linkOf(people.program_owner, asked.id));
  assert.match(visitor.cookie, /=/);
  assert.deepEqual(await wrongOnes({ Cookie: visitor.cookie }, out), []);
});

test("a token does what its scope says, on every route", async () => {
  const maker = people.administrator;
  for (const scope of ["read", "write"]) {
    const { token } = await maker.must("POST", "tokens", { name: `Only ${scope}`, scopes: [scope] });
    const right = ({ status, body }, { method, operation }) => {
      if ((method === "GET") !== (scope === "read")) return status === 403 && body.code === "scope_missing";
      return rolesThatMay(operation).includes("administrator") ? ![401, 403].includes(status) : status === 403;
    };
    assert.deepEqual(await wrongOnes({ Authorization: `Bearer ${token}` }, right), []);
  }
});

test("a field that a command does not have is refused by name, on every route", async () => {
  const before = await recorded(admin);
  const wrong = [];
  for (const { method, path, operation } of routes) {
    if (method !== "POST" || operation === "files_create") continue;
    const [role] = rolesThatMay(operation);
    const list = path.includes("{id}") ? await admin.get(`${path.split("/")[0]}?limit=1`) : null;
    const id = list?.body?.items?.[0]?.id ?? "made_up";
    const { status, body } = await people[role].post(path.replace("{id}", id), { made_up_field: 1 });
    const named = body.reasons?.some((reason) => reason.code === "unknown_field" && reason.field === "made_up_field");
    if (status !== 422 || !named) wrong.push(`${operation} by ${role}: ${status} ${JSON.stringify(body).slice(0, 99)}`);
  }
  assert.deepEqual(wrong, []);
  assert.deepEqual(await recordedSince(admin, before), []);
});
