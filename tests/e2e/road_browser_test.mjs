// The road of REQ-01 to REQ-13 in the browser, each person on their own page, on the real CRM export.
// MISSION: DIR-02, ADV-05, AUT-04, REQ-01, REQ-02, REQ-04, REQ-05, REQ-07, REQ-08, REQ-09, REQ-10, REQ-13, REQ-15,
// MAT-02, ACT-02, ACT-03
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { Server } from "../server.mjs";
import { launch, open, settled, signIn } from "./browser.mjs";
import { advocateOf, found, importFile, permit } from "./program.mjs";

const server = new Server();
const road = {};
const pages = {};
let browser, people;

before(async () => {
  await server.start();
  people = await found(server);
  for (const kind of ["products", "sellers", "accounts", "deals"]) await importFile(people.program_owner, kind);
  road.speaker = await advocateOf(people.program_owner, "Kan-code");
  await permit(people.account_owner, road.speaker.contact.id);
  browser = await launch();
});
after(async () => {
  await browser?.close();
  await server.stop();
  server.remove();
});

// Each step stands on the one before: after a failure the rest would only wait in vain.
let failed = false;
const step = (name, walk) =>
  test(name, async (t) => {
    if (failed) return t.skip("an earlier step failed");
    failed = true;
    await walk().catch(async (error) => {
      for (const [role, page] of Object.entries(pages))
        await page.screenshot({ path: `build/check/road-${role}.png` });
      throw error;
    });
    failed = false;
  });

/** The signed-in page of a role, on the request once there is one. */
async function at(role) {
  if (!pages[role]) {
    pages[role] = await open(browser, server);
    await signIn(pages[role], `${role}@road.test`, people[role].password);
  }
  if (road.request) await pages[role].goto(`/w/${people[role].workspace}/requests/${road.request}`);
  await settled(pages[role]);
  return pages[role];
}

const request = () => people.auditor.must("GET", `requests/${road.request}`);

/** Waits until the request stands at these steps. */
async function reached(...steps) {
  for (let i = 0; i < 100; i++) {
    if ([...(await request()).steps].sort().join() === steps.sort().join()) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  assert.deepEqual([...(await request()).steps].sort(), steps.sort());
}

/** Opens an action of the request from its button, or from the menu, and sends its form. */
async function does(page, action, fill = async () => {}) {
  const button = page.getByRole("button", { name: action, exact: true });
  if (await button.count()) await button.first().click();
  else {
    await page.getByRole("button", { name: "More actions" }).click();
    await page.getByRole("menuitem", { name: action }).click();
  }
  const dialog = page.getByRole("dialog");
  await fill(dialog);
  await dialog.locator('button[type="submit"]').click();
  await dialog.waitFor({ state: "hidden" });
}

const choose = async (dialog, label, option) => {
  await dialog.getByLabel(label).first().click();
  await dialog.page().getByRole("option", { name: option, exact: true }).click();
};

step("a seller asks for a reference from a deal in under a minute", async () => {
  const page = await at("requester");
  const begun = Date.now();
  await page.getByRole("button", { name: "Ask for a reference" }).first().click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("For which deal?").first().fill("Isdom");
  await page.getByRole("option", { name: /Isdom/ }).first().click();
  await dialog
    .getByLabel("What should the customer speak to?")
    .fill("Their head of IT will ask about the rollout across four sites and the support.");
  await dialog.getByRole("button", { name: "Send request" }).click();
  await page.waitForURL(/\/requests\/req_/);
  assert.ok(Date.now() - begun < 60_000);
  road.request = page.url().split("/").at(-1);
  await page.getByRole("heading", { name: /Isdom/ }).first().waitFor();
});

step("the program owner lets the gates look", async () => {
  await does(await at("program_owner"), "Check eligibility");
  await reached("channel", "legal", "privacy");
});

step("three reviewers decide side by side, one with conditions", async () => {
  const review = async (role, outcome, condition) => {
    const page = await at(role);
    await page.getByRole("button", { name: "Record review" }).click();
    const dialog = page.getByRole("dialog");
    const mine = dialog.getByRole("radio", { name: new RegExp(`^${role.split("_")[0]}`, "i") });
    if (await mine.count()) await mine.first().check();
    await dialog.getByRole("radio", { name: outcome, exact: true }).check();
    if (condition) await dialog.getByLabel("Conditions", { exact: true }).first().fill(condition);
    await dialog.getByLabel("Reason").fill("As found in the record.");
    await dialog.getByRole("button", { name: "Record decision" }).click();
    await dialog.waitFor({ state: "hidden" });
  };
  await Promise.all([
    review("legal_reviewer", "Clear with conditions", "No recording."),
    review("privacy_reviewer", "Clear"),
    review("channel_owner", "Clear"),
  ]);
  await reached("match"); // decisions can be undone for ten seconds before they are sent
  assert.ok((await request()).conditions.includes("No recording."));
});

step("candidates are compared and the best is chosen", async () => {
  const page = await at("program_owner");
  await page.getByRole("button", { name: "Compare matches" }).click();
  const drawer = page.getByRole("dialog");
  await drawer.getByText("Kan-code").first().waitFor();
  await drawer.getByLabel("Add as a choice").or(drawer.getByRole("checkbox")).first().check();
  await drawer.getByLabel("Why this choice").fill("Closest profile.");
  await drawer.getByRole("button", { name: "Send for confirmation" }).click();
  await reached("consult");
});

step("the account owner agrees, then records the customer's yes", async () => {
  await does(await at("account_owner"), "Agree");
  await reached("confirm");
  const page = await at("account_owner");
  await does(page, "Record the customer's answer", async (dialog) => {
    await choose(dialog, /answer/i, "Yes");
    const note = { name: "yes.txt", mimeType: "text/plain", buffer: Buffer.from("Happy to help.\n") };
    await dialog.locator("input[type=file]").or(page.locator("input[type=file]")).first().setInputFiles(note);
    await dialog.getByText("yes.txt").first().waitFor();
  });
  await reached("final");
});

step("approved anew, the contact is disclosed to the seller for a while", async () => {
  await does(await at("program_owner"), "Approve");
  if ((await request()).steps.includes("disclose")) await does(await at("program_owner"), "Disclose the contact");
  await reached("activity");
  const page = await at("requester");
  await page.getByRole("button", { name: "Show contact details" }).click();
  await page.getByRole("link", { name: /@customer\.test/ }).waitFor();
  assert.ok(!(await (await at("auditor")).textContent("main")).includes("@customer.test"));
});

step("held and debriefed by the seller, closed by the program owner", async () => {
  await does(await at("requester"), "Record what happened", async (dialog) => {
    await choose(dialog, /outcome/i, "Held");
    await dialog.getByLabel("Minutes").fill("35");
  });
  await reached("debrief");
  await does(await at("requester"), "Debrief", async (dialog) => {
    await dialog.getByLabel(/rating/i).fill("5");
    await dialog.getByLabel(/said/i).fill("The rollout took six weeks.");
  });
  await reached("close");
  await does(await at("program_owner"), "Close and archive", (dialog) => choose(dialog, /decision/i, "Fulfilled"));
  assert.equal((await request()).status, "archived");
  const page = await at("auditor");
  const evidence = await page.getByRole("link", { name: /evidence/i }).getAttribute("href");
  const sheet = await people.auditor.server.send("GET", evidence, undefined, people.auditor.headers);
  assert.equal(sheet.status, 200);
  assert.match(sheet.text, /No recording\./);
});

step("nothing broke on any page on the way", async () => {
  for (const [role, page] of Object.entries(pages)) assert.deepEqual(page.problems, [], role);
});
