import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

// What changes between day and evening; all else is looked at once.
const ofColour = ["color-contrast", "link-in-text-block"];

/** The page as it stands has no fault that axe can find, in daylight and in the evening. */
export async function expectAccessible(
  page: Page,
  schemes: ("light" | "dark")[] = ["light", "dark"],
): Promise<void> {
  for (const colorScheme of schemes) {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    // The only frame of ours holds a letter. axe would open another page each time to read in frames.
    const axe = new AxeBuilder({ page }).setLegacyMode().exclude("iframe");
    if (colorScheme === "dark") axe.withRules(ofColour);
    const { violations } = await axe.analyze();
    const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target).join(", ")}`);
    expect(found, `${new URL(page.url()).pathname} in ${colorScheme}`).toEqual([]);
  }
}

/** Nothing is cut off at the side. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const extra = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    // A phone zooms out until all is in its window, so the window is no measure.
    return scrollWidth - clientWidth;
  });
  expect(extra, "pixels wider than the window").toBeLessThanOrEqual(0);
}

/** The same at the width of a phone, seen from a desk. */
export async function expectFitsPhone(page: Page): Promise<void> {
  const size = page.viewportSize();
  await page.setViewportSize({ width: 360, height: 740 });
  await expectNoSidewaysScroll(page);
  if (size) await page.setViewportSize(size);
}
