// Two nodes on one database, and people who use both.
import assert from "node:assert/strict";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { password, Person, Server } from "../server.mjs";

const email = "admin@nodes.test";
const patience = 60_000; // for what must come to an end

/** Starts two nodes that share keys and the database. */
export async function twoNodes(db) {
  const first = new Server({ sample: false });
  const keys = join(first.data, "keys");
  const env = {
    VOUCHSAFE_DB: db,
    VOUCHSAFE_KEY_FILE: join(keys, "kek"),
    VOUCHSAFE_SIGNING_KEY_FILE: join(keys, "signing"),
    VOUCHSAFE_ADMIN_EMAIL: email,
    VOUCHSAFE_ADMIN_PASSWORD: password,
  };
  first.env = env;
  await first.start();
  const second = await new Server({ sample: false, env }).start();
  const one = await first.login(email, 0);
  // The session was opened on the first; the second knows it.
  return { nodes: [first, second], people: [one, new Person(second, one.me, one.workspace, one.headers)] };
}

/** Carries one command through, on whichever node answers, with one key. */
export async function carry(people, at, name, until = Date.now() + patience) {
  const body = { name, industry: "Software", country: "US" };
  for (let who = at; Date.now() < until; who = 1 - who) {
    try {
      const answer = await people[who].post("accounts", body, { "Idempotency-Key": name });
      if (answer.status === 201) return { name, id: answer.body.id, by: who };
      assert.ok([429, 503].includes(answer.status), answer.text);
    } catch (error) {
      if (error instanceof assert.AssertionError) throw error;
    }
    await sleep(10);
  }
  throw new Error(`${name} was not answered`);
}

/** Commands on both nodes, again and again, until told to stop; every one is carried through. */
export class Load {
  constructor(people, connections = 6) {
    this.acknowledged = [];
    this.going = true;
    this.ended = Promise.all(Array.from({ length: connections }, (_, i) => this.connection(people, i)));
    this.ended.catch(() => (this.going = false));
  }

  async connection(people, i) {
    for (let n = 0; this.going; n += 1) this.acknowledged.push(await carry(people, i % 2, `Load ${i}-${n}`));
  }

  /** Resolves when so many more were acknowledged by a node. */
  async more(by, count) {
    const done = () => this.acknowledged.filter((a) => a.by === by).length;
    const wanted = done() + count;
    for (const until = Date.now() + patience; done() < wanted; await sleep(5)) {
      if (!this.going) await this.ended;
      assert.ok(Date.now() < until, `node ${by} does not go on answering`);
    }
  }

  async stop() {
    this.going = false;
    await this.ended;
    return this.acknowledged;
  }
}

/** Nodes that ended by themselves (75: they do not know what the database did) are started again, as systemd would. */
export async function startTheEnded(nodes) {
  let ended = 0;
  for (const node of nodes) {
    if (node.process.exitCode === null && node.process.signalCode === null) continue;
    assert.equal(node.process.exitCode, 75, node.output);
    await node.start();
    ended += 1;
  }
  return ended;
}

/** Polls until the answer is what is wanted. */
export async function until(ask, wanted, what) {
  for (const end = Date.now() + patience; ; await sleep(20)) {
    const answer = await ask().catch(() => undefined);
    if (answer !== undefined && wanted(answer)) return answer;
    assert.ok(Date.now() < end, what);
  }
}
