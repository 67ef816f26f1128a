// Every route of openapi.json, called by a person of every single role: 403 exactly where tests/matrix.csv says no.
// MISSION: PRG-07, REC-06, INT-01
// QUALITY: S-MATRIX
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { Server } from "../server.mjs";
import { oneOfEachRole, roles, rolesThatMay, routesInWorkspaces } from "./single_roles.mjs";

const server = new Server();
let admin, people, routes;

before(async () => {
  await server.start();
  admin = await server.login("administrator");
  people = await oneOfEachRole(server, admin);
  routes = await routesInWorkspaces(server);
});
after(async () => {
  await server.stop();
  server.remove();
});

/** Reading asks for something that exists, acting for something that does not: nothing is to be changed here. */
const ids = new Map();
async function address({ method, path }) {
  if (!path.includes("{id}")) return path;
  const collection = path.split("/")[0];
  if (method === "GET" && !ids.has(collection)) {
    const list = await admin.get(`${collection}?limit=1`);
    ids.set(collection, list.body?.items?.[0]?.id ?? "none");
  }
  return path.replace("{id}", method === "GET" ? ids.get(collection) : "made_up");
}

test("every route is in the matrix", () => {
  const missing = routes.filter(({ operation }) => !rolesThatMay(operation));
  assert.deepEqual(missing, []);
});

test("each role is refused exactly where the matrix says no", async () => {
  assert.ok(routes.length > 100, `${routes.length} routes`);
  const wrong = [];
  for (const route of routes) {
    const path = await address(route);
    const may = rolesThatMay(route.operation) ?? [];
    const call = async (role) => {
      const { status } = await people[role].call(route.method, path, route.method === "POST" ? {} : undefined);
      const right = may.includes(role) ? status !== 403 && status !== 401 && status < 500 : status === 403;
      if (!right) wrong.push(`${route.method} ${path} by ${role}: ${status}`);
    };
    await Promise.all(roles.map(call));
  }
  assert.deepEqual(wrong, []);
});

test("without a session every route is closed, and a stranger's workspace has none", async () => {
  const wrong = [];
  const foreign = admin.me.workspaces.at(-1).id;
  for (const route of routes) {
    const path = await address(route);
    const body = route.method === "POST" ? {} : undefined;
    const nobody = await server.send(route.method, `/api/v1/w/${admin.workspace}/${path}`, body);
    if (nobody.status !== 401) wrong.push(`${route.method} ${path} by nobody: ${nobody.status}`);
    const { headers } = people.program_owner;
    const stranger = await server.send(route.method, `/api/v1/w/${foreign}/${path}`, body, headers);
    if (stranger.status !== 404) wrong.push(`${route.method} ${path} by a stranger: ${stranger.status}`);
  }
  assert.deepEqual(wrong, []);
});
