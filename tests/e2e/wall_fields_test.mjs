// Who reads which field: every answer that a role can get, looked through for addresses, numbers and signatures of
// other people. They are there for the roles named here, and for nobody else. Routes come from openapi.json.
// MISSION: PRG-07, REC-06
// QUALITY: S-MATRIX
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { Server } from "../server.mjs";
import { contents } from "./every_door.mjs";
import { customer } from "./customer.mjs";
import { permit } from "./program.mjs";
import { oneOfEachRole, roles, rolesThatMay, routesInWorkspaces } from "./single_roles.mjs";

/** Roles that may see how customers are reached; in `elsewhere` by the operations in which more may. */
const near = ["program_owner", "account_owner", "advocacy_manager", "administrator"];
const readers = {
  "a customer's address": { usual: near, elsewhere: { subjects_item: ["privacy_reviewer"] } },
  "a customer's telephone": { usual: near, elsewhere: { subjects_item: ["privacy_reviewer"] } },
  "a colleague's address": { usual: ["administrator"], elsewhere: { subjects_item: ["privacy_reviewer"] } },
  "a signer": { usual: [...near, "legal_reviewer", "privacy_reviewer"], elsewhere: {} },
};
/** What everything about a person is told by; to whom, the matrix says. */
const everything = new Set(["subjects_found", "subjects_export", "affected_list", "dump_item"]);
const most = 8; // items of one collection that are looked at
const collectionOf = { subjects: "contacts" };

const server = new Server();
let admin, people, routes, secrets, permitted;

before(async () => {
  await server.start();
  admin = await server.login("administrator");
  people = await oneOfEachRole(server, admin);
  routes = (await routesInWorkspaces(server)).filter(({ method }) => method === "GET");
  const [contacts, colleagues] = await Promise.all(["contacts", "people"].map((each) => admin.all(each)));
  const asked = await customer(people.program_owner);
  permitted = await permit(people.program_owner, asked.id, { signer: "signer@far.example" });
  const texts = (all) => new Set(all.filter(Boolean));
  secrets = {
    "a customer's address": texts(contacts.map(({ email }) => email)),
    "a customer's telephone": texts(contacts.map(({ phone }) => phone)),
    "a colleague's address": texts(colleagues.map(({ email }) => email)),
    "a signer": new Set(["signer@far.example"]), // often written with an address
  };
});
after(async () => {
  await server.stop();
  server.remove();
});

/** Every address under which a route shows something. */
async function addresses({ path }) {
  if (!path.includes("{id}")) return [`${path}?limit=200`, `${path}?format=csv`];
  const collection = path.split("/")[0];
  const { body } = await admin.get(`${collectionOf[collection] ?? collection}?limit=${most}`);
  const ids = (body?.items ?? []).map(({ id }) => id);
  if (collection === "authorizations") ids.push(permitted.id);
  return ids.map((id) => path.replace("{id}", id));
}

/** Kinds of words that stand in a text; `own` is the reader's address. */
function kindsIn(text, own) {
  const words = new Set(text.match(/[\w.+-]+@[\w.-]+\w|\+\d[\d ]+\d/g));
  words.delete(own);
  return Object.keys(secrets).filter((kind) => [...words].some((word) => secrets[kind].has(word)));
}

const mayRead = (kind, operation, role) => {
  const { usual, elsewhere } = readers[kind];
  return everything.has(operation) || usual.includes(role) || elsewhere[operation]?.includes(role);
};

test("no answer tells a role more than it may read, and those who may do read it", async () => {
  for (const [kind, words] of Object.entries(secrets)) assert.ok(words.size, `none of ${kind}`);
  const [wrong, read] = [new Set(), new Map()];
  let looked = 0;
  for (const route of routes) {
    const all = await addresses(route);
    for (const role of rolesThatMay(route.operation))
      for (const answer of await Promise.all(all.map((each) => people[role].get(each)))) {
        looked += answer.status === 200;
        for (const kind of kindsIn(contents(answer).toString(), people[role].me.person.email)) {
          if (!mayRead(kind, route.operation, role)) wrong.add(`${route.operation} tells ${role} ${kind}`);
          read.set(kind, (read.get(kind) ?? new Set()).add(role));
        }
      }
  }
  assert.deepEqual([...wrong], []);
  for (const [kind, { usual }] of Object.entries(readers))
    for (const role of usual) assert.ok(read.get(kind)?.has(role), `${role} nowhere reads ${kind}: is it looked for?`);
  console.log(`# ${looked} answers, ${routes.length} routes, ${roles.length} roles`);
});
