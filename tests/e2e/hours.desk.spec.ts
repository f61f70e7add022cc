import type { Page } from "@playwright/test";
import { test } from "#tests/support/at-the-desk.ts";
import { expect } from "#tests/support/browser.ts";

test("hours are changed with nothing but a keyboard", async ({ page }) => {
  await page.goto("/coach/availability");
  await expect(page.getByRole("listitem").filter({ hasText: "Monday" }).first()).toBeVisible();
  const tabTo = async (name: RegExp) => {
    for (let presses = 0; presses < 80; presses++) {
      await page.keyboard.press("Tab");
      if (name.test(await focusedName(page))) return;
    }
    throw new Error(`Tab never came to ${name}`);
  };
  await tabTo(/^Saturday/);
  await page.keyboard.press("Space");
  await tabTo(/^Saturday, from$/);
  await page.keyboard.type("10");
  await tabTo(/^Saturday, until$/);
  await page.keyboard.type("1pm");
  await tabTo(/^Add/);
  await page.keyboard.press("Enter");
  await expect(page.getByLabel("Saturday, stretch 2, from")).toBeFocused();
  await tabTo(/^Remove 14:00/);
  await page.keyboard.press("Enter");
  await expect(page.getByLabel("Saturday, until")).toHaveValue("13:00");
  await tabTo(/^Save these hours$/);
  await page.keyboard.press("Enter");
  await expect(page.getByText("Saved", { exact: true })).toBeVisible();
  await page.reload();
  await expect(page.getByLabel("Saturday, from")).toHaveValue("10:00");
  await page.getByLabel("Saturday, open").uncheck();
  await page.getByRole("button", { name: "Save these hours" }).click();
  await expect(page.getByText("Saved", { exact: true })).toBeVisible();
});

function focusedName(page: Page): Promise<string> {
  return page.evaluate(() => {
    const element = document.activeElement as HTMLInputElement | null;
    return element?.ariaLabel || element?.labels?.[0]?.textContent || element?.textContent || "";
  });
}
