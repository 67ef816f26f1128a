// One small program of everything: each way in which the house writes, once, in an order in which people would do it.
// What was answered must still be there whatever happened to the disk afterwards.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { complete, day, found } from "../e2e/program.mjs";
import { linkOf, Visitor } from "../e2e/customer.mjs";
import { Person } from "../server.mjs";

const csv = "product,series,sales_price\nGTX Light,GTX,420\nGTX Heavy,GTX,4200\n";
const text = { "Content-Type": "text/plain" };

/** Who acts: founded once, and found again in a copy of the data folder by their sessions. */
export async function founded(server) {
  const people = await found(server);
  return Object.fromEntries(
    Object.entries(people).map(([role, p]) => [role, { me: p.me, workspace: p.workspace, headers: p.headers }]),
  );
}

/** What the workload did so far: `done` holds, for every answer, how to see that it was not forgotten. */
export class Workload {
  constructor(server, people) {
    this.server = server;
    this.people = Object.fromEntries(
      Object.entries(people).map(([role, p]) => [role, new Person(server, p.me, p.workspace, p.headers)]),
    );
    this.done = [];
    this.ids = {};
  }

  as(role) {
    return this.people[role];
  }

  /** As far as it came, against another process on a copy of the data folder. */
  continued(server) {
    return Object.assign(new Workload(server, this.people), { done: [...this.done], ids: { ...this.ids } });
  }

  /** Posts; the item must be found again, with what `shows` looks for in its text. */
  async post(role, path, body, { as: name, headers, shows = "", at } = {}) {
    const item = await this.as(role).must("POST", path, body, headers);
    if (name) this.ids[name] = item.id;
    const where = at ?? `${path.split("/")[0]}/${path.includes("/") ? path.split("/")[1] : item.id}`;
    this.done.push({ name: path, role, path: where, shows });
    return item;
  }

  /** Looks for everything that was answered; throws for the first that is lost. What costs much to see is left out
   *  when it is older than the answer number `since`. */
  async look(since = 0) {
    await Promise.all(
      this.done.map(async ({ name, role, path, shows, send, dear }, number) => {
        if (dear && number < since) return;
        const seen = send ? await send(this) : await this.as(role).get(path);
        if (seen.status !== 200) throw new Error(`lost: ${name} was answered, ${path} says ${seen.status}`);
        if (!seen.text.includes(shows)) throw new Error(`lost: ${name} was answered, ${path} does not show ${shows}`);
      }),
    );
    return this.done.length;
  }
}

async function directory(w) {
  await w.post("administrator", "products", { name: "GTX Pro", series: "GTX" });
  await w.post("administrator", "sellers", { name: "Sam Seller", office: "Central" });
  await w.post("administrator", "accounts", { name: "Kan", industry: "technology", region: "Americas" }, { as: "kan" });
  const isdom = { name: "Isdom", industry: "medical", region: "Americas" };
  await w.post("administrator", "accounts", isdom, { as: "isdom" });
  await w.post("administrator", `accounts/${w.ids.kan}/revise`, { name: "Kan-code" }, { shows: "Kan-code" });
  await w.post("administrator", `accounts/${w.ids.isdom}/report_issue`, {
    severity: 4,
    title: "A late delivery.",
  });
  const deal = { name: "Isdom: GTX Pro", account: w.ids.isdom, product: "GTX Pro", stage: "engaging" };
  await w.post("administrator", "deals", deal, { as: "deal" });
  await w.post("account_owner", "contacts", {
    account: w.ids.kan,
    name: "Jo Speaker",
    title: "Head of IT",
    email: "jo@customer.test",
    language: "en",
    time_zone: "America/New_York",
    region: "Americas",
  }, { as: "jo", shows: "Jo Speaker" });
}

async function house(w) {
  const owner = w.as("program_owner");
  const mine = { headers: owner.headers };
  await w.server.send("PUT", "/api/v1/settings/look", { dark: true }, mine.headers);
  w.done.push({
    name: "settings",
    path: "settings/look",
    shows: "dark",
    send: ({ server }) => server.send("GET", "/api/v1/settings/look", undefined, owner.headers),
  });
  const view = { screen: "requests", name: "Late calls", query: "status=open" };
  await w.post("program_owner", "saved_views", view, { at: "saved_views?screen=requests", shows: "Late calls" });
  await w.post("administrator", "tokens", { name: "sync", scopes: ["read"] }, { at: "tokens", shows: "sync" });
  const fresh = { name: "New Person", email: "new@fault.test", roles: ["requester"] };
  const person = await w.post("administrator", "people", fresh, { shows: "New Person" });
  const { password } = await w.post("administrator", `people/${person.id}/reset_password`);
  await w.server.login(fresh.email, 0, password);
  w.done.push({
    name: "the new password",
    path: "session",
    shows: "",
    dear: true,
    send: ({ server }) => server.send("POST", "/api/v1/session", { email: fresh.email, password }),
  });
}

async function imported(w) {
  const preview = await w.post("program_owner", "imports", { kind: "products", csv, file_name: "products.csv" });
  await w.post("program_owner", `imports/${preview.id}/apply`, { accept_all: true });
}

async function advocate(w) {
  await w.post("program_owner", "advocates", {
    contact: w.ids.jo,
    use_types: ["reference_call"],
    industries: ["technology"],
    products: ["GTX Pro"],
    regions: ["Americas"],
    languages: ["en"],
    topics: ["rollout"],
    time_zone: "America/New_York",
    max_per_quarter: 3,
  }, { as: "advocate" });
  for (const [action, body] of [["qualify", { reason: "Happy." }], ["invite"], ["brief"], ["activate"]])
    await w.post("program_owner", `advocates/${w.ids.advocate}/${action}`, body, { at: `advocates/${w.ids.advocate}` });
}

async function permission(w) {
  const file = await w.post("account_owner", "files?name=permission.txt", Buffer.from("Yes, you may.\n"), {
    headers: text,
    at: "contacts?limit=1",
  });
  w.done.push({ name: "file", role: "account_owner", path: `files/${file.id}`, shows: "Yes, you may." });
  await w.post("account_owner", "authorizations/record", {
    contact: w.ids.jo,
    how: "email",
    signer: "Jo Speaker",
    disclosures: [],
    evidence: [{ file: file.id, name: "permission.txt" }],
    grants: [{ use_type: "reference_call", channels: ["sales"], until: day(300) }],
  }, { as: "permission", at: `authorizations?contact=${w.ids.jo}`, shows: "reference_call" });
}

// Asked in writing: a letter, its link, and the customer's own answer on the portal.
async function asked(w) {
  const ask = await w.post("program_owner", "authorizations", {
    contact: w.ids.jo,
    asks: [{ use_type: "logo", channels: ["web"], until: day(280) }],
    disclosures: [],
    message: "Your rollout is a story that others would like to hear.",
  });
  const visitor = new Visitor(w.server);
  const url = await linkOf(w.as("program_owner"), ask.id, "authorization.ask");
  await visitor.open(url);
  await visitor.post("/p/ask", { a0: "yes" });
  const digest = /name="digest" value="([^"]+)"/.exec((await visitor.get("/p/check")).text)[1];
  const answer = await visitor.post("/p/answer", { digest, authority: "company", typed_name: "Jo Speaker" });
  if (answer.status !== 303) throw new Error(`the customer's answer: ${answer.status} ${answer.text}`);
  w.done.push({ name: "the customer's answer", role: "auditor", path: `authorizations/${ask.id}`, shows: "granted" });
  // Pressed once more it opens the page that knows the answer.
  w.done.push({
    name: "the customer's link",
    path: "/p/open",
    shows: "It is recorded.",
    send: ({ server }) => new Visitor(server).open(url),
  });
}

async function request(w) {
  const act = (role, action, body = {}) =>
    w.post(role, `requests/${w.ids.request}/${action}`, body, { at: `requests/${w.ids.request}` });
  const clear = (role, aspect) =>
    act(role, "clear", { aspect, outcome: "clear", reason: "As found.", conditions: [] });
  await w.post("requester", "requests", complete(w.ids.deal, { wished_customer: w.ids.jo }), { as: "request" });
  await act("requester", "comment", { text: "They meet on Friday." });
  await act("program_owner", "complete");
  await clear("channel_owner", "channel");
  await clear("legal_reviewer", "legal");
  await clear("privacy_reviewer", "privacy");
  await act("program_owner", "choose", { candidates: [w.ids.jo], reason: "Closest profile.", conditions: [] });
  await act("account_owner", "agree", { reason: "A good moment." });
  const yes = await w.as("account_owner").must("POST", "files?name=yes.txt", Buffer.from("Happy to.\n"), text);
  await act("account_owner", "confirm", { answer: "yes", evidence: { file: yes.id, name: "yes.txt" } });
  await act("program_owner", "approve", { outcome: "approved", reason: "Everything still holds." });
  await act("program_owner", "disclose");
  await act("requester", "view_contact");
  await act("requester", "record_activity", { outcome: "held", minutes: 35, notes: "A friendly call." });
  await act("requester", "debrief", { rating: 5, said: "Six weeks.", deal_effect: "advanced", again: true });
  await act("program_owner", "close", { decision: "fulfilled", notes: "All done." });
}

async function withdrawn(w) {
  const where = `authorizations/${w.ids.permission}`;
  const why = { reason: "They changed their mind." };
  await w.post("account_owner", `${where}/withdraw`, why, { at: where, shows: "withdrawn" });
  const listed = () => readFileSync(join(w.server.data, "erasures", "list.jsonl"), "utf8").includes(w.ids.permission);
  for (const begun = Date.now(); !listed(); ) {
    if (Date.now() - begun > 10_000) throw new Error("the withdrawal does not come onto the list of erasures");
    await w.as("account_owner").get(where); // throws when nobody is there any more
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** The parts in their order. */
export const parts = [directory, house, imported, advocate, permission, asked, request, withdrawn];

/** Runs all of it, or these parts; stops with the first call that fails. */
export async function run(workload, which = parts) {
  for (const part of which) await part(workload);
}
