// A real server process for tests: its own data folder, a free port, calls as any role of the sample.
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import http from "node:http";
import net from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { copySample } from "./sample.mjs";

export const program = process.env.VOUCHSAFE ?? "build/vouchsafe";
/** The program watches its own memory and needs a multiple of it: nothing can be said then about how much it takes. */
export const watched = Boolean(process.env.VOUCHSAFE_WATCHED);
export const password = "correct-horse-battery-9";

/** Outside of the range from which systems take ports for those who call: whoever restarts finds theirs free again. */
export function freePort() {
  return new Promise((resolve, reject) => {
    const port = 12_000 + Math.floor(Math.random() * 20_000);
    const probe = net.createServer();
    probe.on("error", (error) => (error.code === "EADDRINUSE" ? resolve(freePort()) : reject(error)));
    probe.listen(port, "127.0.0.1", () => probe.close(() => resolve(port)));
  });
}

export class Server {
  /** `sample`: begins with a copy of the sample workspace. `args` and `env`: further settings. */
  constructor({ sample = true, data, args = [], env = {} } = {}) {
    Object.assign(this, { args, env, program });
    this.data = data ?? mkdtempSync(join(tmpdir(), "vouchsafe-"));
    this.sample = sample;
    this.agent = new http.Agent({ keepAlive: true, maxSockets: 16 });
  }

  /** Starts the process and waits until it listens. */
  async start() {
    this.port ??= await freePort();
    process.setMaxListeners(0);
    const args = ["serve", "--data", this.data, "--listen", `127.0.0.1:${this.port}`];
    if (this.sample) await copySample(program, this.data, Server.makeSample);
    this.sample = false; // it is in the ledger now
    args.push(...this.args);
    this.output = this.log = "";
    this.process = spawn(this.program, args, {
      // No person is as fast as a test; how fast a session may be is shown by wall_pace_test.mjs.
      env: {
        VOUCHSAFE_REQUESTS_PER_MINUTE: "10000000",
        ...this.surroundings(),
        VOUCHSAFE_SAMPLE_PASSWORD: password,
        ...this.env,
      },
    });
    const child = this.process;
    process.once("exit", () => child.kill("SIGKILL"));
    this.exited = new Promise((resolve) => this.process.once("exit", (code, signal) => resolve({ code, signal })));
    await new Promise((resolve, reject) => {
      let listens = false;
      const hear = (bytes) => {
        this.output += bytes;
        if (!listens && /listening on http/.test(this.output)) resolve((listens = true));
      };
      this.process.stdout.on("data", hear);
      this.process.stderr.on("data", hear);
      this.process.stderr.on("data", (bytes) => (this.log += bytes));
      this.process.once("error", reject);
      this.exited.then(({ code }) => reject(new Error(`the server ended with ${code}:\n${this.output}`)));
      setTimeout(() => reject(new Error(`the server does not listen:\n${this.output}`)), 120_000).unref();
    });
    return this;
  }

  /** Settings of this process, which tests may change between two starts. */
  surroundings() {
    return process.env;
  }

  /** Makes the sample workspace with no other setting than the password of its logins. */
  static async makeSample(data) {
    const maker = new Server({ sample: false, data, args: ["--sample"] });
    const plain = Object.entries(process.env).filter(([name]) => !name.startsWith("VOUCHSAFE_"));
    maker.surroundings = () => Object.fromEntries(plain);
    await maker.start();
    await maker.stop();
  }

  get url() {
    return `http://127.0.0.1:${this.port}`;
  }

  async stop(signal = "SIGTERM") {
    this.process.kill(signal);
    const how = await this.exited;
    this.agent.destroy();
    this.agent = new http.Agent({ keepAlive: true, maxSockets: 16 });
    return how;
  }

  remove() {
    rmSync(this.data, { recursive: true, force: true });
  }

  /** One HTTP exchange: `{status, headers, body, text, bytes}`, body parsed when it is JSON; throws without answer. */
  send(method, path, body, headers = {}) {
    const payload =
      body === undefined || typeof body === "string" || Buffer.isBuffer(body) ? body : JSON.stringify(body);
    if (payload !== undefined) headers = { "Content-Type": "application/json", ...headers };
    // As a browser on our own page would; the server refuses what comes from other sites.
    headers = { Origin: this.url, ...headers };
    const options = { host: "127.0.0.1", port: this.port, method, path, agent: this.agent, headers };
    return new Promise((resolve, reject) => {
      const request = http.request(options, (response) => {
        const parts = [];
        response.on("data", (part) => parts.push(part));
        response.on("error", reject);
        response.on("end", () => {
          const bytes = Buffer.concat(parts);
          const text = bytes.toString();
          const json = /json/.test(response.headers["content-type"] ?? "");
          resolve({
            status: response.statusCode,
            headers: response.headers,
            bytes,
            text,
            body: json && text ? JSON.parse(text) : text,
          });
        });
      });
      request.on("error", reject);
      request.end(payload);
    });
  }

  /** Signs in; the answer calls the API as that person in one of their workspaces. */
  async login(role, workspaceIndex = 0, secret = password) {
    const email = role.includes("@") ? role : `${role}@sample.test`;
    const signedIn = await this.send("POST", "/api/v1/session", { email, password: secret });
    if (signedIn.status !== 200) throw new Error(`${email} cannot sign in: ${signedIn.status} ${signedIn.text}`);
    const cookie = signedIn.headers["set-cookie"][0].split(";")[0];
    const me = await this.send("GET", "/api/v1/me", undefined, { Cookie: cookie });
    return new Person(this, me.body, me.body.workspaces.at(workspaceIndex).id, { Cookie: cookie });
  }
}

/** Calls of one signed-in person in one workspace. */
export class Person {
  constructor(server, me, workspace, headers) {
    Object.assign(this, { server, me, workspace, headers });
  }

  call(method, path, body, headers = {}) {
    return this.server.send(method, `/api/v1/w/${this.workspace}/${path}`, body, { ...this.headers, ...headers });
  }

  get(path) {
    return this.call("GET", path);
  }

  post(path, body = {}, headers) {
    return this.call("POST", path, body, headers);
  }

  /** The answer of a call that must succeed. */
  async must(method, path, body, headers) {
    const answer = await this.call(method, path, body, headers);
    if (answer.status >= 300) throw new Error(`${method} ${path}: ${answer.status} ${answer.text.slice(0, 2000)}`);
    return answer.body;
  }

  /** All rows of a collection, page after page. */
  async all(path) {
    const rows = [];
    for (let cursor = ""; cursor !== null; ) {
      const page = await this.must(
        "GET",
        `${path}${path.includes("?") ? "&" : "?"}limit=200${cursor && `&cursor=${cursor}`}`,
      );
      rows.push(...page.items);
      cursor = page.next ?? null;
    }
    return rows;
  }
}
