// Every address that changes something, called as a browser calls it on behalf of other pages: only our own pages pass,
// whatever the body looks like; and looking changes nothing. Routes come from openapi.json, so none is left out.
// MISSION: PRG-07, REC-06, INT-01
// QUALITY: S-CSRF
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { Server } from "../server.mjs";
import { ask, customer, linkOf, Visitor } from "./customer.mjs";
import { routesOf, send } from "./wire.mjs";
import { recorded, recordedSince } from "./recorded.mjs";

const server = new Server();
let admin, owner, routes, visitor;

before(async () => {
  await server.start();
  [admin, owner] = await Promise.all(["administrator", "program_owner"].map((role) => server.login(role)));
  routes = await routesOf(server);
  const asked = await ask(owner, await customer(owner));
  visitor = new Visitor(server);
  await visitor.open(await linkOf(owner, asked.id));
});
after(async () => {
  await server.stop();
  server.remove();
});

const own = () => ({ "Sec-Fetch-Site": "same-origin", Origin: server.url });
/** How a browser marks what another page, a neighbouring host or nobody's page sends. */
const foreign = {
  "cross-site": { "Sec-Fetch-Site": "cross-site", Origin: "https://evil.example" },
  "cross-site without origin": { "Sec-Fetch-Site": "cross-site" },
  "same-site": { "Sec-Fetch-Site": "same-site", Origin: "https://blog.example" },
  none: { "Sec-Fetch-Site": "none" },
  "old browser": { Origin: "https://evil.example" },
  "no origin that can be told": { Origin: "null" },
};
const bodies = {
  json: ["application/json", "{}"],
  form: ["application/x-www-form-urlencoded", "a=b"],
  text: ["text/plain", '{"a":1}'],
};

const fill = (path) => path.replace("{workspace}", admin.workspace).replace("{id}", "made_up");
/** What the API describes, and what it does not because it belongs to the person: settings of their own. */
const changing = () => [
  ...routes.filter(({ method }) => method !== "GET"),
  { method: "PUT", path: "/api/v1/settings/theme", operation: "settings_put" },
];

test("every change that another page sends is refused, whatever the body", async () => {
  const before = await recorded(admin);
  assert.ok(changing().length > 80, `${changing().length} routes`);
  const passed = [];
  for (const { method, path } of changing())
    await Promise.all(
      Object.entries(foreign).flatMap(([who, mark]) =>
        Object.values(bodies).map(async ([type, body]) => {
          const headers = { ...admin.headers, ...mark, "Content-Type": type };
          const answer = await send(server, method, fill(path), { headers, body });
          const refused = answer.status === 403 && JSON.parse(answer.text).code === "cross_site";
          if (!refused) passed.push(`${method} ${path} ${who} ${type}: ${answer.status}`);
        }),
      ),
    );
  assert.deepEqual(passed, []);
  assert.deepEqual(await recordedSince(admin, before), []);
});

test("what says nothing of where it comes from cannot be a form of another page", async () => {
  for (const { method, path } of changing())
    for (const [type, body] of [bodies.form, bodies.text]) {
      const headers = { ...admin.headers, "Content-Type": type };
      const answer = await send(server, method, fill(path), { headers, body });
      assert.equal(answer.status, 403, `${method} ${path} ${type}`);
    }
});

test("a login of another scheme is no token, and does not open the door", async () => {
  const headers = { ...admin.headers, ...foreign["cross-site"], Authorization: "Basic YTpi" };
  const answer = await send(server, "POST", fill("/api/v1/w/{workspace}/accounts"), {
    headers: { ...headers, "Content-Type": "application/json" },
    body: "{}",
  });
  assert.equal(answer.status, 403);
});

test("looking changes nothing, at no address", async () => {
  const ids = new Map();
  const address = async (path) => {
    const collection = path.split("/")[5];
    if (path.includes("{id}") && !ids.has(collection)) {
      const list = await admin.get(`${collection}?limit=1`);
      ids.set(collection, list.body?.items?.[0]?.id ?? "made_up");
    }
    return fill(path.replace("{id}", ids.get(collection)));
  };
  const looks = routes.filter(({ method }) => method === "GET");
  assert.ok(looks.length > 40, `${looks.length} routes`);
  const before = await recorded(admin);
  let seen = 0;
  for (const { path } of looks)
    for (const method of ["GET", "HEAD"]) {
      const headers = { ...admin.headers, ...foreign["cross-site"], "X-HTTP-Method-Override": "POST" };
      const answer = await send(server, method, await address(path), { headers });
      assert.ok(answer.status < 500, `${path}: ${answer.status}`);
      if (answer.status === 200) seen += 1;
    }
  assert.ok(seen > looks.length, `only ${seen} looks saw anything`);
  for (const path of ["/p", "/p/sent", "/p/receipt", "/p/check", "/p/mine", "/p/answer", "/p/open", "/p/fresh"])
    assert.ok((await visitor.get(path)).status < 500, path);
  assert.deepEqual(await recordedSince(admin, before), []);
});

test("the customer's forms are taken from our pages only", async () => {
  const before = await recorded(admin);
  const form = new URLSearchParams({ once: visitor.once, decision: "yes" }).toString();
  for (const path of ["/p/answer", "/p/check", "/p/language", "/p/open", "/p/fresh", "/p/withdraw"])
    for (const [who, mark] of Object.entries(foreign)) {
      if (who === "no origin that can be told") continue; // our own pages keep theirs to themselves
      const headers = { Cookie: visitor.cookie, ...mark, "Content-Type": bodies.form[0] };
      const answer = await send(server, "POST", path, { headers, body: form });
      assert.equal(answer.status, 400, `${path} ${who}`);
    }
  // Without a mark it takes the key that only our own page holds.
  const headers = { Cookie: visitor.cookie, "Content-Type": bodies.form[0] };
  const answer = await send(server, "POST", "/p/answer", { headers, body: "decision=yes" });
  assert.ok(!answer.headers.location, "a form without its key was taken");
  assert.deepEqual(await recordedSince(admin, before), []);
});

test("our own pages and programs with a token pass everywhere", async () => {
  const { token } = await admin.must("POST", "tokens", { name: "Sync", scopes: ["read", "write"] });
  const closed = [];
  // At last, because it carries out what it may: the session's own routes would end it.
  for (const { method, path } of changing().filter((route) => !/\/session|\/me\//.test(route.path)))
    for (const who of [{ ...admin.headers, ...own() }, { Authorization: `Bearer ${token}` }]) {
      const headers = { ...who, "Content-Type": "application/json" };
      const answer = await send(server, method, fill(path), { headers, body: "{}" });
      if (answer.status === 401 || answer.status >= 500 || /cross_site/.test(answer.text))
        closed.push(`${method} ${path}: ${answer.status} ${answer.text.slice(0, 80)}`);
    }
  assert.deepEqual(closed, []);
});

test("a login from another page is refused before the password is looked at", async () => {
  const login = { email: "administrator@sample.test", password: "correct-horse-battery-9" };
  for (const mark of Object.values(foreign)) {
    const headers = { ...mark, "Content-Type": "application/json" };
    const answer = await send(server, "POST", "/api/v1/session", { headers, body: JSON.stringify(login) });
    assert.equal(answer.status, 403);
    assert.equal(answer.headers["set-cookie"], undefined);
  }
  const answer = await send(server, "POST", "/api/v1/session", {
    headers: { ...own(), "Content-Type": "application/json" },
    body: JSON.stringify(login),
  });
  assert.equal(answer.status, 200);
  assert.match(answer.headers["set-cookie"][0], /HttpOnly; SameSite=Strict/);
});
