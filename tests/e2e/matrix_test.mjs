// Every route of openapi.json, called by a person of every single role: 403 exactly where tests/matrix.csv says no.
// MISSION: PRG-07, REC-06, INT-01
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { Server } from "../server.mjs";

const server = new Server();
const people = {};
let admin, routes;

const [head, ...lines] = readFileSync(new URL("../matrix.csv", import.meta.url), "utf8")
  .trimEnd()
  .split("\n")
  .map((line) => line.split(",").map((cell) => cell.trim()));
/** Customers come through the portal, not by a login. */
const roles = head.slice(1).filter((role) => role !== "customer");
const allowed = new Map(
  lines.map(([name, ...cells]) => [name, roles.filter((role) => cells[head.indexOf(role) - 1] === "x")]),
);

/** Routes of the house ask the table under another name than their operation's. */
const house = {
  tokens_list: "tokens.create",
  mail_delivery_item: "mails.list",
  tokens_revoke: "tokens.create",
  saved_views_list: "saved_views.create",
  saved_views_rename: "saved_views.create",
  saved_views_remove: "saved_views.create",
};
/** What every member of a workspace may ask: it tells nothing of anybody. */
const open = new Set(["checkpoint_item", "checkpoint_keys", "checkpoint_consistency"]);
const byOperation = new Map([...allowed.keys()].map((name) => [name.replaceAll(".", "_"), name]));

before(async () => {
  await server.start();
  admin = await server.login("administrator");
  for (const role of roles) {
    const email = `matrix-${role}@sample.test`;
    const person = await admin.must("POST", "people", { name: `Only ${role}`, email, roles: [role] });
    const { password } = await admin.must("POST", `people/${person.id}/reset_password`);
    people[role] = await server.login(email, 0, password);
  }
  const { body } = await server.send("GET", "/api/v1/openapi.json");
  // What everybody does to their own account stands outside of workspaces and roles: wall_account_test.mjs.
  const inWorkspaces = Object.entries(body.paths).filter(([path]) => path.startsWith("/api/v1/w/"));
  routes = inWorkspaces.flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      method: method.toUpperCase(),
      path: path.replace("/api/v1/w/{workspace}/", ""),
      operation: operation.operationId,
    })),
  );
  routes.push({ method: "GET", path: "dump", operation: "dump_item" });
  routes.push({ method: "GET", path: "files/{id}", operation: "files_item" });
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
  const missing = routes.filter(
    ({ operation }) => !open.has(operation) && !house[operation] && !byOperation.has(operation),
  );
  assert.deepEqual(missing, []);
});

test("each role is refused exactly where the matrix says no", async () => {
  assert.ok(routes.length > 100, `${routes.length} routes`);
  const wrong = [];
  for (const route of routes) {
    const path = await address(route);
    const may = open.has(route.operation)
      ? roles
      : (allowed.get(house[route.operation] ?? byOperation.get(route.operation)) ?? []);
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
