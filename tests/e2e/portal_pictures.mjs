// Pictures of the customer's pages as they stand on a phone, light and dark, in five languages.
import { mkdirSync } from "node:fs";
import { phone } from "./browser.mjs";
import { ask, customer, linkOf, phoneAt } from "./customer.mjs";
import { day } from "./program.mjs";

const names = { en: "Marta Lind", de: "Dr. Marta Lindner", fr: "Marthe Lindet", es: "Marta Linares", ja: "林 真理" };
const companies = { en: "Nordvik", de: "Nordwerk", fr: "Nordique", es: "Nortevía", ja: "ノルドビク" };

/** One walk from the letter to one's own page; `take` keeps a picture. */
async function walk(page, name, take) {
  const press = async (what) => {
    await page.locator(what).first().click();
    await page.waitForLoadState();
  };
  await take("open");
  await press("button.primary");
  await take("ask");
  await page.locator("label.for-yes").nth(0).click();
  await page.locator("label.for-limited").nth(1).click();
  await page.locator("[data-ask]").nth(1).locator(".chip label").first().click();
  await page.locator("[data-ask]").nth(1).scrollIntoViewIfNeeded();
  await take("limits", { whole: true });
  await page.locator("label.for-yes").nth(2).click();
  await press("button.primary");
  await take("check");
  await page.locator(".pick label").nth(1).click();
  await page.locator("input[name=typed_name]").fill(name);
  await press("button.primary");
  await take("receipt");
  await page.goto("/p/mine");
  await take("mine", { whole: true });
  for (const side of ["narrow", "pause", "withdraw"]) {
    await page.goto(`/p/${side}`);
    await take(side, { only: "en" });
  }
}

/** A page behind a link, opened. */
async function at(browser, server, url, look) {
  const page = await phoneAt(browser, server, url, look);
  await page.locator("button.primary").tap();
  await page.waitForURL((now) => now.pathname !== "/p/");
  return page;
}

/** The newest letter of a kind in the sample whose page still asks for something. */
async function asking(owner, kind, page) {
  for (const mail of (await owner.must("GET", `mails?kind=${kind}&limit=40`)).items) {
    const url = await owner.post(`mails/${mail.id}/link`);
    if (url.status >= 300) continue;
    const opened = await page(url.body.url);
    if (await opened.locator("form button, a.button").count()) return opened;
    await opened.context().close();
  }
  throw new Error(`the sample has no open page of ${kind}`);
}

/** The pages beside the main road, each behind a letter of its own. */
async function asides(server, browser, owner, look, take) {
  const contact = await customer(owner, { language: look.locale, name: names[look.locale] });
  const logo = { use_type: "logo", channels: ["web", "sales"], until: day(20) };
  const permission = await ask(owner, contact, { asks: [logo] });
  const page = await at(browser, server, await linkOf(owner, permission.id, "authorization.ask"), look);
  for (const name of ["signer", "question", "decline"]) {
    await page.goto(`/p/${name}`);
    await take(page, name);
  }
  await page.goto("/p/ask");
  await page.locator("label.for-yes").tap();
  await page.locator("button.primary").tap();
  await page.locator(".pick label").nth(1).tap();
  await page.locator("input[name=typed_name]").fill(names[look.locale]);
  await page.locator("button.primary").tap();
  await page.waitForURL(/done/);
  const mine = await at(browser, server, await linkOf(owner, permission.id, "authorization.receipt"), look);
  for (const name of ["mine", "details", "left", "erase"]) {
    await mine.goto(`/p/${name}`);
    await take(mine, name === "mine" ? "everything" : name);
  }
  await owner.must("POST", `authorizations/${permission.id}/offer_renewal`);
  await take(await at(browser, server, await linkOf(owner, permission.id, "authorization.renew"), look), "renew");
  const gone = await at(browser, server, `${server.url}/p/#${"x".repeat(43)}`, look);
  await take(gone, "gone");
  await gone.locator("button.primary").tap();
  await gone.waitForURL(/sent/);
  await take(gone, "sent");
}

/** One use: asked, moved, called off, told how it was. They speak the language of the sample's customers. */
async function calls(server, browser, owner, look, take) {
  const opened = (url) => at(browser, server, url, look);
  await take(await asking(owner, "request.confirm", opened), "confirm");
  const activity = await asking(owner, "activity.invite", opened);
  await take(activity, "activity");
  for (const name of ["move", "cancel"]) {
    await activity.goto(`/p/${name}`);
    await take(activity, name);
  }
  await take(await asking(owner, "activity.debrief", opened), "debrief");
}

/** Everything into `folder`; answers how many walks failed. */
export async function portalPictures(server, browser, folder) {
  mkdirSync(folder, { recursive: true });
  const owner = await server.login("program_owner");
  let failed = 0;
  for (const language of Object.keys(names))
    for (const scheme of ["light", "dark"]) {
      const company = companies[language] + (scheme === "dark" ? " AS" : "");
      const contact = await customer(owner, { language, name: names[language], company });
      const permission = await ask(owner, contact);
      const url = await linkOf(owner, permission.id, "authorization.ask");
      const page = await phoneAt(browser, server, url, { scheme, locale: language });
      const take = async (name, { whole = false, only } = {}) => {
        if (only && only !== language) return;
        await page.screenshot({ path: `${folder}/${name}-${language}-${scheme}.png`, fullPage: whole });
      };
      try {
        await walk(page, names[language], take);
        if (language === "en") {
          await page.setViewportSize({ ...phone, width: 320 });
          await page.goto("/p/mine");
          await take("mine-320", { whole: true });
        }
      } catch (error) {
        failed++;
        console.error(`portal ${language} ${scheme}: ${String(error).split("\n")[0]}`);
      }
      await page.context().close();
    }
  for (const [language, scheme] of [
    ["en", "light"],
    ["en", "dark"],
    ["de", "light"],
    ["ja", "light"],
  ]) {
    const look = { scheme, locale: language };
    const take = (page, name) =>
      page.screenshot({ path: `${folder}/${name}-${language}-${scheme}.png`, fullPage: true });
    try {
      await asides(server, browser, owner, look, take);
      if (language === "en") await calls(server, browser, owner, look, take);
    } catch (error) {
      failed++;
      console.error(`portal asides ${language} ${scheme}: ${String(error).split("\n")[0]}`);
    }
  }
  return failed;
}
