import { gradeOf } from "#tests/copy/reading-level.ts";
import { expect, test } from "#tests/support/browser.ts";
import { listPages } from "#tests/support/pages.ts";
import { inDatabase } from "#tests/support/signed-in.ts";

test("no page for clients asks for more than eight years of school", async ({ context, page, portal }) => {
  const { url } = portal.processes[0];
  const pages = await inDatabase(portal, () => listPages(url));
  const ofClients = pages.filter(({ route }) => !route.startsWith("/coach"));
  expect(ofClients.length).toBeGreaterThan(15);
  for (const { route, path, cookie } of ofClients) {
    await context.clearCookies();
    if (cookie) await context.addCookies([{ name: "attune", value: cookie.replace("attune=", ""), url }]);
    await page.goto(path);
    const said = await page.locator("main :is(p, li, dd):not(:has(p, li, dd))").allInnerTexts();
    const sentences = said.filter((text) => text.trim().split(/\s+/).length > 4);
    if (sentences.length > 2) expect(gradeOf(sentences), route).toBeLessThanOrEqual(8);
  }
});
