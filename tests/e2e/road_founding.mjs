// The first day of a program in the browser: checklist, people with passwords, the CRM's files.
import assert from "node:assert/strict";
import { join } from "node:path";
import { roles } from "./program.mjs";
import { quiet } from "./road_stage.mjs";

const crm = process.env.VOUCHSAFE_CRM ?? "../shared/data/crm";
const LONG = 240_000; // a whole pipeline comes in while other work goes on
/** The administrator goes to the empty workspace by the menu and looks at the checklist. */
export async function checklist(stage) {
  const page = await stage.at("administrator");
  await page.getByRole("button", { name: /switch workspace/ }).click();
  await page.getByRole("menuitem").last().click();
  await page.waitForURL((url) => !url.pathname.startsWith(`/w/${stage.sample}`));
  stage.workspace = new URL(page.url()).pathname.split("/")[2];
  await page.getByRole("link", { name: /Set up your program/ }).click();
  await page.getByRole("heading", { name: "Set up your program" }).waitFor();
  return page;
}

/** Adds a person with one role and hands over the first password, which is shown once. */
export async function addPerson(stage, role) {
  const page = stage.pages.administrator;
  const email = `${role}@road.test`;
  await page.getByRole("button", { name: "Add a person" }).first().click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Name").fill(`Road ${role.replace("_", " ")}`);
  await dialog.getByLabel("E-mail").fill(email);
  await dialog.getByRole("checkbox", { name: new RegExp(`${role.replace("_", ".")}$`, "i") }).check();
  if (role === roles[0]) await stage.look(page, "03-person");
  await dialog.getByRole("button", { name: "Add a person" }).click();
  await dialog.getByRole("button", { name: "New password" }).click();
  const password = await dialog.locator("code").textContent();
  await dialog.getByRole("button", { name: "Done" }).click();
  await dialog.waitFor({ state: "hidden" });
  stage.people[role] = { email, password };
}

export async function addPeople(stage) {
  const page = await stage.at("administrator", "settings/people");
  for (const role of roles) await addPerson(stage, role);
  for (const role of roles) await page.getByText(`${role}@road.test`).waitFor();
  await stage.look(page, "04-people");
}

/** The number above a caption of the import's figures. */
export const figure = async (page, caption) => {
  const found = page.locator(".figure", { has: page.getByText(caption, { exact: true }) });
  return Number((await found.first().locator(".figure-value").innerText()).replace(/[^0-9]/g, ""));
};

/** Uploads a file of the export and reads it; the page is then the preview of its import. */
export async function readFile(stage, file, kind) {
  const page = await stage.at("program_owner", "imports");
  await page.locator('input[type="file"]').setInputFiles(join(crm, file));
  const asked = page.getByRole("combobox", { name: "What is in the file?" });
  await asked.waitFor();
  assert.equal(await asked.inputValue(), kind, "the kind is guessed from the columns");
  await page.getByRole("button", { name: "Read the file" }).click();
  await page.waitForURL(/\/imports\/imp_/);
  await page.getByRole("heading", { name: file }).waitFor();
  await quiet(page);
  return page;
}

/** What each column becomes, as the preview shows it. */
export async function mappingOf(page) {
  const rows = page.getByRole("table", { name: "Columns" }).locator("tbody tr");
  const pairs = await rows.evaluateAll((all) =>
    all.map((row) => [row.querySelector("th").firstChild.textContent, row.querySelector("input").value]),
  );
  return Object.fromEntries(pairs);
}

/** Accepts the proposed repairs and applies the import. `seen` gets what the progress said on the way. */
export async function apply(page, seen = []) {
  const all = page.getByRole("checkbox", { name: /^Accept (all|the proposed)/ });
  if (await all.count()) await all.check();
  await page.getByRole("button", { name: /^Import [\d,]+ rows?$/ }).click();
  const done = page.getByText("This import is in force.");
  const bar = page.getByRole("progressbar", { name: "Importing…" });
  for (;;) {
    await done.or(bar).first().waitFor({ timeout: LONG });
    if (await done.count()) return;
    const said = await page.getByText(/ of [\d,]+ rows$/).textContent({ timeout: 1000 }).catch(() => null);
    if (said && said !== seen.at(-1)) seen.push(said);
  }
}

/** Takes an applied import back. */
export async function undo(page) {
  await page.getByRole("button", { name: "Undo this import" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: "Undo this import" }).click();
  await page.getByText("This import was undone.").waitFor({ timeout: LONG });
}

