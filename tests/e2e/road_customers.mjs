// A customer on the way to the first use: contact, nomination, advocate, permission, each on its own screen.
import assert from "node:assert/strict";
import { day } from "./program.mjs";
import { choose, list } from "./road_stage.mjs";

/** Adds a contact on the page of the company. */
export async function addContact(stage, { company, name, title, email }) {
  const page = await stage.at("account_owner", `accounts?q=${encodeURIComponent(company)}`);
  await page.getByRole("link", { name: company, exact: true }).click();
  await page.getByRole("heading", { name: company }).first().waitFor();
  await page.getByRole("button", { name: "Add a contact" }).first().click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Full name").fill(name);
  await dialog.getByLabel("Title", { exact: true }).fill(title);
  await dialog.getByLabel("E-mail").fill(email);
  await dialog.getByLabel("Phone").fill("+1 555 0100");
  await dialog.getByLabel("Language").fill("en");
  await dialog.getByLabel("Time zone").fill("America/New_York");
  await stage.look(page, "14-contact-form");
  await dialog.locator('button[type="submit"]').click();
  await dialog.waitFor({ state: "hidden" });
  await page.getByRole("rowheader", { name: new RegExp(name) }).waitFor();
  await stage.look(page, "15-account");
  return page;
}

/** Nominates the contact from its row; ends on the page of the advocate. */
export async function nominate(stage, page, { name, industries, region }) {
  await page.getByRole("row", { name: new RegExp(name) }).getByRole("link", { name: "Nominate" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("checkbox", { name: "Reference call" }).check();
  await list(dialog, "Industries they can speak about", ...industries);
  await list(dialog, "Products", "GTX Pro", "MG Special");
  await list(dialog, "Regions", region);
  await list(dialog, "Languages", "en");
  await list(dialog, "Topics", "rollout");
  await list(dialog, "Topics to avoid", "pricing");
  await dialog.getByRole("combobox", { name: "Time zone" }).fill("New_York");
  await page.getByRole("option", { name: "America/New_York" }).click();
  await dialog.getByLabel("At most per quarter").fill("3");
  await dialog.getByLabel("Notes").fill("Went live in six weeks and told it on stage.");
  await stage.look(page, "16-nominate");
  await dialog.getByRole("button", { name: "Nominate" }).click();
  await page.waitForURL(/\/advocates\/adv_/);
  await page.getByRole("heading", { name }).first().waitFor();
}

/** From nominated to active, step by step on the advocate's page. */
export async function makeActive(stage, page) {
  const stageSaid = (word) => page.getByText(word, { exact: true }).first().waitFor();
  await stageSaid("Nominated");
  await stage.does(page, "Qualify", (dialog) => dialog.getByLabel("Reason").fill("Uses the product well."));
  await stageSaid("Qualified");
  await stage.does(page, "Invite");
  await stage.does(page, "Record the briefing");
  await stage.does(page, "Activate");
  await stageSaid("Active");
}

/** Records the permission that came by e-mail, with the e-mail as evidence, from the advocate's page. */
export async function recordPermission(stage, page, { name }) {
  await page.getByRole("link", { name: "Record a permission" }).first().click();
  const dialog = page.getByRole("dialog");
  const whose = dialog.getByRole("combobox", { name: "Whose permission is it?" });
  await whose.waitFor();
  assert.match(await whose.inputValue(), new RegExp(name), "the advocate is filled in");
  await dialog.getByRole("button", { name: "Record", exact: true }).click();
  await dialog.getByRole("alert").first().waitFor(); // nothing is preselected, so much is missing
  await stage.look(page, "19-permission-refused");
  await choose(dialog, "Use", "Reference call");
  await dialog.getByRole("checkbox", { name: "Sales", exact: true }).check();
  await dialog.getByLabel("Until").fill(day(300));
  await choose(dialog, "How it was given", "By e-mail");
  await dialog.getByLabel("Signed by").fill(`${name}, Head of IT`);
  await dialog.locator('input[type="file"]').setInputFiles({
    name: "permission.eml",
    mimeType: "message/rfc822",
    buffer: Buffer.from(`From: ${name}\r\nSubject: Yes\r\n\r\nYes, you may ask me for reference calls.\r\n`),
  });
  await dialog.getByText("permission.eml").waitFor();
  await dialog.getByLabel("Wording shown").fill("Yes, you may ask me for reference calls.");
  await stage.look(page, "20-permission");
  await dialog.getByRole("button", { name: "Record", exact: true }).click();
  await page.waitForURL(/\/authorizations\/aut/);
  await page.getByRole("heading", { name: /^AUT-\d+$/ }).waitFor();
}
