// One use in the customer's hand: would you, when, another time, not at all, and how was it.
// MISSION: REQ-09, ACT-01, ACT-03
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { Server } from "../server.mjs";
import { launch, open, phone, seriousIssues } from "./browser.mjs";
import { linkOf, Visitor } from "./customer.mjs";
import { day } from "./program.mjs";

const server = new Server();
const waiting = [];
let owner, browser;

before(async () => {
  await server.start();
  owner = await server.login("program_owner");
  browser = await launch();
  for (const request of (await owner.must("GET", "requests?steps=confirm&limit=50")).items) {
    const url = await linkOf(owner, request.id, "request.confirm").catch(() => undefined);
    if (url) waiting.push({ request, url });
  }
});
after(async () => {
  await browser?.close();
  await server.stop();
  server.remove();
});

/** A phone at the page behind the link, looked at by axe and at 320 pixels. */
async function at(url) {
  const page = await open(browser, server, { size: phone });
  await page.goto(url.replace(/^https?:\/\/[^/]+/, server.url));
  await page.locator("button.primary").tap();
  await page.locator("header.brand").waitFor();
  return page;
}

async function fits(page) {
  assert.deepEqual(await seriousIssues(page), []);
  await page.setViewportSize({ width: 320, height: 700 });
  assert.ok((await page.evaluate(() => document.documentElement.scrollWidth)) <= 320, page.url());
  await page.setViewportSize(phone);
}

test("asked whether they would speak, a customer proposes another time in their own zone", async () => {
  const { url } = waiting.pop();
  const page = await at(url);
  assert.equal(await page.locator(":checked").count(), 0);
  await fits(page);
  await page.locator("label[for=another]").tap();
  await page.locator("input[name=day1]").fill(day(20));
  await page.locator("input[name=time1]").fill("10:30");
  await fits(page);
  await page.locator("button.primary").tap();
  await page.locator("svg.ok").waitFor();
  await page.goto("/p/confirm");
  assert.equal(await page.locator("input[name=answer]").count(), 0);
});

test("no needs no reason and moves the request on", async () => {
  const { request, url } = waiting.pop();
  const visitor = new Visitor(server);
  await visitor.open(url);
  const sent = await visitor.post("/p/confirm", { answer: "no" });
  assert.equal(sent.status, 303, sent.text);
  const now = await owner.must("GET", `requests/${request.id}`);
  assert.ok(now.choices.some((choice) => choice.status === "declined"), JSON.stringify(now.choices));
});

test("an answer that lacks something is told what", async () => {
  const { url } = waiting[0];
  const visitor = new Visitor(server);
  await visitor.open(url);
  for (const form of [{}, { answer: "another_time" }, { answer: "colleague", name: "Ola" }]) {
    const back = await visitor.post("/p/confirm", form);
    assert.equal(back.status, 422);
    assert.match(back.text, /role="alert"/);
  }
});

/** A conversation with a date to come: which of them wait for one or had it depends on the hour of the sample. */
async function conversationAhead() {
  const [planned] = (await owner.must("GET", "activities?status=planned&limit=1")).items;
  const [activity] = planned ? [planned] : (await owner.must("GET", "activities?status=scheduled&limit=1")).items;
  await owner.must("POST", `activities/${activity.id}/schedule`, { at: `${day(12)}T09:00:00Z`, minutes: 30 });
  return activity;
}

test("a date is moved and called off by the customer, politely", async () => {
  const activity = await conversationAhead();
  const page = await at(await linkOf(owner, activity.id, "activity.invite"));
  await fits(page);
  await page.locator("a[href='/p/move']").tap();
  await page.waitForURL(/move/);
  await fits(page);
  await page.locator("input[name=day1]").fill(day(14));
  await page.locator("input[name=time1]").fill("14:00");
  await page.locator("button.primary").tap();
  await page.waitForURL(/note=activity_moved/);
  assert.equal((await owner.must("GET", `activities/${activity.id}`)).other_times.length, 1);
  await page.locator("a[href='/p/cancel']").tap();
  await page.waitForURL(/cancel/);
  await fits(page);
  await page.locator("button.primary").tap();
  await page.waitForURL(/note=activity_cancelled/);
  assert.equal((await owner.must("GET", `activities/${activity.id}`)).status, "cancelled");
});

test("the debrief takes three taps and less than a minute, once", async () => {
  const letters = (await owner.must("GET", "mails?kind=activity.debrief&limit=50")).items;
  const began = Date.now();
  for (const letter of letters) {
    const page = await at(await linkOf(owner, letter.about, "activity.debrief"));
    if (!(await page.locator("input[name=rating]").count())) continue; // was given in the sample's year
    await fits(page);
    const tapped = Date.now();
    await page.locator("label[for=rating5]").tap();
    await page.locator("label[for=againy]").tap();
    await page.locator("button.primary").tap();
    await page.locator("svg.ok").waitFor();
    assert.ok(Date.now() - tapped < 60_000);
    assert.equal((await owner.must("GET", `activities/${letter.about}`)).customer_debrief.rating, 5);
    return;
  }
  assert.fail(`none of ${letters.length} letters asks for a debrief, ${Date.now() - began} ms`);
});
