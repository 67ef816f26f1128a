// The doors by which words about somebody come in beside the plain ones: what they upload and write on the portal, what
// others note, attach and keep about them, and one whole use of them, with proof, invitation and debrief.
import { complete, day } from "./program.mjs";
import { linkOf, Visitor } from "./customer.mjs";

/** A file of the staff's that names a person, by its name and by what it says. */
async function upload(who, one, name, content) {
  const bytes = Buffer.from(`About ${one.name}: ${one.words[content]}\n`);
  const path = `files?name=${one.words[name]}.txt`;
  return (await who.must("POST", path, bytes, { "Content-Type": "text/plain" })).id;
}

/** A form with a file, as a browser sends it. */
export async function postFile(visitor, path, fields, { field, name, content }) {
  const edge = "----------of-the-form";
  const part = (head, value) => `--${edge}\r\nContent-Disposition: form-data; ${head}\r\n\r\n${value}\r\n`;
  const all = Object.entries({ once: visitor.once, ...fields }).map(([key, value]) => part(`name="${key}"`, value));
  const head = `name="${field}"; filename="${name}"\r\nContent-Type: text/plain`;
  const body = Buffer.from(`${all.join("")}${part(head, content)}--${edge}--\r\n`);
  const headers = { ...visitor.headers(), "Content-Type": `multipart/form-data; boundary=${edge}` };
  return visitor.learn(await visitor.server.send("POST", path, body, headers));
}

/** The customer answers with an agreement of their own; the first one they send is refused, for it lacks their name. */
export async function answerWithAgreement(visitor, one) {
  const { words } = one;
  const limits = { a1: "limited", "a1.other_on": "yes", "a1.other": words.condition };
  await visitor.post("/p/ask", { a0: "yes", ...limits, a2: words.proof ? "yes" : "no" });
  const check = await visitor.get("/p/check");
  const digest = /name="digest" value="([^"]+)"/.exec(check.text)?.[1];
  const file = (name, content) => {
    return { field: "agreement", name: `${words[name]}.txt`, content: `Agreed. ${words[content]}` };
  };
  const refused = await postFile(visitor, "/p/answer", { digest, authority: "company" }, file("draft", "drafted"));
  if (refused.status !== 422) throw new Error(`an answer without a name is taken: ${refused.status}`);
  const form = { digest, authority: "company", typed_name: `${one.name} ${words.typed}`, remark: words.remark };
  const given = await postFile(visitor, "/p/answer", form, file("agreement", "agreed"));
  if (given.status !== 303) throw new Error(`the customer's answer is refused: ${given.status} ${given.text}`);
  await visitor.get(given.headers.location);
}

/** On their own page they ask for their details to be put right. */
export async function wished(server, owner, one) {
  const visitor = new Visitor(server);
  await visitor.open(await linkOf(owner, one.asked.id, "authorization.receipt"));
  await visitor.get("/p/details");
  const sent = await visitor.post("/p/details", { name: one.name, job: one.words.wish });
  if (sent.status !== 303) throw new Error(`the wish is refused: ${sent.status} ${sent.text}`);
}

/** What colleagues write and keep: a comment that mentions one of them, with a file, a request, a view. */
export async function notedByOthers(people, one, request) {
  const owner = people.program_owner;
  const { words } = one;
  await owner.must("POST", `requests/${request.id}/comment`, {
    text: `Please call ${one.name}. ${words.mention}`,
    mentions: [people.requester.id],
    attachments: [(one.attached = await upload(owner, one, "attached", "attachment"))],
  });
  one.unused = await upload(owner, one, "handed", "unused"); // and nothing comes of it
  await people.privacy_reviewer.must("POST", `subjects/${one.contact.id}/receive_request`, {
    right: "copy", words: `${one.name} asks: ${words.request}`,
  });
  // The sales people keep lists of their own; nobody keeps more than fifty.
  const keeper = Object.values(people)[one.n % Object.keys(people).length];
  const query = `q=${encodeURIComponent(one.name)}&note=${words.query}`;
  const view = { screen: "accounts", name: `${words.view} ${one.name}`, query };
  await keeper.must("POST", "saved_views", view);
}

export const doors = ["condition", "draft", "drafted", "agreement", "agreed", "remark", "wish", "reply", "mention",
  "attached", "attachment", "handed", "unused", "request", "view", "query"];

/** Words of one whole use: asked, confirmed with a proof, invited, called, told about by both sides. */
export const usedDoors = ["proof", "proven", "agenda", "moved", "notes", "debrief", "concern", "reason"];

export async function used(server, people, one, deal) {
  const { words } = one;
  for (const [step, body] of [["qualify", { reason: `${one.name} is happy.` }], ["invite"], ["brief"], ["activate"]])
    await people.program_owner.must("POST", `advocates/${one.advocate.id}/${step}`, body);
  const { id } = await people.requester.must("POST", "requests", complete(deal, { wished_customer: one.contact.id }));
  const act = (role, action, body = {}) => people[role].must("POST", `requests/${id}/${action}`, body);
  await act("program_owner", "complete");
  for (const aspect of ["channel", "legal", "privacy"]) {
    const role = aspect === "channel" ? "channel_owner" : `${aspect}_reviewer`;
    await act(role, "clear", { aspect, outcome: "clear", reason: `${one.name}: ${words.reason}`, conditions: [] });
  }
  const candidates = [one.contact.id];
  await act("program_owner", "choose", { candidates, reason: `${one.name} is closest.`, conditions: [] });
  await act("account_owner", "agree", { reason: `${one.name} likes it.` });
  const proof = await upload(people.account_owner, one, "proof", "proven");
  await act("account_owner", "confirm", { answer: "yes", evidence: { file: proof, name: `${words.proof}.txt` } });
  await act("program_owner", "approve", { outcome: "approved", reason: "Everything holds." });
  await act("program_owner", "disclose");
  const [activity] = (await people.requester.must("GET", `activities?request=${id}&limit=5`)).items;
  const at = `activities/${activity.id}`;
  await people.requester.must("POST", `${at}/schedule`, {
    at: `${day(12)}T09:00:00Z`, minutes: 30, where: "Room 3", agenda: `With ${one.name}: ${words.agenda}`,
  });
  const visitor = new Visitor(server);
  await visitor.open(await linkOf(people.program_owner, activity.id, "activity.invite"));
  await visitor.get("/p/move");
  const moved = await visitor.post("/p/move", { day1: day(14), time1: "14:00", reason: words.moved });
  if (moved.status !== 303) throw new Error(`the other time is refused: ${moved.status} ${moved.text}`);
  await people.requester.must("POST", `${at}/record`, {
    outcome: "held", minutes: 30, on: day(0), notes: `${one.name} said ${words.notes}.`,
  });
  const said = `${one.name}: ${words.debrief}`;
  await people.requester.must("POST", `${at}/debrief`, { rating: 5, said, again: true });
  const after = new Visitor(server);
  await after.open(await linkOf(people.program_owner, activity.id, "activity.debrief"));
  const told = await after.post("/p/debrief", { rating: "4", again: "yes", concerns: words.concern });
  if (told.status !== 303) throw new Error(`the customer's debrief is refused: ${told.status} ${told.text}`);
}
