// A customer of the sample: asked for permission in writing, with the link that their letter would carry.
import { open, phone } from "./browser.mjs";
import { day, unique } from "./program.mjs";

export const brand = "Sample";

/** A new contact at a new company. */
export async function customer(owner, { language = "en", name = `Marta ${unique("Lind")}`, company } = {}) {
  const account = await owner.must("POST", "accounts", {
    name: company ?? unique("Nordvik"),
    industry: "retail",
    region: "Europe",
  });
  return owner.must("POST", "contacts", {
    account: account.id,
    name,
    title: "Head of Operations",
    email: `${unique("marta").replace(" ", ".")}@nordvik.example`,
    language,
    time_zone: "Europe/Oslo",
    region: "Europe",
  });
}

/** Three uses, as in most requests. */
export const threeUses = () => [
  { use_type: "logo", channels: ["web", "sales"], until: day(280) },
  {
    use_type: "quote",
    channels: ["web", "social", "sales"],
    regions: ["Europe", "Americas"],
    until: day(280),
    content: "“We went live in six weeks, and the support answered every call.”",
  },
  { use_type: "reference_call", channels: ["sales"], until: day(280), ask_each_time: true },
];

/** Asks in writing; the answer is the authorization. */
export function ask(owner, contact, more = {}) {
  return owner.must("POST", "authorizations", {
    contact: contact.id,
    asks: threeUses(),
    disclosures: [],
    message: "Your rollout is a story that others would like to hear. It would help us a lot.",
    ...more,
  });
}

/** The last letter about an item to a contact. */
export async function letter(owner, about, kind) {
  const page = await owner.must("GET", `mails?about=${about}&limit=100`);
  const found = page.items.filter((mail) => !kind || mail.kind === kind);
  if (!found.length) throw new Error(`no letter ${kind ?? ""} about ${about}: ${JSON.stringify(page.items)}`);
  return found.sort((a, b) => (a.written_at < b.written_at ? 1 : -1))[0];
}

/** A fresh link of that letter, as staff may take it. */
export async function linkOf(owner, about, kind) {
  const mail = await letter(owner, about, kind);
  const { url } = await owner.must("POST", `mails/${mail.id}/link`);
  return url;
}

export const secretOf = (url) => url.slice(url.indexOf("#") + 1);

/** Someone without a browser: keeps the cookie, sends forms. */
export class Visitor {
  constructor(server) {
    Object.assign(this, { server, cookie: "" });
  }

  async get(path, method = "GET") {
    const answer = await this.server.send(method, path, undefined, this.headers());
    return this.learn(answer);
  }

  async post(path, fields = {}, headers = {}) {
    const pairs = Object.entries(fields).flatMap(([name, value]) => [value].flat().map((each) => [name, each]));
    const body = new URLSearchParams(this.once ? [["once", this.once], ...pairs] : pairs).toString();
    const type = { "Content-Type": "application/x-www-form-urlencoded" };
    return this.learn(await this.server.send("POST", path, body, { ...this.headers(), ...type, ...headers }));
  }

  headers() {
    return this.cookie ? { Cookie: this.cookie } : {};
  }

  learn(answer) {
    const set = answer.headers["set-cookie"]?.[0];
    if (set) this.cookie = set.split(";")[0];
    const once = /name="once" value="([0-9a-f]+)"/.exec(answer.text)?.[1];
    if (once) this.once = once;
    return answer;
  }

  /** Presses "Open" and looks at the first page. */
  async open(url) {
    const opened = await this.post("/p/open", { token: secretOf(url) });
    if (opened.status !== 303) throw new Error(`the link does not open: ${opened.status}`);
    return this.get(opened.headers.location);
  }
}

/** A phone in the customer's hand, at the page behind a link. */
export async function phoneAt(browser, server, url, { scheme = "light", size = phone, script = true, locale } = {}) {
  const page = await open(browser, server, { scheme, size, locale: locale ?? "en-GB", script, strict: true });
  await page.goto(url.replace(/^https?:\/\/[^/]+/, server.url));
  return page;
}
