// Stands between the program and PostgreSQL, and lets the connection break at a chosen exchange: before the server got
// it, when it got half of it, or after it did what was asked, so that only its answer is lost.
import net from "node:net";

const startup = 4, head = 5; // bytes before the length counts; of every later message

/** Calls `whole(type, bytes)` for every message of one direction; the first of a client has no type. */
function messages(whole, first = false) {
  let held = Buffer.alloc(0);
  let begins = first;
  return (bytes) => {
    held = Buffer.concat([held, bytes]);
    for (;;) {
      if (held.length < head) return;
      const size = begins ? held.readUInt32BE(0) : 1 + held.readUInt32BE(1);
      if (size < startup || held.length < size) return;
      const type = begins ? "" : String.fromCharCode(held[0]);
      begins = false;
      whole(type, held.subarray(0, size));
      held = held.subarray(size);
    }
  };
}

export class Cutter {
  /** `plan(n, bytes)`: what becomes of the exchange number n: "before", "half", "after", or nothing. */
  constructor(port) {
    Object.assign(this, { upstream: port, exchanges: 0, cuts: 0, plan: () => undefined, open: new Set() });
  }

  async listen() {
    this.server = net.createServer((client) => this.accept(client));
    await new Promise((resolve) => this.server.listen(0, "127.0.0.1", resolve));
    this.port = this.server.address().port;
    return this;
  }

  accept(client) {
    if (this.away) return client.destroy();
    const server = net.connect(this.upstream, "127.0.0.1");
    const end = () => (client.destroy(), server.destroy(), this.open.delete(end));
    this.open.add(end);
    for (const socket of [client, server]) {
      socket.setNoDelay(true);
      socket.on("error", end).on("close", end);
    }
    this.carry(client, server, end);
  }

  carry(client, server, end) {
    let said = []; // of the exchange that is being asked for
    let swallows = false;
    const ask = messages((type, bytes) => {
      said.push(Buffer.from(bytes));
      if (type === "S" || type === "Q") {
        const all = Buffer.concat(said);
        const how = this.plan(++this.exchanges, all);
        if (how) this.cuts++;
        if (how === "before") return end();
        if (how === "half") return server.write(all.subarray(0, all.length / 2), end);
        swallows = how === "after";
      } else if (type !== "" && type !== "H" && type !== "X") return;
      server.write(Buffer.concat(said));
      said = [];
    }, true);
    const hear = messages((type) => swallows && type === "Z" && (end(), this.lost?.()));
    client.on("data", ask);
    server.on("data", (bytes) => {
      hear(bytes);
      if (!swallows && !client.destroyed) client.write(bytes);
    });
  }

  /** Nobody gets through any more, until `away` is false. */
  leave() {
    this.away = true;
    for (const end of this.open) end();
  }

  close() {
    this.leave();
    this.server.close();
  }
}
