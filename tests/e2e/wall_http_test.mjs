// Bytes on the socket that two servers in a row could divide differently, heads and bodies without measure: refused
// with a plain answer and a closed connection, within a second, and without memory that stays taken.
// MISSION: INT-01
// QUALITY: S-HTTP, S-BOMB
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { Server } from "../server.mjs";
import { converse, send } from "./wire.mjs";

const server = new Server();
let admin;
before(async () => {
  await server.start();
  admin = await server.login("administrator");
});
after(async () => {
  await server.stop();
  server.remove();
});

const line = "GET /healthz HTTP/1.1\r\n";
const post = "POST /api/v1/session HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n";
const smuggled = "GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n";
const twoWays = {
  "length and chunks": `${post}Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n${smuggled}`,
  "chunks and length": `${post}Transfer-Encoding: chunked\r\nContent-Length: 4\r\n\r\n0\r\n\r\n${smuggled}`,
  "two lengths": `${post}Content-Length: 0\r\nContent-Length: 36\r\n\r\n${smuggled}`,
  "one length twice": `${post}Content-Length: 2\r\nContent-Length: 2\r\n\r\n{}`,
  "a list of lengths": `${post}Content-Length: 2, 2\r\n\r\n{}`,
  "a length with a sign": `${post}Content-Length: +2\r\n\r\n{}`,
  "a length below nothing": `${post}Content-Length: -1\r\n\r\n{}`,
  "a length in hex": `${post}Content-Length: 0x2\r\n\r\n{}`,
  "a length beyond numbers": `${post}Content-Length: 99999999999999999999999\r\n\r\n{}`,
  "another coding": `${post}Transfer-Encoding: gzip\r\n\r\n{}`,
  "a coding before chunks": `${post}Transfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n`,
  "chunks not last": `${post}Transfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n`,
  "a coding nobody knows": `${post}Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n`,
  "chunks twice": `${post}Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`,
  "a blank before the colon": `${post}Transfer-Encoding : chunked\r\n\r\n0\r\n\r\n`,
  "a tab in the coding": `${post}Transfer-Encoding:\tchunked\x0b\r\n\r\n0\r\n\r\n`,
  "a chunk size that is none": `${post}Transfer-Encoding: chunked\r\n\r\nzz\r\n{}\r\n0\r\n\r\n`,
  "a chunk size with a sign": `${post}Transfer-Encoding: chunked\r\n\r\n-2\r\n{}\r\n0\r\n\r\n`,
  "a chunk size beyond numbers": `${post}Transfer-Encoding: chunked\r\n\r\nfffffffffffffffff\r\n{}\r\n0\r\n\r\n`,
  "a chunk longer than it says": `${post}Transfer-Encoding: chunked\r\n\r\n1\r\n{}\r\n0\r\n\r\n`,
  "a folded line": `${line}Host: x\r\nCookie: a\r\n b\r\n\r\n`,
  "a line folded by a tab": `${line}Host: x\r\nTransfer-Encoding:\r\n\tchunked\r\n\r\n`,
  "a bare line feed": `${line}Host: x\nX: y\r\n\r\n`,
  "only line feeds": "GET /healthz HTTP/1.1\nHost: x\n\n",
  "a bare carriage return": `${line}Host: x\rX: y\r\n\r\n`,
  "a NUL": `${line}Host: x\0y\r\n\r\n`,
  "a NUL in the address": "GET /health\0z HTTP/1.1\r\nHost: x\r\n\r\n",
  "no host": `${line}\r\n`,
  "two hosts": `${line}Host: x\r\nHost: y\r\n\r\n`,
  "no colon": `${line}Host: x\r\nNonsense\r\n\r\n`,
  "a name with a blank": `${line}Host: x\r\nBad Name: y\r\n\r\n`,
  "an empty name": `${line}Host: x\r\n: y\r\n\r\n`,
  "a line before the first": `\r\n${line}Host: x\r\n\r\n`,
  "two addresses": "GET /healthz /p HTTP/1.1\r\nHost: x\r\n\r\n",
  "no version": "GET /healthz\r\nHost: x\r\n\r\n",
  "another version": "GET /healthz HTTP/9.9\r\nHost: x\r\n\r\n",
  "the beginning of HTTP/2": "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
  "an address of elsewhere": "GET http://evil.example/ HTTP/1.1\r\nHost: x\r\n\r\n",
  "two origins": `${post}Origin: https://x\r\nOrigin: https://y\r\nContent-Length: 2\r\n\r\n{}`,
  "two content types": `${post}Content-Type: text/plain\r\nContent-Length: 2\r\n\r\n{}`,
  "two logins": `${line}Host: x\r\nAuthorization: Bearer a\r\nAuthorization: Bearer b\r\n\r\n`,
  noise: "\x16\x03\x01\x02\0\x01\0\x01\xfc\x03\x03\r\n\r\n",
};

test("what can be read in two ways is refused, and the connection closed", async () => {
  const wrong = [];
  for (const [name, bytes] of Object.entries(twoWays)) {
    const { text, closed } = await converse(server.port, Buffer.from(bytes, "latin1"));
    const answers = text.match(/HTTP\/1\.1 \d+/g) ?? [];
    if (answers.join() !== "HTTP/1.1 400" || !closed) wrong.push(`${name}: ${answers.join() || "nothing"} ${closed}`);
  }
  assert.deepEqual(wrong, []);
});

test("what is well-formed is answered, one after the other on one connection", async () => {
  const chunked = `${post}Origin: http://x\r\nTransfer-Encoding: Chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n`;
  const { text } = await converse(server.port, `${smuggled}${chunked}${smuggled}`, 500);
  assert.deepEqual(text.match(/HTTP\/1\.1 \d+/g), ["HTTP/1.1 200", "HTTP/1.1 422", "HTTP/1.1 200"]);
});

test("a head without measure is refused", async () => {
  for (const head of [
    `X: ${"y".repeat(20_000)}`,
    "A: b\r\n".repeat(4_000).trim(),
    `Cookie: ${"a=b; ".repeat(5_000)}`,
  ]) {
    const { text, closed } = await converse(server.port, `${line}Host: x\r\n${head}\r\n\r\n`);
    assert.match(text, /^HTTP\/1\.1 431 /);
    assert.ok(closed);
  }
  const { text } = await converse(server.port, `GET /${"a".repeat(20_000)} HTTP/1.1\r\nHost: x\r\n\r\n`);
  assert.match(text, /^HTTP\/1\.1 431 /);
});

const memory_mib = () =>
  Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${server.process.pid}/status`, "utf8"))[1]) / 1024;
const api = (path) => `/api/v1/w/${admin.workspace}/${path}`;
const depth = (n) => "[".repeat(n) + "]".repeat(n);
const keys = (n) => `{${Array.from({ length: n }, (_, i) => `"k${i}":0`).join()}}`;
const MIB = 1024 * 1024;
const bombs = {
  "a hundred thousand lists deep": ["accounts", depth(100_000), [400]],
  "as deep, in a value": ["accounts", `{"name":${depth(100_000)}}`, [400]],
  "a hundred thousand keys": ["accounts", keys(80_000), [422]],
  "a million keys": ["accounts", keys(1_000_000), [413]],
  "a million keys where files may come": ["imports", keys(900_000), [413, 422]],
  "five million nulls": ["imports", `[${"0,".repeat(5_000_000)}0]`, [413, 422]],
  "an import without end": ["imports", `{"kind":"accounts","csv":"${"x".repeat(13 * MIB)}"}`, [413]],
  "a number of a million digits": ["accounts", `{"employees":${"9".repeat(1_000_000)}}`, [400, 422]],
  "a text of a megabyte": ["accounts", JSON.stringify({ name: "x".repeat(900_000) }), [422]],
  "a file too large": ["files?name=a.txt", "x".repeat(13 * MIB), [413]],
  "a setting too large": [null, JSON.stringify("x".repeat(900_000)), [413]],
};

test("bombs are refused within a second each and leave no memory taken", async () => {
  await admin.get("accounts");
  const before = memory_mib();
  for (const [name, [path, body, good]] of Object.entries(bombs)) {
    const began = performance.now();
    const headers = { ...admin.headers, Origin: server.url, "Content-Type": "application/json" };
    const [method, address] = path ? ["POST", api(path)] : ["PUT", "/api/v1/settings/bomb"];
    const answer = await send(server, method, address, { headers, body }).catch((error) => ({ status: error.code }));
    const ms = performance.now() - began;
    // A connection that is closed over a body nobody reads is a refusal too.
    assert.ok(
      [...good, "ECONNRESET", "EPIPE"].includes(answer.status),
      `${name}: ${answer.status} ${answer.text ?? ""}`,
    );
    assert.ok(ms < 1000, `${name} took ${Math.round(ms)} ms`);
    if (answer.text) assert.ok(answer.text.length < 64 * 1024, `${name}: ${answer.text.length} characters of reasons`);
  }
  assert.ok(memory_mib() - before <= 64, `${Math.round(memory_mib() - before)} MiB more than before`);
});

test("a body that is packed is not unpacked", async () => {
  for (const coding of ["gzip", "br", "deflate", "zstd"]) {
    const headers = {
      ...admin.headers,
      Origin: server.url,
      "Content-Type": "application/json",
      "Content-Encoding": coding,
    };
    const answer = await send(server, "POST", api("accounts"), { headers, body: Buffer.from([0x1f, 0x8b, 8, 0]) });
    assert.equal(answer.status, 415, coding);
  }
});
