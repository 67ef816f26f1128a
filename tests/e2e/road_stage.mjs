// The stage of the browser road: one page for each person, forms filled as people fill them, pictures on demand.
import assert from "node:assert/strict";
import { mkdirSync } from "node:fs";
import { test } from "node:test";
import { launch, open, signIn } from "./browser.mjs";

const size = { width: 1280, height: 800 };
const BUTTON = 4_000; // what comes next has a button of its own; the rest is in the menu
const narrow = { width: 390, height: 844 };
/** The folder for pictures of every screen, wide and narrow; none are taken without it. */
const pictures = process.env.VOUCHSAFE_PICTURES;

/** Waits until everything shown is there. The stream of changes stays open, so the network is never idle. */
export async function quiet(page) {
  await page.waitForFunction(
    () =>
      !document.querySelector('[aria-busy="true"], [data-loading="true"], [role="status"][aria-label="Loading"]') &&
      (document.querySelector("main, form") || !document.querySelector("#root")),
  );
}

/** Picks an option of a select by its label. */
export async function choose(form, label, option) {
  await form.getByRole("combobox", { name: label }).or(form.getByLabel(label)).first().click();
  await form.page().getByRole("option", { name: option, exact: true }).click();
}

/** Types words into a field that takes several, each ended with Enter. */
export async function list(form, label, ...values) {
  const field = form.getByLabel(label, { exact: true }).first();
  for (const value of values) {
    await field.fill(value);
    await field.press("Enter");
  }
}

export class Stage {
  constructor(server) {
    Object.assign(this, { server, pages: {}, people: {}, failed: false });
    if (pictures) mkdirSync(pictures, { recursive: true });
  }

  async begin() {
    this.browser = await launch();
  }

  /** A step of the road. Each stands on the one before: after a failure the rest would only wait in vain. */
  step(name, walk) {
    test(name, async (t) => {
      if (this.failed) return t.skip("an earlier step failed");
      this.failed = true;
      await walk().catch(async (error) => {
        for (const [role, page] of Object.entries(this.pages))
          await page.screenshot({ path: `build/check/road-${role}.png` });
        throw error;
      });
      this.failed = false;
    });
  }

  /** The page of a role, signed in through the form, at a path of the workspace. */
  async at(role, path) {
    if (!this.pages[role]) {
      const { email, password } = this.people[role];
      this.pages[role] = await open(this.browser, this.server, { size });
      await signIn(this.pages[role], email, password);
    }
    const page = this.pages[role];
    if (path !== undefined) await page.goto(`/w/${this.workspace}/${path}`);
    await quiet(page);
    return page;
  }

  /** Opens an action from its button, or from the menu, and sends its form. */
  async does(page, action, fill = async () => {}) {
    const button = page.getByRole("button", { name: action, exact: true }).first();
    const shown = await button.waitFor({ timeout: BUTTON }).then(
      () => true,
      () => false,
    );
    if (shown) await button.click();
    else {
      await page.getByRole("button", { name: "More actions" }).first().click();
      await page.getByRole("menuitem", { name: action }).click();
    }
    const dialog = page.getByRole("dialog");
    await dialog.waitFor();
    await fill(dialog);
    await dialog.locator('button[type="submit"]').click();
    await dialog.waitFor({ state: "hidden" }).catch(async (error) => {
      error.message += `\nWhat stayed open says:\n${await dialog.innerText().catch(() => "(gone since)")}`;
      throw error;
    });
  }

  /** A picture of the screen as it stands, wide and narrow, where pictures are wanted. */
  async look(page, name) {
    if (!pictures) return;
    await quiet(page);
    await page.screenshot({ path: `${pictures}/${name}.png` });
    await page.setViewportSize(narrow);
    await page.screenshot({ path: `${pictures}/${name}-390.png`, fullPage: true });
    const spill = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    await page.setViewportSize(size);
    assert.ok(spill <= 0, `${name} is ${spill} px wider than a phone`);
  }
}

/** Presses of the mouse or the finger on the page from now on. */
export async function countClicks(page) {
  await page.evaluate(() => {
    window.presses = 0;
    window.addEventListener("pointerdown", () => (window.presses += 1), { capture: true });
  });
  return () => page.evaluate(() => window.presses);
}
