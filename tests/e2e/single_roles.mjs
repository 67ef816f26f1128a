// The matrix of roles (tests/matrix.csv), somebody for every single role of it, and the routes that it speaks of.
import { readFileSync } from "node:fs";

const [head, ...lines] = readFileSync(new URL("../matrix.csv", import.meta.url), "utf8")
  .trimEnd()
  .split("\n")
  .map((line) => line.split(",").map((cell) => cell.trim()));
/** Customers come through the portal, not by a login. */
export const roles = head.slice(1).filter((role) => role !== "customer");
const allowed = new Map(
  lines.map(([name, ...cells]) => [
    name.replaceAll(".", "_"),
    roles.filter((role) => cells[head.indexOf(role) - 1] === "x"),
  ]),
);

/** Routes of the house ask the table under another name than their operation's. */
const house = {
  tokens_list: "tokens_create",
  mail_delivery_item: "mails_list",
  tokens_revoke: "tokens_create",
  saved_views_list: "saved_views_create",
  saved_views_rename: "saved_views_create",
  saved_views_remove: "saved_views_create",
};
/** What every member of a workspace may ask: it tells nothing of anybody. */
const open = new Set(["checkpoint_item", "checkpoint_keys", "checkpoint_consistency"]);

/** Roles that may take a route, by its operation; undefined when the matrix does not know it. */
export const rolesThatMay = (operation) => (open.has(operation) ? roles : allowed.get(house[operation] ?? operation));

/** Signs in somebody new for every role, who has no other: `{role: Person}`. */
export async function oneOfEachRole(server, admin) {
  const people = {};
  for (const role of roles) {
    const email = `only-${role}@roles.test`;
    const person = await admin.must("POST", "people", { name: `Only ${role}`, email, roles: [role] });
    const { password } = await admin.must("POST", `people/${person.id}/reset_password`);
    people[role] = await server.login(email, 0, password);
  }
  return people;
}

/** All routes inside of workspaces: `{method, path, operation}`, paths relative to the workspace. */
export async function routesInWorkspaces(server) {
  const { body } = await server.send("GET", "/api/v1/openapi.json");
  // What everybody does to their own account stands outside of workspaces and roles: wall_account_test.mjs.
  const inside = Object.entries(body.paths).filter(([path]) => path.startsWith("/api/v1/w/"));
  const described = inside.flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { operationId }]) => ({
      method: method.toUpperCase(),
      path: path.replace("/api/v1/w/{workspace}/", ""),
      operation: operationId,
    })),
  );
  return [
    ...described,
    { method: "GET", path: "dump", operation: "dump_item" },
    { method: "GET", path: "files/{id}", operation: "files_item" },
  ];
}
