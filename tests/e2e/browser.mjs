// Chromium for tests: signed-in pages in a theme and a size, and what axe finds on them.
import { readFileSync } from "node:fs";
import { chromium } from "playwright-core";
import { password } from "../server.mjs";

const flags = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--force-color-profile=srgb",
  "--font-render-hinting=none",
];

export const desktop = { width: 1440, height: 900 };
export const phone = { width: 390, height: 844 };

export const launch = () =>
  chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: flags });

/** A page of its own context. `problems` collects what went wrong in it: errors and failed requests. */
export async function open(
  browser,
  server,
  { scheme = "light", size = desktop, locale = "en-GB", script = true, strict = false } = {},
) {
  const context = await browser.newContext({
    viewport: size,
    colorScheme: scheme,
    locale,
    baseURL: server.url,
    reducedMotion: "reduce",
    hasTouch: size === phone,
    javaScriptEnabled: script,
    bypassCSP: !strict, // axe comes as a script of its own
  });
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  page.problems = [];
  page.on("pageerror", (error) => page.problems.push(String(error)));
  page.on("response", (answer) => {
    if (answer.status() >= 500) page.problems.push(`${answer.status()} ${answer.url()}`);
  });
  return page;
}

/** Signs in through the form, as a person does. */
export async function signIn(page, role, secret = password) {
  await page.goto("/");
  await page.getByLabel(/e-?mail/i).fill(role.includes("@") ? role : `${role}@sample.test`);
  await page
    .getByLabel(/passwor[dt]/i)
    .first()
    .fill(secret);
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/w\//);
  await settled(page);
  return new URL(page.url()).pathname.split("/")[2];
}

/** Waits until nothing loads any more. The stream of changes stays open, so the network is never idle. */
export async function settled(page) {
  await page.waitForLoadState("domcontentloaded");
  await page.waitForFunction(
    () =>
      !document.querySelector('[aria-busy="true"], [data-loading="true"]') && document.querySelector("main, form"),
  );
  await page.waitForTimeout(250);
}

const axe = readFileSync("node_modules/axe-core/axe.min.js", "utf8");

/** Violations of impact serious or critical, one line each. */
export async function seriousIssues(page) {
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() =>
    globalThis.axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] }),
  );
  return violations
    .filter((found) => found.impact === "serious" || found.impact === "critical")
    .map(
      (found) =>
        `${found.id}: ${found.nodes
          .map((node) => node.target.join(" "))
          .slice(0, 3)
          .join(" | ")}`,
    );
}
