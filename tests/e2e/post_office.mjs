// A real mail server for tests: it takes letters, refuses them, breaks off or falls silent as told, and keeps what
// it took, read as a mail program would read it.
import { simpleParser } from "mailparser";
import { SMTPServer } from "smtp-server";

const answer = (code, text) => Object.assign(new Error(text), { responseCode: code });

export class PostOffice {
  constructor(options = {}) {
    /** What it does with the next letters: ok | busy | refuse_address | refuse_letter | drop | stall | slow */
    this.manner = "ok";
    this.letters = [];
    this.asked = 0;
    this.server = new SMTPServer({
      authOptional: true,
      disabledCommands: options.user ? [] : ["AUTH", "STARTTLS"],
      onAuth: ({ username, password }, session, done) =>
        username === options.user && password === options.password && session.secure
          ? done(null, { user: username })
          : done(answer(535, "no")),
      onRcptTo: (address, session, done) => {
        this.asked++;
        if (options.user && !session.user) return done(answer(530, "sign in first"));
        if (this.manner === "busy") return done(answer(451, "later"));
        if (this.manner === "refuse_address") return done(answer(550, "nobody here"));
        done();
      },
      onData: (stream, session, done) => this.#take(stream, session, done),
    });
    this.server.on("error", () => {}); // connections that end by kill -9
  }

  #take(stream, session, done) {
    const parts = [];
    const manner = this.manner;
    stream.on("data", (part) => {
      if (manner === "drop") for (const connection of this.server.connections) connection._socket.destroy();
      parts.push(part);
    });
    stream.on("error", () => {});
    stream.on("end", async () => {
      if (manner === "stall" || manner === "drop") return;
      if (manner === "refuse_letter") return done(answer(554, "not this one"));
      const bytes = Buffer.concat(parts);
      this.letters.push({
        ...(await simpleParser(bytes)),
        bytes: bytes.toString(),
        to: session.envelope.rcptTo.map((r) => r.address),
        secure: session.secure,
        user: session.user,
      });
      // Taken, but the other side does not know it yet: a crash now makes a letter come twice.
      if (manner === "slow") await new Promise((resolve) => setTimeout(resolve, 120));
      done();
    });
  }

  async open() {
    await new Promise((resolve) => this.server.listen(0, "127.0.0.1", resolve));
    this.port = this.server.server.address().port;
    return this;
  }

  close() {
    for (const connection of this.server.connections) connection._socket?.destroy();
    return new Promise((resolve) => this.server.close(resolve));
  }
}
