// Hostile files: refused, or kept and given back so that no browser runs a byte of them; pictures without what their
// cameras noted, and never decoded before their size is known.
// MISSION: AUT-08, REC-06
// QUALITY: S-UPLOAD, S-BOMB
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { crc32, deflateSync } from "node:zlib";
import { Server } from "../server.mjs";
import { launch, open, signIn } from "./browser.mjs";
import { send } from "./wire.mjs";

const server = new Server();
let browser, page, owner;
before(async () => {
  await server.start();
  owner = await server.login("program_owner");
  browser = await launch();
  page = await open(browser, server); // without the policy, so that only what comes with the files protects
  await signIn(page, "program_owner");
});
after(async () => {
  await browser?.close();
  await server.stop();
  server.remove();
});

const upload = (bytes, name, type = "application/octet-stream") =>
  owner.call("POST", `files?name=${encodeURIComponent(name)}`, Buffer.from(bytes, "latin1"), { "Content-Type": type });
const download = (id) => send(server, "GET", `/api/v1/w/${owner.workspace}/files/${id}`, { headers: owner.headers });

const script = "<script>top.ran=1;parent.ran=1;window.ran=1</script>";
const js = "top.ran=1;window.ran=1;";
const heads = {
  "": "",
  pdf: "%PDF-1.7\n",
  gif: "GIF89a=1;",
  png: "\x89PNG\r\n\x1a\n",
  jpeg: "\xff\xd8\xff\xe0",
  zip: "PK\x03\x04",
  blank: "\n\t  ",
  bom: "\xef\xbb\xbf",
  utf16: "\xff\xfe",
  comment: "/* a note */ ",
};
const payloads = {
  html: `<!doctype html><html><body onload="${js}">${script}`,
  svg: `<svg xmlns="http://www.w3.org/2000/svg" onload="${js}">${script}</svg>`,
  xml: `<?xml version="1.0"?><?xml-stylesheet href="data:text/xsl,x"?><x:script xmlns:x="http://www.w3.org/1999/xhtml">${js}</x:script>`,
  js,
  module: `export default 1;${js}`,
  css: `*{background:url(javascript:${js})}`,
  mht: `MIME-Version: 1.0\r\nContent-Type: text/html\r\n\r\n${script}`,
  form: `--x\r\nContent-Type: text/html\r\n\r\n${script}\r\n--x--`,
};
const names = ["note.txt", "scan.png", "scan.jpg", "letter.pdf", "page.html", "logo.svg", "run.js", "none"];
const corpus = Object.entries(heads).flatMap(([head, bytes]) =>
  Object.entries(payloads).flatMap(([kind, payload], i) =>
    [names[i % names.length], names[(i + 3) % names.length], "note.txt"].map((name) => [
      `${head} ${kind} as ${name}`,
      bytes + payload,
      name,
    ]),
  ),
);

test("two hundred hostile files: refused, or given back as what no browser runs", async () => {
  assert.ok(corpus.length >= 200, `${corpus.length} files`);
  const kept = new Set();
  for (const [what, bytes, name] of corpus) {
    const answer = await upload(bytes, name);
    assert.ok([201, 422].includes(answer.status), `${what}: ${answer.status} ${answer.text}`);
    if (answer.status === 201) kept.add(answer.body.id);
    if (/\.(html|svg|js)$/.test(name)) assert.equal(answer.status, 422, what);
  }
  assert.ok(kept.size >= 20, `only ${kept.size} were kept`);
  const outside = [];
  page.on("request", (request) => !request.url().startsWith(server.url) && outside.push(request.url()));
  for (const id of kept) {
    const { headers } = await download(id);
    assert.match(headers["content-disposition"], /^attachment; filename="/);
    assert.equal(headers["x-content-type-options"], "nosniff");
    assert.equal(headers["content-security-policy"], "sandbox; default-src 'none'");
    assert.match(headers["content-type"], /^(text\/plain; charset=utf-8|application\/(pdf|zip)|image\/(png|jpeg))$/);
  }
  const addresses = [...kept].map((id) => `/api/v1/w/${owner.workspace}/files/${id}`);
  const loaded = await page.evaluate(async (all) => {
    const ended = new Set();
    const parts = all.flatMap((address) =>
      ["script", "module", "img", "iframe", "object", "link"].map((kind) => {
        const element = document.createElement(kind === "module" ? "script" : kind);
        if (kind === "module") element.type = "module";
        if (kind === "link") element.rel = "stylesheet";
        element[kind === "object" ? "data" : kind === "link" ? "href" : "src"] = address;
        return element;
      }),
    );
    const waits = parts.map(
      (element) =>
        new Promise((resolve) => {
          const done = () => resolve(ended.add(element));
          element.onload = done;
          element.onerror = done;
          setTimeout(done, 3000);
          document.body.append(element);
        }),
    );
    await Promise.all(waits);
    return ended.size;
  }, addresses);
  assert.equal(loaded, addresses.length * 6);
  assert.equal(await page.evaluate("window.ran"), undefined, "a file ran");
  assert.deepEqual(outside, []);
});

test("opened by its address, a file is saved and not shown", async () => {
  const { body } = await upload(`Dear all ${payloads.html}`, "letter.txt");
  const saved = page.waitForEvent("download");
  await page.goto(`${server.url}/api/v1/w/${owner.workspace}/files/${body.id}`).catch(() => {});
  assert.equal((await saved).suggestedFilename(), "letter.txt");
});

test("names do no harm where they are written", async () => {
  for (const name of [
    'a"; filename="b.html.txt',
    "../../etc/passwd.txt",
    "x\r\nSet-Cookie: a=b.txt",
    "Verträge – 日本.txt",
    "\u202Egpj.txt",
  ]) {
    const { body, status, text } = await upload(`words of ${name.length}`, name);
    assert.equal(status, 201, text);
    const { headers } = await download(body.id);
    assert.match(headers["content-disposition"], /^attachment; filename="[^"\r\n/\\]+"; filename\*=UTF-8''[\w.%-]+$/);
    assert.equal(headers["set-cookie"], undefined);
  }
});

test("a file is what its name and its type say", async () => {
  for (const [bytes, name, type] of [
    ["%PDF-1.7\n", "a.png"],
    ["plain words", "a.pdf"],
    ["plain words", "a.exe"],
    ["plain words", "a.txt", "image/png"],
    ["%PDF-1.7\n", "a.pdf", "text/html"],
    ["MZ\x90", "a.txt"],
    ["\x7fELF", "a"],
    ["#!/bin/sh\n", "a.txt"],
    ["GIF89a", "a.gif"],
    ["\xff\xfe\x00", "a.txt"],
  ]) {
    const answer = await upload(bytes, name, type);
    assert.equal(answer.status, 422, `${name} ${type}: ${answer.text}`);
    assert.match(answer.body.code, /^file_(kind|not_what_it_says)$/);
  }
  assert.equal((await upload("plain words, honest", "a.TXT", "text/plain; charset=utf-8")).status, 201);
});

/** A picture as the browser itself makes it, and how a browser sees one. */
const drawn = (type) =>
  page.evaluate((kind) => {
    const canvas = Object.assign(document.createElement("canvas"), { width: 40, height: 20 });
    const brush = canvas.getContext("2d");
    for (let x = 0; x < 40; x += 4) ((brush.fillStyle = `hsl(${x * 9} 90% 50%)`), brush.fillRect(x, 0, 4, 20 - x / 4));
    return canvas.toDataURL(kind).split(",")[1];
  }, type);
const seen = (bytes, type) =>
  page.evaluate(
    async ([base64, kind]) => {
      const data = Uint8Array.from(atob(base64), (c) => c.charCodeAt(0));
      const image = await createImageBitmap(new Blob([data], { type: kind }));
      const canvas = Object.assign(document.createElement("canvas"), { width: image.width, height: image.height });
      const brush = canvas.getContext("2d");
      brush.drawImage(image, 0, 0);
      return `${image.width}×${image.height} ${brush.getImageData(0, 0, image.width, image.height).data.join()}`;
    },
    [Buffer.from(bytes, "latin1").toString("base64"), type],
  );

/** An Exif block: lies on its side, made by a canary, in a place. */
function exif() {
  const words = "CANARY-CAMERA\0";
  const bytes = Buffer.alloc(6 + 8 + 2 + 24 + 4 + words.length);
  bytes.write("Exif\0\0MM\0*", "latin1");
  bytes.writeUInt32BE(8, 10);
  bytes.writeUInt16BE(2, 14);
  const entry = (at, tag, type, count, value) => {
    bytes.writeUInt16BE(tag, at);
    bytes.writeUInt16BE(type, at + 2);
    bytes.writeUInt32BE(count, at + 4);
    if (type === 3) bytes.writeUInt16BE(value, at + 8);
    else bytes.writeUInt32BE(value, at + 8);
  };
  entry(16, 0x010f, 2, words.length, 38);
  entry(28, 0x0112, 3, 1, 6);
  bytes.write(words, 44, "latin1");
  const head = Buffer.from([0xff, 0xe1, 0, 0]);
  head.writeUInt16BE(bytes.length + 2, 2);
  return Buffer.concat([head, bytes]);
}
const segment = (marker, text) => {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(text.length + 2, 2);
  return Buffer.concat([head, Buffer.from(text, "latin1")]);
};
const chunk = (type, data) => {
  const head = Buffer.alloc(4);
  head.writeUInt32BE(data.length);
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const tail = Buffer.alloc(4);
  tail.writeUInt32BE(crc32(body));
  return Buffer.concat([head, body, tail]);
};

test("a photograph keeps its picture and its way up, and loses what the camera noted", async () => {
  const plain = Buffer.from(await drawn("image/jpeg"), "base64");
  const noted = Buffer.concat([
    plain.subarray(0, 2),
    exif(),
    segment(0xfe, "CANARY comment"),
    segment(0xe1, "http://ns.adobe.com/xap/1.0/\0CANARY-XMP"),
    plain.subarray(2),
    Buffer.from(`CANARY tail ${script}`),
  ]);
  const { body, status, text } = await upload(noted.toString("latin1"), "scan.jpg", "image/jpeg");
  assert.equal(status, 201, text);
  const { bytes } = await download(body.id);
  assert.ok(!bytes.includes("CANARY"), "a note is still there");
  const before = await seen(noted.toString("latin1"), "image/jpeg");
  assert.match(before, /^20×40 /, "the test's own picture does not lie on its side");
  assert.equal(await seen(bytes.toString("latin1"), "image/jpeg"), before);
});

test("a drawing keeps its pixels, and loses the texts beside them", async () => {
  const plain = Buffer.from(await drawn("image/png"), "base64");
  const noted = Buffer.concat([
    plain.subarray(0, 33),
    chunk("tEXt", Buffer.from("Author\0CANARY")),
    chunk("eXIf", Buffer.from("MM\0*CANARY")),
    plain.subarray(33),
    Buffer.from(script),
  ]);
  const { body, status, text } = await upload(noted.toString("latin1"), "drawing.png", "image/png");
  assert.equal(status, 201, text);
  const { bytes } = await download(body.id);
  assert.ok(!bytes.includes("CANARY") && !bytes.includes("<script"), "a note is still there");
  assert.equal(await seen(bytes.toString("latin1"), "image/png"), await seen(plain.toString("latin1"), "image/png"));
});

test("pictures of too many pixels are refused before they are decoded", async () => {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(30_000, 0);
  head.writeUInt32BE(30_000, 4);
  head.set([8, 6, 0, 0, 0], 8);
  const flood = Buffer.concat([
    Buffer.from("\x89PNG\r\n\x1a\n", "latin1"),
    chunk("IHDR", head),
    chunk("IDAT", deflateSync(Buffer.alloc(1_000_000))),
    chunk("IEND", Buffer.alloc(0)),
  ]);
  const jpeg = Buffer.from(await drawn("image/jpeg"), "base64");
  const frame = jpeg.indexOf(Buffer.from([0xff, 0xc0]));
  jpeg.writeUInt16BE(65_000, frame + 5);
  jpeg.writeUInt16BE(65_000, frame + 7);
  for (const [bytes, name] of [
    [flood, "flood.png"],
    [jpeg, "flood.jpg"],
  ]) {
    const began = performance.now();
    const answer = await upload(bytes.toString("latin1"), name);
    assert.equal(answer.body.code, "picture.huge", answer.text);
    assert.ok(performance.now() - began < 1000);
  }
});

test("pictures that break off, or are none, are refused", async () => {
  const [jpeg, png] = [
    Buffer.from(await drawn("image/jpeg"), "base64"),
    Buffer.from(await drawn("image/png"), "base64"),
  ];
  for (const [whole, name] of [
    [jpeg, "half.jpg"],
    [png, "half.png"],
  ])
    for (const part of [0.1, 0.3, 0.5, 0.7, 0.9]) {
      const answer = await upload(whole.subarray(0, whole.length * part).toString("latin1"), name);
      assert.equal(answer.body.code, "picture.broken", `${name} ${part}: ${answer.text}`);
    }
});
