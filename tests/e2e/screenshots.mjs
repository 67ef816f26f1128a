// Pictures of every screen, light, dark and on a phone, into docs/screenshots.   bin/screenshots [NAME…]
import { mkdirSync } from "node:fs";
import { Server } from "../server.mjs";
import { desktop, launch, open, phone, signIn } from "./browser.mjs";
import { portalPictures } from "./portal_pictures.mjs";
import { looks, screens, show } from "./screens.mjs";

const wanted = process.argv.slice(2);
const folder = "docs/screenshots";
mkdirSync(folder, { recursive: true });
const server = await new Server().start();
const browser = await launch();
let failed = 0;
for (const { look, scheme, small } of looks) {
  for (const screen of screens) {
    if (wanted.length && !wanted.includes(screen.name)) continue;
    const page = await open(browser, server, { scheme, size: small ? phone : desktop });
    try {
      if (screen.role) await signIn(page, screen.role);
      await show(page, screen, screen.role && (await server.login(screen.role)));
      await page.screenshot({ path: `${folder}/${screen.name}-${look}.png` });
    } catch (error) {
      failed++;
      console.error(`${screen.name} ${look}: ${String(error).split("\n")[0]}`);
    }
    await page.context().close();
  }
}
if (!wanted.length || wanted.includes("portal")) failed += await portalPictures(server, browser, `${folder}/portal`);
await browser.close();
await server.stop();
server.remove();
process.exitCode = failed ? 1 : 0;
