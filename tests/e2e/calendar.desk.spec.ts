import { expectAccessible } from "#tests/support/accessible.ts";
import { test } from "#tests/support/at-the-desk.ts";
import { expect } from "#tests/support/browser.ts";
import { anOrdinaryWeek } from "#tests/support/calendar.ts";

test("a session is moved with nothing but a keyboard", async ({ page, portal }) => {
  const { monday, names } = await anOrdinaryWeek(portal);
  await page.goto(`/coach/calendar?view=week&date=${monday}`);
  const session = page.getByRole("link", { name: new RegExp(names.ahead) });
  await session.focus();
  await page.keyboard.press("Tab");
  await expect(page.getByRole("button", { name: `Move ${names.ahead}` })).toBeFocused();
  await page.keyboard.press("Enter");
  const mover = page.getByRole("application", { name: `Move ${names.ahead}` });
  await expect(mover).toBeFocused();
  const said = page.getByRole("status").filter({ hasText: " to " });
  for (const key of ["ArrowDown", "ArrowDown", "ArrowRight", "ArrowUp"]) await page.keyboard.press(key);
  await expect(said).toHaveText(/^Tuesday .*, 10:15 to 11:15$/);
  await expectAccessible(page);
  await page.keyboard.press("Escape");
  await expect(session).toBeFocused();
  await expect(mover).toHaveCount(0);

  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("dialog", { name: `Move ${names.ahead}?` });
  await expect(dialog.getByText(/^Monday .*, 09:45 to 10:45$/)).toBeVisible();
  await expect(dialog.getByLabel("Begins at")).toHaveValue("09:45");
  await expectAccessible(page);
  await page.keyboard.press("Escape");
  await expect(session).toBeFocused();
});

test("a session is dragged to a quarter hour, and nothing happens before it is said", async ({
  page,
  portal,
}) => {
  const { monday, names } = await anOrdinaryWeek(portal);
  await page.goto(`/coach/calendar?view=week&date=${monday}`);
  const session = page.getByRole("link", { name: new RegExp(names.ahead) });
  const from = await session.boundingBox();
  const wednesday = await page.locator("[data-date]").nth(2).boundingBox();
  if (!from || !wednesday) throw new Error("There is nothing to drag");
  await page.mouse.move(from.x + 20, from.y + 10);
  await page.mouse.down();
  // Two hours and a little: 64 pixels are an hour.
  await page.mouse.move(wednesday.x + 30, from.y + 10 + 132, { steps: 8 });
  await expect(page.getByText(/^Wednesday .*, 12:00 to 13:00$/)).toBeVisible();
  await page.keyboard.press("Escape");
  await page.mouse.up();
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await expect(page).toHaveURL(/calendar/);

  await page.mouse.move(from.x + 20, from.y + 10);
  await page.mouse.down();
  await page.mouse.move(wednesday.x + 30, from.y + 10 + 132, { steps: 8 });
  await page.mouse.up();
  const dialog = page.getByRole("dialog", { name: `Move ${names.ahead}?` });
  await expect(dialog.getByText(/^Wednesday .*, 12:00 to 13:00$/)).toBeVisible();
  await dialog.getByRole("button", { name: "Leave it where it is" }).click();
  await session.click();
  await expect(page).toHaveURL(/\/coach\/sessions\//);
});
