// Lists as tables for spreadsheets: all rows, RFC 4180, and no cell that a spreadsheet would run as a formula.
// MISSION: DIR-03, REC-06
// QUALITY: S-CSV
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { Server } from "../server.mjs";

const server = new Server();
let owner, admin;
before(async () => {
  await server.start();
  [owner, admin] = await Promise.all(["program_owner", "administrator"].map((role) => server.login(role)));
});
after(async () => {
  await server.stop();
  server.remove();
});

/** Reads RFC 4180, and nothing else: every cell quoted, lines ended by CR LF. */
function read(text) {
  assert.equal(text.charCodeAt(0), 0xfeff, "no mark for UTF-8");
  const rows = [[]];
  for (let at = 1; at < text.length;) {
    assert.equal(text[at], '"', `a cell without quotes at ${at}: ${text.slice(at, at + 40)}`);
    let cell = "";
    for (at += 1; text[at] !== '"' || text[at + 1] === '"'; at += text[at] === '"' ? 2 : 1) cell += text[at];
    rows.at(-1).push(cell);
    at += 1;
    if (text[at] === ",") at += 1;
    else if (text.slice(at, at + 2) === "\r\n") ((at += 2), at < text.length && rows.push([]));
    else assert.fail(`neither comma nor end of line at ${at}`);
  }
  const [head, ...lines] = rows;
  for (const line of lines) assert.equal(line.length, head.length);
  return lines.map((line) => Object.fromEntries(line.map((cell, i) => [head[i], cell])));
}

const signs = ["=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠"];
const tails = [
  "1+1",
  "cmd|' /C calc'!A0",
  'HYPERLINK("http://evil.example","x")',
  "SUM(A1:A9)",
  "-2",
  'a"b',
  "a,b",
  "a;b",
  "a\nb",
  "1",
];
const cells = signs.flatMap((sign) =>
  tails.flatMap((tail) => ["", " ", "'", '"', sign].map((before) => before + sign + tail)),
);

test("five hundred hostile cells come out as text, and otherwise as they went in", async () => {
  assert.equal(cells.length, 500);
  const names = new Map();
  await Promise.all(
    cells.map(async (cell, i) => {
      const made = await owner.post("accounts", { name: `Cell ${i}`, industry: cell });
      assert.equal(made.status, 201, made.text);
      names.set(made.body.name, (await owner.must("GET", `accounts/${made.body.id}`)).industry);
    }),
  );
  const answer = await owner.get("accounts?q=Cell&format=csv&limit=3&sort=name");
  assert.equal(answer.status, 200, answer.text);
  assert.equal(answer.headers["content-type"], "text/csv; charset=utf-8");
  assert.match(answer.headers["content-disposition"], /^attachment; filename="accounts.csv"/);
  const rows = read(answer.text);
  let guarded = 0;
  for (const { name, industry } of rows.filter((row) => names.has(row.name))) {
    assert.ok(!/^[=+\-@\t\r\n＝＋－＠]/.test(industry), JSON.stringify(industry));
    if (industry.startsWith("'") && industry.slice(1) === names.get(name)) guarded += 1;
    else assert.equal(industry, names.get(name));
  }
  assert.equal(rows.filter((row) => names.has(row.name)).length, 500, "the table is one page only");
  assert.ok(guarded >= 200, `${guarded} cells were guarded`);
});

test("every list there is comes as a table of its rows", async () => {
  const { body } = await server.send("GET", "/api/v1/openapi.json");
  const lists = Object.entries(body.paths)
    .filter(([, { get }]) => get?.parameters.some(({ name }) => name === "format"))
    .map(([path]) => path.split("/").at(-1));
  assert.ok(lists.length > 15, lists.join());
  for (const name of lists) {
    const whole = await admin.get(`${name}?limit=1`);
    const answer = await admin.get(`${name}?format=csv`);
    assert.match(answer.headers["content-type"], /^text\/csv/, `${name}: ${answer.text.slice(0, 300)}`);
    assert.equal(answer.status, 200, `${name}: ${answer.text.slice(0, 300)}`);
    const rows = read(answer.text);
    assert.equal(rows.length, whole.body.total, name);
    if (rows.length && whole.body.items[0].id)
      assert.ok(
        rows.some((row) => row.id === whole.body.items[0].id),
        name,
      );
  }
});

test("tables obey roles, filters and the words of the contract", async () => {
  const requester = await server.login("requester");
  const [hidden, shown] = await Promise.all([requester.get("mails?format=csv"), requester.get("accounts?format=csv")]);
  assert.equal(hidden.status, 403);
  assert.equal(shown.status, 200);
  assert.equal((await owner.get("accounts?format=xml")).status, 400);
  assert.ok([400, 422].includes((await owner.get("accounts?format=csv&colour=red")).status));
  const one = (await owner.must("GET", "accounts?limit=1")).items[0];
  assert.equal(read((await owner.get(`accounts?format=csv&name=${encodeURIComponent(one.name)}`)).text)[0].id, one.id);
});
