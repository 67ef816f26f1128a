// A program from nothing: people with roles, policies, the real CRM export, customers who agreed to speak.
import { readFileSync } from "node:fs";
import { join } from "node:path";

const crm = process.env.VOUCHSAFE_CRM ?? "../shared/data/crm";
const files = {
  products: "products.csv",
  sellers: "sales_teams.csv",
  accounts: "accounts.csv",
  deals: "sales_pipeline.csv",
};

export const roles = [
  "requester",
  "program_owner",
  "account_owner",
  "legal_reviewer",
  "privacy_reviewer",
  "channel_owner",
  "brand_manager",
  "decision_maker",
  "sponsor",
  "auditor",
];

export const day = (n) => new Date(Date.now() + n * 86_400_000).toISOString().slice(0, 10);
export const unique = (prefix) => `${prefix} ${Math.random().toString(36).slice(2, 8)}`;

/** Founds the program in the empty workspace: `{administrator, requester, …}`, each signed in. */
export async function found(server) {
  const administrator = await server.login("administrator", -1);
  const people = { administrator };
  for (const role of roles) {
    const email = `${role}@road.test`;
    const person = await administrator.must("POST", "people", {
      name: `Road ${role.replace("_", " ")}`,
      email,
      roles: [role],
    });
    const { password } = await administrator.must("POST", `people/${person.id}/reset_password`);
    people[role] = Object.assign(await server.login(email, 0, password), { password });
  }
  await administrator.must("POST", "setup/defaults");
  return people;
}

/** The import when no more rows are under way; a long file goes on in slices. */
export async function finished(person, one) {
  for (let tries = 0; one.status === "applying" && tries < 600; tries += 1) {
    await new Promise((resolve) => setTimeout(resolve, 100));
    one = await person.must("GET", `imports/${one.id}`);
  }
  return one;
}

/** Previews and applies one file of the export, accepting the repairs proposed. */
export async function importFile(person, kind) {
  const csv = readFileSync(join(crm, files[kind]), "utf8");
  const preview = await person.must("POST", "imports", { kind, csv, file_name: files[kind] });
  const begun = await person.must("POST", `imports/${preview.id}/apply`, { accept_all: true });
  return { preview, applied: await finished(person, begun) };
}

/** An account of the export by its name. */
export async function accountNamed(person, name) {
  const page = await person.must("GET", `accounts?name=${encodeURIComponent(name)}`);
  if (page.total !== 1) throw new Error(`${page.total} accounts are called ${name}`);
  return page.items[0];
}

/** A contact of the account who is an active advocate for reference calls. */
export async function advocateOf(owner, accountName, more = {}) {
  const account = await accountNamed(owner, accountName);
  const name = unique("Jo Speaker");
  const contact = await owner.must("POST", "contacts", {
    account: account.id,
    name,
    title: "Head of IT",
    seniority: "director",
    email: `${name.split(" ").at(-1)}@customer.test`,
    phone: "+1 555 0100",
    language: "en",
    time_zone: "America/New_York",
    region: account.region || "Americas",
  });
  const advocate = await owner.must("POST", "advocates", {
    contact: contact.id,
    use_types: ["reference_call"],
    industries: [account.industry],
    products: ["GTX Pro"],
    regions: [account.region || "Americas"],
    languages: ["en"],
    topics: ["rollout"],
    time_zone: "America/New_York",
    max_per_quarter: 3,
    ...more,
  });
  for (const [action, body] of [
    ["qualify", { reason: "Uses the product well." }],
    ["invite"],
    ["brief"],
    ["activate"],
  ])
    await owner.must("POST", `advocates/${advocate.id}/${action}`, body);
  return { account, contact, advocate: await owner.must("GET", `advocates/${advocate.id}`) };
}

/** Permission obtained by e-mail, with the e-mail as evidence. */
export async function permit(owner, contact, { signer = "The customer", ...more } = {}) {
  const bytes = Buffer.from(`From: ${contact}\n\nYes, you may ask me for reference calls.\n`);
  const file = await owner.must("POST", "files?name=permission.txt", bytes, { "Content-Type": "text/plain" });
  return owner.must("POST", "authorizations/record", {
    contact,
    how: "email",
    signer,
    disclosures: [],
    evidence: [{ file: file.id, name: "permission.txt" }],
    grants: [{ use_type: "reference_call", channels: ["sales"], until: day(300), ...more }],
  });
}

/** The body of a complete request for a deal. */
export const complete = (deal, more = {}) => ({
  purpose: "The prospect wants to hear how the rollout went.",
  use_case: "Their head of IT will ask about the rollout across four sites and the support.",
  use_type: "reference_call",
  channel: "sales",
  deadline: day(40),
  deal,
  language: "en",
  topic: "rollout",
  touches: [],
  ...more,
});
