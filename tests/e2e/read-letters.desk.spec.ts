import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import AxeBuilder from "@axe-core/playwright";
import { expect, test } from "@playwright/test";
import { letterKinds } from "#lib/mail/letters.ts";
import { expectNoSidewaysScroll } from "#tests/support/accessible.ts";

const program = fileURLToPath(new URL("../support/written-letters.ts", import.meta.url));
let letters: Record<string, string>;

test.beforeAll(() => {
  letters = JSON.parse(execFileSync(process.execPath, [program], { encoding: "utf8", maxBuffer: 1e7 }));
});

const long = "Wolfeschlegelsteinhausenbergerdorff-Oberlandesgerichtsrat";

for (const colorScheme of ["light", "dark"] as const)
  test(`every letter can be read at 320 px in the ${colorScheme}, with long names too`, async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 640 });
    await page.emulateMedia({ colorScheme });
    for (const kind of letterKinds)
      await test.step(kind, async () => {
        await page.setContent(letters[kind] ?? "");
        // What a page needs besides, landmarks and headings, a mail has no use for.
        const axe = new AxeBuilder({ page }).setLegacyMode().withTags(["wcag2a", "wcag2aa", "wcag22aa"]);
        const { violations } = await axe.analyze();
        expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target)}`)).toEqual([]);
        await expectNoSidewaysScroll(page);
        await page.setContent((letters[kind] ?? "").replaceAll(/\b(Alex|Sergio|Mara)\b/g, long));
        await expectNoSidewaysScroll(page);
      });
  });

test("a letter that is too wide would be found", async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await page.setContent(
    (letters.booking_confirmed ?? "").replace(/overflow-wrap:anywhere/g, "").replace("Sergio", long),
  );
  await expect(expectNoSidewaysScroll(page)).rejects.toThrow("pixels wider");
});
