import { expect, test } from "#tests/support/browser.ts";
import { newAddress } from "#tests/support/visitor.ts";

test("on a phone, a tap on a day moves to its times", async ({ page }) => {
  await page.goto("/book");
  await page
    .getByRole("radio", { name: /times?$/ })
    .last()
    .tap({ force: true });
  const first = page
    .getByRole("group", { name: /^Times on/ })
    .getByRole("radio")
    .first();
  await expect(first).toBeInViewport();
  // Waits until the page has come to rest where it moved to.
  await first.tap();
  await expect(first).toBeChecked();
  await page.getByLabel("What should Sergio call you?").tap();
  await page.keyboard.type("Kim");
  await page.getByLabel("Email").tap();
  await page.keyboard.type(newAddress());
  await page.getByLabel("I am an adult.").tap();
  await page.getByRole("button", { name: "Hold this time" }).tap();
  await expect(page.getByRole("heading", { name: "Please check your mail" })).toBeVisible();
});
