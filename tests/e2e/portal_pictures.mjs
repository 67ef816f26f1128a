// Pictures of the customer's pages as they stand on a phone, light and dark, in five languages.
import { mkdirSync } from "node:fs";
import { phone } from "./browser.mjs";
import { ask, customer, linkOf, phoneAt } from "./customer.mjs";

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
  return failed;
}
