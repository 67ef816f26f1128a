// A second, independent verifier of receipts and other documents with a proof, written from docs/proofs.md with nothing
// but Node's own cryptography. It shares no code with the program.   node tests/verify.mjs FILE…
import { createHash, createHmac, createPublicKey, verify } from "node:crypto";
import { readFileSync } from "node:fs";

const sha256 = (...parts) => parts.reduce((hash, part) => hash.update(part), createHash("sha256")).digest();
const node = (left, right) => sha256(Buffer.from([1]), left, right);
const must = (holds, what) => {
  if (!holds) throw new Error(what);
};

/** Strictly: no stray characters, which Node would overlook. */
function base64(text) {
  const bytes = Buffer.from(text, "base64");
  must(bytes.toString("base64") === text, "something is not base64");
  return bytes;
}

/** RFC 8785, for what JSON.parse gives back: members sorted by name, no white space. */
function canonical(value) {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (value === null || typeof value !== "object") return JSON.stringify(value);
  const members = Object.keys(value).sort();
  return `{${members.map((name) => `${JSON.stringify(name)}:${canonical(value[name])}`).join(",")}}`;
}

/** Ed25519 keys by name and id: `name+hex id+base64(1 ‖ key)`. */
function keyring(texts) {
  return texts.map((text) => {
    const [name, id] = text.split("+");
    const bytes = base64(text.slice(name.length + id.length + 2));
    must(bytes[0] === 1 && bytes.length === 33, "a key is not one of Ed25519");
    must(sha256(name, "\n", bytes).subarray(0, 4).toString("hex") === id, "a key has another id than it says");
    const x = bytes.subarray(1).toString("base64url");
    return { name, id, key: createPublicKey({ key: { kty: "OKP", crv: "Ed25519", x }, format: "jwk" }) };
  });
}

/** The text of a signed note. */
function opened(note, keys) {
  const end = note.lastIndexOf("\n\n");
  const text = note.slice(0, end + 1);
  const signatures = note.slice(end + 2).split("\n");
  must(end > 0 && signatures.length > 1 && signatures.pop() === "", "a note does not end as notes do");
  const good = signatures.some((line) => {
    const [, name, signature] = /^\u2014 (\S+) (\S+)$/.exec(line) ?? [];
    must(name, "a note has a line that is no signature");
    const bytes = base64(signature ?? "");
    const known = keys.find((k) => k.name === name && k.id === bytes.subarray(0, 4).toString("hex"));
    return known && verify(null, Buffer.from(text), known.key, bytes.subarray(4));
  });
  must(good, "a note is not signed by a known key");
  return text;
}

/** RFC 9162 2.1.3.2. */
function rootFrom(leaf, index, size, path) {
  let [fn, sn, root] = [BigInt(index), BigInt(size) - 1n, leaf];
  must(fn <= sn, "an event lies beyond the checkpoint");
  for (const sibling of path) {
    must(sn > 0n, "a path is too long");
    if (fn & 1n || fn === sn) {
      root = node(sibling, root);
      while (!(fn & 1n) && fn > 0n) [fn, sn] = [fn >> 1n, sn >> 1n];
    } else root = node(root, sibling);
    [fn, sn] = [fn >> 1n, sn >> 1n];
  }
  must(sn === 0n, "a path is too short");
  return root;
}

function commitments(value, found = new Map()) {
  if (value && typeof value === "object") {
    if (typeof value.ref === "string" && typeof value.com === "string") found.set(value.ref, value.com);
    for (const each of Object.values(value)) commitments(each, found);
  }
  return found;
}

/** Throws with what is wrong; answers what was proved. `trusted`: public keys known from elsewhere. */
export function verifyDocument(document, trusted) {
  const { statement, ...proof } = document.proof ?? {};
  must(proof.format === "vouchsafe/proof/1", "there is no proof that is known here");
  const keys = keyring(trusted ?? proof.keys);
  const [origin, size, root] = opened(proof.checkpoint, keys).split("\n");
  const events = proof.events.map(({ sequence, event, nonce, path }) => {
    const bytes = base64(event);
    must(base64(nonce).length === 16, "a nonce has another length");
    const leaf = sha256(Buffer.from([0]), base64(nonce), bytes);
    const found = rootFrom(leaf, sequence - 1, Number(size), path.map(base64));
    must(found.equals(base64(root)), `event ${sequence} does not stand there in the ledger`);
    const envelope = JSON.parse(bytes.toString());
    must(`vouchsafe/${envelope.ws}` === origin && envelope.seq === sequence, `event ${sequence} stands elsewhere`);
    return envelope;
  });
  const known = commitments(events.map((each) => each.data));
  for (const { ref, salt, words } of proof.words) {
    const made = createHmac("sha256", base64(salt)).update(words).digest("base64url");
    must(known.get(ref) === made, `words ${ref} are not those that the ledger is bound to`);
  }
  const digest = sha256(canonical({ ...document, proof })).toString("base64");
  const expected = `${origin}\ndocument sha256 ${digest}\ncheckpoint ${size}\n`;
  must(opened(statement, keys) === expected, "what it says was changed after it was signed");
  return { origin, size: Number(size), root, events };
}

/** Throws unless `{name: bytes}` is an evidence pack with all of its files, and none but them. */
export function verifyPack(entries, trusted) {
  const record = JSON.parse(entries["record.json"] ?? "null") ?? {};
  const proved = verifyDocument(record, trusted);
  const named = new Map(record.files.map((file) => [file.name, file.sha256]));
  named.set("checkpoint.txt", sha256(record.proof.checkpoint).toString("base64"));
  named.set("keys.txt", sha256(record.proof.keys.map((key) => `${key}\n`).join("")).toString("base64"));
  for (const [name, bytes] of Object.entries(entries)) {
    if (name === "record.json") continue;
    must(named.get(name) === sha256(bytes).toString("base64"), `${name} is not the file that the record names`);
    named.delete(name);
  }
  must(named.size === 0, `${[...named.keys()]} is missing`);
  return proved;
}

if (process.argv[1] === import.meta.filename)
  for (const file of process.argv.slice(2))
    try {
      const { origin, size, events } = verifyDocument(JSON.parse(readFileSync(file, "utf8")));
      console.log(`ok ${file}: ${events.length} events in ${origin} of ${size}`);
    } catch (error) {
      console.log(`bad ${file}: ${error.message}`);
      process.exitCode = 3;
    }
