// What browsers are told on every page, and that they hold to it: no violation on any screen, and what somebody slips
// into a page does not run.
// MISSION: PRG-07
// QUALITY: S-CSP, 3.4.7
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { Server } from "../server.mjs";
import { launch, open, settled, signIn } from "./browser.mjs";
import { ask, customer, linkOf, phoneAt } from "./customer.mjs";
import { screens, show } from "./screens.mjs";
import { send } from "./wire.mjs";

const server = new Server();
let browser, owner;
before(async () => {
  await server.start();
  owner = await server.login("program_owner");
  browser = await launch();
});
after(async () => {
  await browser?.close();
  await server.stop();
  server.remove();
});

/** Keeps what the browser refused on the page, in whatever document it shows. */
async function watched(page) {
  await page.addInitScript(() => {
    document.addEventListener("securitypolicyviolation", (event) =>
      console.error(`policy: ${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}:${event.lineNumber}`),
    );
  });
  page.refused = [];
  page.on("console", (message) => message.text().startsWith("policy:") && page.refused.push(message.text()));
  return page;
}

const policyOf = (answer) =>
  Object.fromEntries(
    answer.headers["content-security-policy"].split(";").map((part) => {
      const [name, ...values] = part.trim().split(" ");
      return [name, values.join(" ")];
    }),
  );

test("every answer says what it may do and who may use it", async () => {
  const pages = [
    "/",
    "/w/sample/requests",
    "/p",
    "/p/sent",
    "/unsubscribe/a/b/c",
    "/favicon.svg",
    "/api/v1/openapi.json",
  ];
  const assets = /\/assets\/[\w.-]+\.js/.exec((await send(server, "GET", "/")).text);
  for (const path of [...pages, assets[0], "/nowhere.js", "/api/v1/me", "/api/v1/w/x/accounts"]) {
    const answer = await send(server, "GET", path);
    assert.equal(answer.headers["x-content-type-options"], "nosniff", path);
    assert.equal(answer.headers["referrer-policy"], "no-referrer", path);
    assert.equal(answer.headers["cross-origin-opener-policy"], "same-origin", path);
    assert.equal(answer.headers["cross-origin-resource-policy"], "same-origin", path);
    assert.equal(answer.headers["strict-transport-security"], undefined, `${path}: nobody reaches this over TLS`);
    const policy = policyOf(answer);
    assert.equal(policy["default-src"], "'none'", path);
    assert.equal(policy["frame-ancestors"], "'none'", path);
    assert.ok(!/unsafe-inline|unsafe-eval|\*/.test(policy["script-src"] ?? ""), path);
    if (!answer.headers["content-type"].startsWith("text/html")) continue;
    assert.equal(policy["base-uri"], "'none'", path);
    assert.equal(policy["form-action"], "'self'", path);
    assert.match(answer.headers["permissions-policy"], /camera=\(\), .*microphone=\(\)/, path);
    assert.ok(!/unsafe/.test(policy["style-src"]), path);
    if (/^\/(p|unsubscribe)/.test(path)) assert.equal(policy["require-trusted-types-for"], "'script'", path);
  }
  const [one, other] = [await send(server, "GET", "/"), await send(server, "GET", "/")];
  assert.notEqual(policyOf(one)["style-src"], policyOf(other)["style-src"], "the nonce is the same twice");
});

test("over TLS browsers are told never to come without, and cookies stay with this host", async () => {
  process.env.VOUCHSAFE_PUBLIC_URL = "https://references.example";
  const behind = new Server();
  await behind.start();
  delete process.env.VOUCHSAFE_PUBLIC_URL;
  try {
    const login = JSON.stringify({ email: "auditor@sample.test", password: "correct-horse-battery-9" });
    const headers = { "Content-Type": "application/json", "Sec-Fetch-Site": "same-origin" };
    const answer = await send(behind, "POST", "/api/v1/session", { headers, body: login });
    assert.equal(answer.status, 200, answer.text);
    assert.match(
      answer.headers["set-cookie"][0],
      /^__Host-vouchsafe=\w{40,}; Path=\/; HttpOnly; SameSite=Strict; .*; Secure$/,
    );
    for (const path of ["/", "/p", "/healthz", "/api/v1/me"])
      assert.match(
        (await send(behind, "GET", path)).headers["strict-transport-security"],
        /max-age=6307\d+; includeSub/,
      );
  } finally {
    await behind.stop();
    behind.remove();
  }
});

test("no screen of the staff app offends its policy", async () => {
  const offended = [];
  for (const role of new Set(screens.map((screen) => screen.role))) {
    const page = await watched(await open(browser, server, { strict: true }));
    const person = role && (await server.login(role));
    if (role) await signIn(page, role);
    for (const screen of screens.filter((each) => each.role === role)) {
      page.refused.length = 0;
      await show(page, screen, person);
      offended.push(...page.refused.map((what) => `${screen.name}: ${what}`));
    }
    await page.context().close();
  }
  assert.deepEqual(offended, []);
});

test("no page of the customer offends its policy", async () => {
  const asked = await ask(owner, await customer(owner));
  const page = await watched(await phoneAt(browser, server, "about:blank"));
  await page.goto(
    `${server.url}${new URL(await linkOf(owner, asked.id)).pathname}${new URL(await linkOf(owner, asked.id)).hash}`,
  );
  await page.getByRole("button").first().click();
  await page.waitForURL(/\/p\/(?!$)/);
  assert.deepEqual(page.refused, []);
  await page.context().close();
});

const slipped = [
  "const s = document.createElement('script'); s.textContent = 'window.ran = 1'; document.head.append(s)",
  "document.body.setAttribute('onclick', 'window.ran = 2'); document.body.click()",
  "const i = new Image(); i.setAttribute('onerror', 'window.ran = 3'); i.src = '/none'; document.body.append(i)",
  "const a = document.createElement('a'); a.href = 'javascript:window.ran = 4'; document.body.append(a); a.click()",
  "const s = document.createElement('script'); s.src = 'data:text/javascript,window.ran = 5'; document.head.append(s)",
  "const f = document.createElement('iframe'); f.srcdoc = '<script>parent.ran = 6</script>'; document.body.append(f)",
  "const s = document.createElement('script'); s.src = 'https://evil.example/x.js'; document.head.append(s)",
];

test("what is slipped into a page does not run, there or at the customer's", async () => {
  for (const path of ["/", "/p"]) {
    const page = await watched(await open(browser, server, { strict: true }));
    await page.goto(path);
    if (path === "/") await settled(page);
    for (const deed of slipped) {
      page.refused.length = 0;
      await page.evaluate(deed).catch((error) => page.refused.push(String(error)));
      await page.waitForFunction(() => true);
      await new Promise((resolve) => setTimeout(resolve, 50));
      assert.equal(await page.evaluate("window.ran"), undefined, `${path}: ${deed}`);
    }
    // In a timer, because what a debugger evaluates may do so.
    const evaluated = await page.evaluate(
      () =>
        new Promise((resolve) => {
          const run = () => {
            try {
              resolve(new Function("return 'ran'")());
            } catch (error) {
              resolve(error.name);
            }
          };
          setTimeout(run);
        }),
    );
    assert.equal(evaluated, "EvalError", path);
    await page.context().close();
  }
});

test("at the customer's, no text becomes markup", async () => {
  const page = await open(browser, server, { strict: true });
  await page.goto("/p");
  const refused = await page.evaluate("try { document.body.innerHTML = '<b>x</b>'; 'taken' } catch (e) { e.name }");
  assert.equal(refused, "TypeError");
  await page.context().close();
});

test("what a browser refused is reported to us, and nothing of the page but the directive is kept", async () => {
  const told = () => server.log.split("\n").filter((line) => line.includes('"policy_violation"'));
  for (const [path, page] of [
    ["/?who=Marta", "app"],
    ["/p?who=Marta", "portal"],
  ]) {
    const before = told().length;
    const shown = await open(browser, server, { strict: true });
    await shown.goto(path);
    await shown.evaluate(slipped[0]).catch(() => {}); // refused with an exception at the customer's
    for (let tries = 0; told().length === before && tries < 100; tries += 1)
      await new Promise((resolve) => setTimeout(resolve, 50));
    const line = JSON.parse(told().at(-1));
    assert.match(line.directive, /^(script-src|require-trusted-types-for)/);
    assert.equal(line.page, page);
    assert.ok(!told().join().includes("Marta"));
    await shown.context().close();
  }
  for (const path of ["/", "/p"]) {
    const answer = await send(server, "GET", path);
    assert.match(answer.headers["content-security-policy"], /; report-uri \/csp-report$/);
  }
});

test("a browser in which the app cannot start is told so, in both languages", async () => {
  const without = await browser.newContext({ javaScriptEnabled: false });
  const blank = await without.newPage();
  await blank.goto(server.url);
  await blank.getByText(/does not start in this browser/).waitFor();
  await blank.getByText(/startet in diesem Browser nicht/).waitFor();
  await without.close();

  const older = await browser.newContext();
  const page = await older.newPage();
  await page.route(/\/assets\/.*\.js/, (route) =>
    route.fulfill({ contentType: "text/javascript", body: "what is written after its time" }),
  );
  await page.goto(server.url);
  await page.getByText(/older ones lack what keeps your data safe/).waitFor();
  await older.close();

  const current = await open(browser, server);
  await current.goto("/");
  await settled(current);
  assert.equal(await current.locator("#too-old").count(), 0);
  await current.context().close();
});
