// The whole road in the browser, from an empty workspace and the real CRM export to the archived request:
// each person works on their own screens, and nothing is done behind them.
// MISSION: PRG-01, PRG-07, DIR-01, DIR-02, ADV-01, ADV-05, ADV-07, AUT-03, AUT-04, REQ-01, REQ-02, REQ-04, REQ-05,
// REQ-07, REQ-08, REQ-09, REQ-10, REQ-13, REQ-15, MAT-01, MAT-02, ACT-02, ACT-03
import assert from "node:assert/strict";
import { after, before } from "node:test";
import { password, Server } from "../server.mjs";
import { addContact, makeActive, nominate, recordPermission } from "./road_customers.mjs";
import { addPeople, apply, checklist, figure, mappingOf, readFile, undo } from "./road_founding.mjs";
import { walkRequest } from "./road_request.mjs";
import { Stage } from "./road_stage.mjs";

const server = new Server();
const stage = new Stage(server);
const speaker = { company: "Kan-code", name: "Jo Speaker", title: "Head of IT", email: "jo.speaker@customer.test" };
const silent = { company: "Betasoloin", name: "Sam Silent", title: "Head of IT", email: "sam@customer.test" };

before(async () => {
  await server.start();
  await stage.begin();
  stage.people.administrator = { email: "administrator@sample.test", password };
});
after(async () => {
  await stage.browser?.close();
  await server.stop();
  server.remove();
});

stage.step("the checklist of an empty program says what is missing, and sound defaults fill it in", async () => {
  const page = await checklist(stage);
  await stage.look(page, "01-checklist");
  const first = await page.getByText(/^\d+ of \d+ done$/).textContent();
  await page.getByRole("button", { name: "Use sound defaults" }).click();
  await page.getByText("Sound defaults are in force.").waitFor();
  assert.notEqual(await page.getByText(/^\d+ of \d+ done$/).textContent(), first);
  await stage.look(page, "02-checklist-defaults");
});

stage.step("people are added with their role and a first password, and the program is ready", async () => {
  await addPeople(stage);
  const page = await stage.at("administrator", "setup");
  await page.getByText(/^Your program is ready/).waitFor();
  await stage.look(page, "05-ready");
});

stage.step("products, sellers and accounts come in with their repairs", async () => {
  const files = [
    ["products.csv", "Products", 7],
    ["sales_teams.csv", "Sellers", 35],
    ["accounts.csv", "Accounts", 85],
  ];
  for (const [file, kind, created] of files) {
    const page = await readFile(stage, file, kind);
    if (kind === "Accounts") {
      const mapping = await mappingOf(page);
      assert.equal(mapping.sector, "Industry");
      await page.getByText(/technolgy. looks mistyped/).first().waitFor();
      await page.getByText(/Philipines. looks mistyped/).first().waitFor();
      await stage.look(page, "06-accounts-preview");
    }
    await apply(page);
    assert.equal(await figure(page, "new"), created, file);
    if (kind === "Accounts") await stage.look(page, "07-accounts-applied");
  }
});

stage.step("the 8,800 deals come in under a progress bar, each product name repaired", async () => {
  const page = await readFile(stage, "sales_pipeline.csv", "Deals");
  await page.getByRole("checkbox", { name: "Replace with “GTX Pro”" }).waitFor();
  await stage.look(page, "08-deals-preview");
  const seen = [];
  await apply(page, seen);
  assert.ok(seen.length > 0 && seen.every((said) => / of 8,800 rows$/.test(said)), seen.join());
  assert.equal(await figure(page, "new"), 8800);
  assert.equal(await figure(page, "skipped"), 0);
  await stage.look(page, "10-deals-applied");
});

stage.step("an import is undone whole and comes in again", async () => {
  const page = stage.pages.program_owner;
  await undo(page);
  await stage.look(page, "11-undone");
  const again = await readFile(stage, "sales_pipeline.csv", "Deals");
  assert.equal(await figure(again, "new"), 8800, "the undone deals are gone");
  await apply(again);
  assert.equal(await figure(again, "new"), 8800);
  const once = await readFile(stage, "sales_pipeline.csv", "Deals");
  assert.equal(await figure(once, "new"), 0, "read once more, nothing is doubled");
  const list = await stage.at("program_owner", "imports");
  await list.getByText("Undone").first().waitFor();
  await stage.look(list, "12-imports");
  await stage.look(await stage.at("program_owner", "accounts"), "13-accounts");
});

stage.step("a contact is added, nominated, qualified, invited, briefed and made active", async () => {
  const page = await addContact(stage, speaker);
  await nominate(stage, page, { ...speaker, industries: ["software", "medical"], region: "AMER" });
  await stage.look(page, "17-nominated");
  await makeActive(stage, page);
  await stage.look(page, "18-active");
});

stage.step("their permission is recorded with the e-mail that proves it", async () => {
  const page = stage.pages.account_owner;
  await recordPermission(stage, page, speaker);
  await page.getByText("permission.eml").first().waitFor();
  await stage.look(page, "21-permission-recorded");
});

stage.step("somebody else is only nominated", async () => {
  const page = await addContact(stage, silent);
  await nominate(stage, page, { ...silent, industries: ["medical"], region: "AMER" });
});

walkRequest(stage, { speaker, silent });

stage.step("nothing broke on any page on the way", async () => {
  for (const [role, page] of Object.entries(stage.pages)) assert.deepEqual(page.problems, [], role);
});
