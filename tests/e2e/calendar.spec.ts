import type { Page } from "@playwright/test";
import { expectAccessible, expectNoSidewaysScroll } from "#tests/support/accessible.ts";
import { test } from "#tests/support/at-the-desk.ts";
import { expect } from "#tests/support/browser.ts";
import { anOrdinaryWeek } from "#tests/support/calendar.ts";

// The pages are long, and axe reads each twice.
test.slow();

async function expectSound(page: Page) {
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
}

test("the coach sees a week, a day and a month, and what is what in words", async ({ page, portal }) => {
  const { monday, names } = await anOrdinaryWeek(portal);
  await page.goto(`/coach/calendar?view=week&date=${monday}`);
  await expect(page).toHaveTitle("Calendar – Attune");
  await expect(page.getByRole("link", { name: "Calendar" })).toHaveAttribute("aria-current", "page");
  await expect(page.getByRole("heading", { level: 1, name: /^\d+( \w+)? to \d+ \w+/ })).toBeVisible();
  const events = page.getByRole("list", { name: /^(Mon|Tues|Wednes|Thurs|Fri)day/ }).getByRole("listitem");
  const event = (name: string) => events.filter({ hasText: name });
  await expect(event(names.asked)).toContainText("Asked for");
  await expect(event(names.held)).toContainText(/Held.*until/);
  await expect(event(names.cancelled)).toContainText("Cancelled");
  await expect(event("Busy elsewhere").first()).toBeVisible();
  await expect(page.getByRole("heading", { name: /^Saturday .* Closed$/ })).toBeVisible();
  await expect(page.getByRole("link", { name: new RegExp(names.long) })).toBeVisible();
  await expectSound(page);

  await page.getByRole("link", { name: "Day", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name: /^Monday/ })).toBeVisible();
  await expectSound(page);

  await page.getByRole("link", { name: "Month", exact: true }).click();
  await expect(page.getByRole("link", { name: new RegExp(names.ahead) })).toBeVisible();
  await expectSound(page);
  await page.getByRole("link", { name: "Month after" }).click();
  await page.getByRole("link", { name: "Today", exact: true }).last().click();
  await expect(page).toHaveURL(/view=month/);
});

test("a week in which nobody comes says so, and the address may be anything", async ({ page }) => {
  await page.goto("/coach/calendar?view=week&date=2031-06-04");
  await expect(page.getByRole("heading", { name: "2 to 8 June 2031" })).toBeVisible();
  await expect(page.getByText("Nobody comes in this week.")).toBeVisible();
  await page.goto("/coach/calendar?view=year&date=2031-02-30&move=x");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(page.getByRole("link", { name: "Week", exact: true })).toHaveAttribute("aria-current", "true");
});

test("the address can ask to move a session, and the new time is typed", async ({ page, portal }) => {
  const { monday, ids, names } = await anOrdinaryWeek(portal);
  await page.goto(`/coach/calendar?view=day&date=${monday}&move=${ids.ahead}`);
  const dialog = page.getByRole("dialog", { name: `Move ${names.ahead}?` });
  await expect(dialog.getByText("Tokyo")).toBeVisible();
  await expect(dialog.getByLabel("Send a mail with the new time")).toBeChecked();
  await dialog.getByLabel("Begins at").fill("half past");
  await dialog.getByRole("button", { name: "Move it" }).click();
  await expect(dialog.getByLabel("Begins at")).toHaveAccessibleDescription("Please write a time like 09:30.");
  await expectAccessible(page);
  await dialog.getByLabel("Begins at").fill("3:30 pm");
  await dialog.getByLabel("Why, for yourself").fill("My train");
  await expect(dialog.getByText(/15:30 to 16:30/)).toBeVisible();
  await dialog.getByRole("button", { name: "Leave it where it is" }).click();
  await expect(dialog).toHaveCount(0);
});
