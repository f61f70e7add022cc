import type { Page } from "@playwright/test";
import { dateAfter } from "#lib/time/wall-clock.ts";
import { expectAccessible, expectNoSidewaysScroll } from "#tests/support/accessible.ts";
import { test } from "#tests/support/at-the-desk.ts";
import { expect } from "#tests/support/browser.ts";
import { aDayWithOthers, anOrdinaryWeek } from "#tests/support/calendar.ts";
import { newestMail } from "#tests/support/mailbox.ts";
import { signIn } from "#tests/support/signed-in.ts";

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
  await page.goto("/coach/calendar?view=week&date=2032-06-09");
  await expect(page.getByRole("heading", { name: "7 to 13 June 2032" })).toBeVisible();
  await expect(page.getByText("Nobody comes in this week.")).toBeVisible();
  await page.goto("/coach/calendar?view=year&date=2031-02-30&move=x");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(page.getByRole("link", { name: "Week", exact: true })).toHaveAttribute("aria-current", "true");
});

test("a session is moved by typing, and the time is looked at before it is sent", async ({
  page,
  portal,
}) => {
  const { ahead, names } = await anOrdinaryWeek(portal);
  await page.goto(`/coach/sessions/${ahead.id}`);
  await page.getByRole("link", { name: "Move this session" }).click();
  const dialog = page.getByRole("dialog", { name: `Move ${names.ahead}?` });
  await expect(dialog.getByText("In Tokyo")).toBeVisible();
  await expect(dialog.getByLabel("Send a mail with the new time")).toBeChecked();
  await dialog.getByLabel("Begins at").fill("half past");
  await dialog.getByRole("button", { name: "Move it" }).click();
  await expect(dialog.getByLabel("Begins at")).toHaveAccessibleDescription("Please write a time like 09:30.");
  await expectAccessible(page);
  await dialog.getByLabel("Begins at").fill("10 am");
  await dialog.getByRole("button", { name: "Move it" }).click();
  await expect(dialog.getByText("That is when it is now.")).toBeVisible();
  await dialog.getByRole("button", { name: "Leave it where it is" }).click();
  await expect(dialog).toHaveCount(0);
  await expect(page).not.toHaveURL(/move=/);
});

test("a move outside the own rules says which, can be made all the same, and undone", async ({
  page,
  portal,
}) => {
  const { monday, ahead, names } = await anOrdinaryWeek(portal);
  await page.goto(`/coach/calendar?view=week&date=${monday}&move=${ahead.id}`);
  const dialog = page.getByRole("dialog", { name: `Move ${names.ahead}?` });
  await dialog.getByLabel("Begins at").fill("19:30");
  await dialog.getByLabel("Why, for yourself").fill("Her train comes late");
  await dialog.getByRole("button", { name: "Move it" }).click();
  await expect(dialog.getByRole("alert")).toContainText("outside the hours that you open");
  await expect(dialog.getByLabel("Why, for yourself")).toHaveValue("Her train comes late");
  await expectSound(page);
  await dialog.getByRole("button", { name: "Move it all the same" }).click();
  const toast = page.getByRole("status").filter({ hasText: `${names.ahead}: now Monday` });
  await expect(toast).toContainText("19:30");
  await expect(page.getByRole("link", { name: new RegExp(names.ahead) })).toContainText("19:30");
  await newestMail(portal.mailbox, ahead.email);
  await expectSound(page);
  await toast.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByRole("link", { name: new RegExp(names.ahead) })).toContainText("10:00");
  await newestMail(portal.mailbox, ahead.email, 2);
});

test("a time that another session has is refused, and what was typed stays", async ({ page, portal }) => {
  const { monday, ahead, names } = await anOrdinaryWeek(portal);
  await page.goto(`/coach/calendar?view=week&date=${monday}&move=${ahead.id}`);
  const dialog = page.getByRole("dialog", { name: `Move ${names.ahead}?` });
  await dialog.getByLabel("Date").fill(dateAfter(monday, 4));
  await dialog.getByLabel("Begins at").fill("14:30");
  await dialog.getByRole("button", { name: "Move it" }).click();
  await expect(dialog.getByRole("alert")).toContainText("That time has just gone.");
  await expect(dialog.getByLabel("Begins at")).toHaveValue("14:30");
  await dialog.getByRole("button", { name: "Leave it where it is" }).click();
  await expect(page.getByRole("link", { name: new RegExp(names.ahead) })).toContainText("10:00");
});

test("what belongs with a day goes along with it, and back again", async ({ page, portal, context }) => {
  const { coach, dayId, date, weekAfter } = await aDayWithOthers(portal);
  await signIn(context, portal, coach);
  await page.goto(`/coach/calendar?view=week&date=${date}&move=${dayId}`);
  const dialog = page.getByRole("dialog", { name: "Move Priya?" });
  await dialog.getByLabel("Date").fill(weekAfter);
  const after = dialog.getByRole("group", { name: "About a week after" });
  await expect(after).toContainText("It is now on");
  await expect(after.getByLabel("Time")).toBeVisible();
  await expectSound(page);
  await dialog.getByRole("button", { name: "Move it" }).click();
  await expect(page.getByRole("status").filter({ hasText: "Priya: now Monday" })).toBeVisible();
  // The week is read anew behind the message; until then it still shows her.
  await expect(page.getByRole("link", { name: /Priya/ })).toHaveCount(0);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByRole("link", { name: /Priya/ })).toBeVisible();
  await page.goto(`/coach/calendar?view=week&date=${weekAfter}`);
  await expect(page.getByRole("link", { name: /Priya.*Integration/ })).toContainText("09:00");
});
