// Every screen of the staff app: where it is, who looks at it, what must be opened first.
import { settled } from "./browser.mjs";

/** First item of a collection, for screens of one item. */
async function first(person, collection, query = "") {
  const page = await person.must("GET", `${collection}?limit=1${query}`);
  if (!page.items.length) throw new Error(`the sample has no ${collection}${query}`);
  return page.items[0].id;
}

/** A permission in force, so that all may be done with it. */
const permission = async (p) => `/authorizations/${await first(p, "authorizations", "&status=in_force")}`;

/** Opens what may be done with the first person: 0 changes the roles, 2 deactivates. */
async function deed(page, nth) {
  await page.getByRole("button", { name: /^(Actions for|More)/ }).first().click();
  await page.getByRole("menuitem").nth(nth).click();
}

/** A letter in the sample, written if there is none yet. */
async function letter(person) {
  await person.must("POST", "mail_templates/request.confirm.en/test");
  return `/mails/${await first(person, "mails")}`;
}

export const screens = [
  { name: "sign-in" },
  { name: "inbox", role: "program_owner", path: () => "/" },
  { name: "mail", role: "administrator", path: letter },
  { name: "mails", role: "administrator", path: () => "/mails" },
  { name: "letters", role: "administrator", path: () => "/settings/letters" },
  { name: "letter-template", role: "administrator", path: () => "/settings/letters/authorization-ask?language=de" },
  { name: "setup", role: "administrator", path: () => "/setup" },
  { name: "requests", role: "program_owner", path: () => "/requests" },
  { name: "requests-board", role: "program_owner", path: () => "/requests?view=board" },
  {
    name: "request",
    role: "program_owner",
    path: async (p) => `/requests/${await first(p, "requests", "&steps=legal")}`,
  },
  {
    name: "request-fulfilled",
    role: "auditor",
    path: async (p) => `/requests/${await first(p, "requests", "&status=archived")}`,
  },
  {
    name: "matches",
    role: "program_owner",
    path: async (p) => `/requests/${await first(p, "requests", "&steps=match")}`,
    open: (page) => page.getByRole("button", { name: "Compare matches" }).click(),
  },
  {
    name: "ask",
    role: "requester",
    path: () => "/requests",
    open: (page) => page.getByRole("button", { name: "Ask for a reference" }).first().click(),
  },
  { name: "advocates", role: "program_owner", path: () => "/advocates" },
  {
    name: "advocate",
    role: "program_owner",
    path: async (p) => `/advocates/${await first(p, "advocates", "&stage=active")}`,
  },
  { name: "accounts", role: "account_owner", path: () => "/accounts" },
  { name: "account", role: "account_owner", path: async (p) => `/accounts/${await first(p, "accounts")}` },
  { name: "authorizations", role: "legal_reviewer", path: () => "/authorizations" },
  {
    name: "authorization",
    role: "legal_reviewer",
    path: async (p) => `/authorizations/${await first(p, "authorizations")}`,
  },
  {
    name: "authorization-narrow",
    role: "legal_reviewer",
    path: permission,
    open: async (page) => {
      await page.getByRole("button", { name: "More actions" }).click();
      await page.getByRole("menuitem", { name: "Narrow" }).click();
    },
  },
  {
    name: "authorization-renew",
    role: "legal_reviewer",
    path: permission,
    open: async (page) => {
      await page.getByRole("button", { name: "More actions" }).click();
      await page.getByRole("menuitem", { name: "Renew", exact: true }).click();
    },
  },
  {
    name: "authorization-review",
    role: "legal_reviewer",
    path: permission,
    open: (page) => page.getByRole("button", { name: "Review", exact: true }).click(),
  },
  { name: "authorization-ask", role: "program_owner", path: () => "/authorizations?ask=yes" },
  { name: "authorization-expiry", role: "program_owner", path: () => "/authorizations/expiry" },
  {
    name: "authorization-asked",
    role: "program_owner",
    path: async (p) => `/authorizations/${await first(p, "authorizations", "&status=asked")}`,
  },
  {
    name: "request-activity",
    role: "program_owner",
    path: async (p) => `/requests/${await first(p, "requests", "&steps=activity")}`,
  },
  { name: "takedown", role: "program_owner", path: async (p) => `/takedowns/${await first(p, "takedowns")}` },
  { name: "wish", role: "program_owner", path: async (p) => `/wishes/${await first(p, "wishes", "&status=open")}` },
  { name: "findings", role: "program_owner", path: () => "/findings" },
  { name: "takedowns", role: "program_owner", path: () => "/takedowns" },
  { name: "wishes", role: "program_owner", path: () => "/wishes" },
  { name: "privacy", role: "privacy_reviewer", path: () => "/privacy" },
  { name: "privacy-people", role: "privacy_reviewer", path: () => "/privacy/people" },
  {
    name: "privacy-erase",
    role: "privacy_reviewer",
    path: async (p) => `/privacy/people/${await first(p, "contacts")}`,
    open: async (page) => {
      await page.getByRole("button", { name: "More actions" }).click();
      await page.getByRole("menuitem", { name: "Propose to erase" }).click();
      await page.getByText("texts of their own").waitFor();
    },
  },
  {
    name: "privacy-incident",
    role: "privacy_reviewer",
    path: () => "/privacy/incident",
    open: async (page) => {
      await page.getByRole("button", { name: "Show who is affected" }).click();
      await page.getByRole("table").waitFor();
    },
  },
  { name: "privacy-retention", role: "privacy_reviewer", path: () => "/privacy/retention" },
  { name: "privacy-processing", role: "privacy_reviewer", path: () => "/privacy/processing" },
  { name: "imports", role: "administrator", path: () => "/imports" },
  { name: "audit", role: "auditor", path: () => "/audit" },
  { name: "account", role: "requester", path: () => "/me" },
  { name: "settings-people", role: "administrator", path: () => "/settings/people" },
  { name: "person-roles", role: "administrator", path: () => "/settings/people", open: (page) => deed(page, 0) },
  { name: "person-deactivate", role: "administrator", path: () => "/settings/people", open: (page) => deed(page, 2) },
  { name: "settings-policies", role: "program_owner", path: () => "/settings/policies" },
  { name: "settings-relationship", role: "program_owner", path: () => "/settings/policies/relationship" },
  { name: "settings-wording", role: "legal_reviewer", path: () => "/settings/policies/wording?language=de" },
  { name: "palette", role: "program_owner", path: () => "/", open: (page) => page.keyboard.press("Control+k") },
];

/** Brings a signed-in page to the screen. `person` is the same person over the API. */
export async function show(page, screen, person) {
  if (!screen.path) return page.goto("/").then(() => settled(page));
  await page.goto(`/w/${person.workspace}${await screen.path(person)}`);
  await settled(page);
  if (screen.open) {
    await screen.open(page);
    await page.waitForTimeout(400);
  }
}

/** Every look at a screen that is kept and examined. */
export const looks = [
  { look: "light", scheme: "light" },
  { look: "dark", scheme: "dark" },
  { look: "phone", scheme: "light", small: true },
];
