// A witness of ledgers, small and strict, as https://c2sp.org/tlog-witness describes one: written from there with
// nothing but Node's own cryptography, sharing no code with the program. Faults can be switched on.
import { createHash, createPublicKey, generateKeyPairSync, sign, verify } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { open, rename } from "node:fs/promises";
import http from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";

export const sha256 = (...parts) => parts.reduce((hash, part) => hash.update(part), createHash("sha256")).digest();
export const node = (left, right) => sha256(Buffer.from([1]), left, right);
const base64 = (text) => {
  const bytes = Buffer.from(text, "base64");
  return bytes.toString("base64") === text ? bytes : null;
};
const idOf = (name, material) => sha256(name, "\n", material).subarray(0, 4);

/** An Ed25519 key pair under a name; `kind` 1 signs notes, 4 cosigns. */
export function keyPair(name, kind) {
  const { publicKey, privateKey } = generateKeyPairSync("ed25519");
  const raw = Buffer.from(publicKey.export({ format: "jwk" }).x, "base64url");
  const material = Buffer.concat([Buffer.from([kind]), raw]);
  const id = idOf(name, material);
  return { name, id, privateKey, text: `${name}+${id.toString("hex")}+${material.toString("base64")}` };
}

/** The public half of a key that signs notes. */
export function readKey(text) {
  const [name, id] = text.split("+");
  const material = base64(text.slice(name.length + id.length + 2));
  if (material?.length !== 33 || idOf(name, material).toString("hex") !== id) throw new Error(`no key: ${text}`);
  const jwk = { kty: "OKP", crv: "Ed25519", x: material.subarray(1).toString("base64url") };
  return { name, kind: material[0], id: Buffer.from(id, "hex"), key: createPublicKey({ key: jwk, format: "jwk" }) };
}

export const signatureLine = (key, bytes) =>
  `\u2014 ${key.name} ${Buffer.concat([key.id, bytes]).toString("base64")}\n`;
const cosigned = (time, text) => Buffer.from(`cosignature/v1\ntime ${time}\n${text}`);

/** `{text, origin, size, root, lines}` of a signed checkpoint, or null. */
export function readCheckpoint(note) {
  const end = note.lastIndexOf("\n\n");
  const text = note.slice(0, end + 1);
  const [origin, size, hash] = text.split("\n");
  const root = base64(hash ?? "");
  if (end < 0 || !note.endsWith("\n") || !origin || !/^(0|[1-9]\d*)$/.test(size) || root?.length !== 32) return null;
  const lines = note.slice(end + 2, -1).split("\n");
  const signatures = lines.map((line) => {
    const [, name, encoded] = /^\u2014 (\S+) (\S+)$/.exec(line) ?? [];
    const bytes = base64(encoded ?? "");
    return bytes && { name, id: bytes.subarray(0, 4), bytes: bytes.subarray(4) };
  });
  return signatures.every(Boolean) ? { text, origin, size: Number(size), root, signatures } : null;
}

/** Whether this key signed the note; of a witness's key, when it cosigned. */
export function signedBy({ text, signatures }, { name, kind, id, key }) {
  const line = signatures.find((each) => each.name === name && each.id.equals(id));
  if (!line) return false;
  if (kind === 1) return verify(null, Buffer.from(text), key, line.bytes);
  const time = line.bytes.readBigUInt64BE(0);
  return verify(null, cosigned(time, text), key, line.bytes.subarray(8)) && Number(time);
}

/** RFC 9162 2.1.4.2. */
export function consistent(from, oldRoot, to, root, given) {
  if (from === 0) return given.length === 0;
  if (from === to) return given.length === 0 && oldRoot.equals(root);
  const path = (from & (from - 1)) === 0 ? [oldRoot, ...given] : given;
  if (!path.length) return false;
  let [fn, sn] = [from - 1, to - 1];
  while (fn & 1) [fn, sn] = [fn >> 1, sn >> 1];
  let [fr, sr] = [path[0], path[0]];
  for (const sibling of path.slice(1)) {
    if (sn === 0) return false;
    if (fn & 1 || fn === sn) {
      [fr, sr] = [node(sibling, fr), node(sibling, sr)];
      while (!(fn & 1) && fn) [fn, sn] = [fn >> 1, sn >> 1];
    } else sr = node(sr, sibling);
    [fn, sn] = [fn >> 1, sn >> 1];
  }
  return sn === 0 && fr.equals(oldRoot) && sr.equals(root);
}

function readRequest(body) {
  const end = body.indexOf("\n\n");
  const [first, ...proof] = body.slice(0, Math.max(end, 0)).split("\n");
  const old = /^old (0|[1-9]\d*)$/.exec(first)?.[1];
  const path = proof.map(base64);
  const checkpoint = readCheckpoint(body.slice(end + 2));
  if (old === undefined || path.length > 63 || !path.every((hash) => hash?.length === 32) || !checkpoint) return null;
  return { old: Number(old), path, checkpoint };
}

export class Witness {
  constructor(name = "witness.test/w1") {
    this.folder = mkdtempSync(join(tmpdir(), "witness-"));
    this.signing = keyPair(name, 4);
    this.logs = [];
    this.asked = 0;
    this.held = new Set();
  }

  /** What those who rely on it configure. */
  get key() {
    return this.signing.text;
  }

  /** From now on it watches the ledger of this key. */
  trust(text) {
    this.logs.push(readKey(text));
  }

  get #file() {
    return join(this.folder, "seen.json");
  }

  /** Origin → `{size, root}` as it lies on the disk. */
  seen() {
    try {
      return JSON.parse(readFileSync(this.#file, "utf8"));
    } catch {
      return {};
    }
  }

  async keep(seen) {
    const fresh = `${this.#file}.${Math.random()}`;
    const file = await open(fresh, "wx");
    await file.writeFile(JSON.stringify(seen));
    await file.sync();
    await file.close();
    await rename(fresh, this.#file);
  }

  /** One after the other: what is checked is what is replaced. */
  alone(work) {
    this.last = (this.last ?? Promise.resolve()).then(work, work);
    return this.last;
  }

  /** The answer to a request: `{status, type, body}`. */
  async add(body) {
    const request = readRequest(body);
    if (!request) return { status: 400, body: "not a request\n" };
    const { old, path, checkpoint } = request;
    const known = this.logs.filter(({ name }) => name === checkpoint.origin);
    if (!known.length) return { status: 404, body: "unknown log\n" };
    if (!known.some((key) => signedBy(checkpoint, key))) return { status: 403, body: "not signed\n" };
    if (old > checkpoint.size) return { status: 400, body: "old size is larger\n" };
    return this.alone(() => this.#replace(old, path, checkpoint));
  }

  async #replace(old, path, { text, origin, size, root }) {
    const seen = this.seen();
    const last = seen[origin] ?? { size: 0, root: "" };
    const conflict = { status: 409, type: "text/x.tlog.size", body: `${last.size}\n` };
    if (old !== last.size) return conflict;
    const oldRoot = Buffer.from(last.root, "base64");
    if (old === size && old > 0 && !oldRoot.equals(root)) return conflict;
    if (!consistent(old, oldRoot, size, root, path)) return { status: 422, body: "no proof\n" };
    await this.keep({ ...seen, [origin]: { size, root: root.toString("base64") } });
    const time = BigInt(Math.floor(Date.now() / 1000));
    const bytes = Buffer.alloc(8);
    bytes.writeBigUInt64BE(time);
    const signature = sign(null, cosigned(time, text), this.signing.privateKey);
    return { status: 200, body: signatureLine(this.signing, Buffer.concat([bytes, signature])) };
  }

  /** Listens on a free port, or on the one it had. `fault(answer)` may replace what it says, or hold it back. */
  async start() {
    this.server = http.createServer(async (request, response) => {
      const parts = [];
      for await (const part of request) parts.push(part);
      this.asked += 1;
      this.held.add(request.socket);
      const right = request.method === "POST" && request.url === "/add-checkpoint";
      const honest = right ? await this.add(Buffer.concat(parts).toString()) : { status: 404, body: "no such place\n" };
      const answer = this.fault ? await this.fault(honest) : honest;
      response.writeHead(answer.status, { "Content-Type": answer.type ?? "text/plain" });
      response.end(answer.body);
    });
    await new Promise((resolve) => this.server.listen(this.port ?? 0, "127.0.0.1", resolve));
    this.port = this.server.address().port;
    this.url = `http://127.0.0.1:${this.port}`;
    return this;
  }

  /** Cuts whoever waits for an answer. */
  cut() {
    for (const socket of this.held) socket.destroy();
    this.held.clear();
  }

  async stop() {
    this.cut();
    await new Promise((resolve) => this.server.close(resolve));
  }

  remove() {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
