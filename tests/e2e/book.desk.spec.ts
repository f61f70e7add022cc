import type { Page } from "@playwright/test";
import { expect, test } from "#tests/support/browser.ts";
import { codeIn, newestMail } from "#tests/support/mailbox.ts";
import { newAddress } from "#tests/support/visitor.ts";

test("a booking needs nothing but a keyboard", async ({ page, portal }) => {
  const address = newAddress();
  await page.goto("/book");
  await expect(page.getByText("Lisbon time (Europe/Lisbon)")).toBeVisible();
  const tabTo = async (name: RegExp) => {
    for (let presses = 0; presses < 40; presses++) {
      const focused = page.locator(":focus");
      if ((await focused.count()) && name.test(await accessibleName(page))) return;
      await page.keyboard.press("Tab");
    }
    throw new Error(`Tab never came to ${name}`);
  };
  await tabTo(/^First conversation/);
  await page.keyboard.press("ArrowDown");
  await tabTo(/\d times?$/);
  await page.keyboard.press("ArrowRight");
  await tabTo(/^\d\d:\d\d$/);
  await page.keyboard.press("Space");
  await tabTo(/call you/);
  await page.keyboard.type("Kim");
  await page.keyboard.press("Tab");
  await page.keyboard.type(address);
  await page.keyboard.press("Tab");
  await page.keyboard.press("Space");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "Please check your mail" })).toBeVisible();
  const asked = await newestMail(portal.mailbox, address);
  await tabTo(/Code from the mail/);
  await page.keyboard.type(codeIn(asked));
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/sessions\//);
});

function accessibleName(page: Page): Promise<string> {
  return page.evaluate(() => {
    const element = document.activeElement as HTMLInputElement | null;
    return element?.ariaLabel || element?.labels?.[0]?.textContent || element?.textContent || "";
  });
}
