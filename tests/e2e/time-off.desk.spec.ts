import { test } from "#tests/support/at-the-desk.ts";
import { expect } from "#tests/support/browser.ts";

test("time off and kinds are changed with nothing but a keyboard", async ({ page }) => {
  await page.goto("/coach/availability");
  await page.getByRole("button", { name: "Add time off" }).focus();
  await page.keyboard.press("Enter");
  const first = page.getByLabel("First day off");
  await expect(first).toBeFocused();
  const day = new Date(Date.now() + 300 * 86_400_000);
  await first.fill(day.toISOString().slice(0, 10));
  await page.keyboard.press("Enter");
  const add = page.getByRole("button", { name: "Add time off" });
  await expect(add).toBeFocused();
  await page.keyboard.press("Shift+Tab");
  const off = page.getByRole("region", { name: "Time off" });
  await expect(off.getByRole("button", { name: /^Remove / })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("button", { name: "Undo" })).toBeFocused();

  const kinds = page.getByLabel("Tuesday, for which kinds");
  await kinds.focus();
  await page.keyboard.press("End");
  await page.keyboard.press("ArrowUp");
  await expect(kinds).toHaveValue("pick");
  await page.keyboard.press("Tab");
  await expect(
    page.getByRole("group", { name: "Tuesday", exact: true }).getByLabel("First conversation"),
  ).toBeFocused();
  await page.keyboard.press("Space");
  await expect(page.getByText("Changed, not saved yet")).toBeVisible();
  await page.getByRole("button", { name: "Put back" }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByText("Changed, not saved yet")).toHaveCount(0);
});
