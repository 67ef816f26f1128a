// The road of one request in the browser: asked, reviewed side by side, matched, disclosed, held, archived.
import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { choose, countClicks } from "./road_stage.mjs";

const MINUTE = 60_000;
const HELD_BACK = 25_000; // decisions can be undone for ten seconds before they are sent
const sentence = "Their head of IT will ask about the rollout across four sites and the support.";

/** Opens the dialog, picks the deal by typing, and sends; words are optional. */
async function ask(page, words) {
  await page.getByRole("button", { name: "Ask for a reference" }).first().click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("combobox", { name: "For which deal?" }).fill("Isdom");
  await page.getByRole("option", { name: /Isdom/ }).first().click();
  if (words) await dialog.getByLabel("What should the customer speak to?").fill(words);
  return dialog;
}

/** Sends the dialog and waits for the page of the new request. */
async function send(page, dialog) {
  const before = page.url();
  await dialog.getByRole("button", { name: "Send request" }).click();
  await page.waitForURL((url) => /\/requests\/req_/.test(url.pathname) && url.href !== before);
  await page.getByRole("heading", { name: /Isdom/ }).first().waitFor();
  return page.url().split("/").at(-1);
}

const writesReason = () => document.activeElement?.tagName === "TEXTAREA";

/** The seller asks, twice for the same deal. */
function asked({ stage, road }) {
  stage.step("a seller asks from a real deal in under a minute and with at most five clicks", async () => {
    const page = await stage.at("requester", "");
    await stage.look(page, "22-seller-inbox");
    const clicks = await countClicks(page);
    const begun = Date.now();
    const dialog = await ask(page, sentence);
    road.request = await send(page, dialog);
    const spent = Date.now() - begun;
    assert.ok(spent < MINUTE, `${spent} ms`);
    assert.ok((await clicks()) <= 5, `${await clicks()} clicks`);
    await stage.look(page, "24-request");
  });

  stage.step("asked again without a sentence it is returned, names the duplicate, and is completed", async () => {
    const page = await stage.at("requester", "");
    const dialog = await ask(page);
    await stage.look(page, "23-ask");
    await send(page, dialog);
    await page.getByText("Still missing").waitFor();
    await page.getByText("Somebody asks for the same deal:").waitFor();
    await stage.look(page, "25-returned");
    await stage.does(page, "Send in again", async (form) => {
      await stage.look(page, "26-complete-it");
      await form.getByLabel("What should the customer speak to?").fill(sentence);
    });
    await page.getByText("Still missing").waitFor({ state: "hidden" });
    await stage.does(page, "Cancel", (form) => form.getByLabel("Reason").fill("The same deal is asked for already."));
    await page.getByText("Cancelled").first().waitFor();
    await stage.look(page, "27-cancelled");
  });
}

/** The gates look, then three people decide side by side. */
function reviewed({ stage, onRequest }) {
  stage.step("the program owner lets the gates look", async () => {
    const page = await onRequest("program_owner");
    await stage.look(page, "28-eligibility");
    await stage.does(page, "Check eligibility");
    await page.getByRole("button", { name: "Check eligibility" }).waitFor({ state: "hidden" });
  });

  stage.step("three reviewers decide side by side with the keyboard, one with conditions", async () => {
    const review = async (role, condition) => {
      const page = await stage.at(role, "");
      await page.getByRole("complementary", { name: "Request details" }).getByText(sentence).waitFor();
      await stage.look(page, `29-inbox-${role}`);
      await page.keyboard.press("a");
      const dialog = page.getByRole("dialog");
      await page.waitForFunction(writesReason);
      if (condition) {
        await page.keyboard.press("Shift+Tab"); // back to the outcome, "Clear"
        await page.keyboard.press("ArrowDown");
        await page.keyboard.press("Tab");
        await page.keyboard.type(condition);
        await page.keyboard.press("Enter");
        await stage.look(page, "30-review");
        while (!(await page.evaluate(writesReason))) await page.keyboard.press("Tab");
      }
      await page.keyboard.type("As found in the record.");
      await page.keyboard.press("Control+Enter");
      await dialog.waitFor({ state: "hidden" });
      await page.getByText("Nothing is sent for 10 s.").waitFor();
      await page.getByText("Inbox clear").waitFor();
      if (condition) await stage.look(page, "31-inbox-clear");
    };
    await Promise.all([
      review("legal_reviewer", "No recording."),
      review("privacy_reviewer"),
      review("channel_owner"),
    ]);
    const page = await onRequest("program_owner");
    await page.getByRole("button", { name: "Compare matches" }).first().waitFor({ timeout: HELD_BACK });
    await page.getByText("No recording.").first().waitFor();
    await stage.look(page, "32-reviewed");
  });
}

/** Somebody is chosen with reasons; their account owner and they themselves agree. */
function matched({ stage, speaker, silent, onRequest }) {
  stage.step("the match says why, and why not somebody else", async () => {
    const page = stage.pages.program_owner;
    await page.getByRole("button", { name: "Compare matches" }).first().click();
    const drawer = page.getByRole("dialog");
    const table = drawer.getByRole("table", { name: "Compare matches" });
    await table.getByRole("columnheader", { name: new RegExp(speaker.name) }).waitFor();
    await table.getByText("Best fit").waitFor();
    await drawer.getByRole("combobox", { name: "Why not somebody else?" }).fill("Silent");
    await page.getByRole("option", { name: new RegExp(silent.name) }).click();
    const why = table.getByRole("columnheader", { name: new RegExp(silent.name) });
    await why.waitFor();
    assert.match(await why.innerText(), /active/i);
    await stage.look(page, "33-match");
    await drawer.getByLabel("Why this choice").fill("Closest profile.");
    await drawer.getByRole("button", { name: "Send for confirmation" }).click();
    await drawer.waitFor({ state: "hidden" });
  });

  stage.step("the relationship owner agrees, then records the customer's yes", async () => {
    const page = await onRequest("account_owner");
    await stage.look(page, "34-consulted");
    await stage.does(page, "Agree");
    await stage.does(page, "Record the customer's answer", async (dialog) => {
      await choose(dialog, /answer/i, "Yes");
      const note = { name: "yes.txt", mimeType: "text/plain", buffer: Buffer.from("Happy to help.\n") };
      await dialog.locator("input[type=file]").or(page.locator("input[type=file]")).first().setInputFiles(note);
      await dialog.getByText("yes.txt").first().waitFor();
      await stage.look(page, "35-answer");
    });
    await page.getByRole("button", { name: "Record the customer's answer" }).waitFor({ state: "hidden" });
  });
}

/** The contact is shown, the conversation held and told, the request archived. */
function used({ stage, speaker, onRequest }) {
  stage.step("approved anew, the contact is shown to the seller only, and each view is recorded", async () => {
    const owner = await onRequest("program_owner");
    await stage.look(owner, "36-final");
    await stage.does(owner, "Approve");
    const disclose = owner.getByRole("button", { name: "Disclose the contact" });
    const unseen = owner.getByText("Viewed 0 times. Each view is recorded.");
    await disclose.or(unseen).first().waitFor();
    if (await disclose.count()) await stage.does(owner, "Disclose the contact");
    await unseen.waitFor();
    const page = await onRequest("requester");
    assert.ok(!(await page.textContent("main")).includes(speaker.email), "shown before it was asked for");
    await page.getByRole("button", { name: "Show contact details" }).click();
    await page.getByRole("link", { name: speaker.email }).waitFor();
    await page.getByText("Viewed 1 time. Each view is recorded.").waitFor();
    await stage.look(page, "37-disclosed");
    const auditor = await onRequest("auditor");
    await auditor.getByText("Viewed 1 time. Each view is recorded.").waitFor();
    await auditor.getByText("Viewed the contact details").waitFor();
    assert.ok(!(await auditor.textContent("main")).includes(speaker.email), "the auditor sees the address");
  });

  stage.step("held and debriefed by the seller, closed by the program owner", async () => {
    const seller = await onRequest("requester");
    await stage.does(seller, "Record what happened", async (dialog) => {
      await choose(dialog, /outcome/i, "Held");
      await dialog.getByLabel("Minutes").fill("35");
      await stage.look(seller, "38-activity");
    });
    await stage.does(seller, "Debrief", async (dialog) => {
      await dialog.getByLabel(/rating/i).fill("5");
      await dialog.getByLabel(/said/i).fill("The rollout took six weeks.");
      await stage.look(seller, "39-debrief");
    });
    const owner = await onRequest("program_owner");
    await stage.does(owner, "Close and archive", async (dialog) => {
      await choose(dialog, /decision/i, "Fulfilled");
      await stage.look(owner, "40-close");
    });
    await owner.getByText("Archived").first().waitFor();
    await stage.look(owner, "41-archived");
  });
}

/** What remains of it outlives the program. */
function proved({ stage, onRequest }) {
  stage.step("the evidence is downloaded and opens by itself", async () => {
    const page = await onRequest("auditor");
    const link = page.getByRole("link", { name: "Evidence" });
    const [sheet] = await Promise.all([page.waitForEvent("popup"), link.click()]);
    await sheet.waitForLoadState();
    const kept = join(stage.server.data, "evidence.html");
    writeFileSync(kept, await (await page.context().request.get(sheet.url())).body());
    await sheet.goto(pathToFileURL(kept).href); // as from a folder, years later
    const text = await sheet.textContent("body");
    for (const words of ["No recording.", "Closest profile.", "As found in the record.", "Recorded views"])
      assert.ok(text.includes(words), words);
  });
}

/** All steps of one request, by the people of the stage. */
export function walkRequest(stage, { speaker, silent }) {
  const road = {};
  const onRequest = (role) => stage.at(role, `requests/${road.request}`);
  const all = { stage, road, speaker, silent, onRequest };
  for (const part of [asked, reviewed, matched, used, proved]) part(all);
}
