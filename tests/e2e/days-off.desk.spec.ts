import { expectAccessible, expectFitsPhone, expectNoSidewaysScroll } from "#tests/support/accessible.ts";
import { test } from "#tests/support/at-the-desk.ts";
import { aBooking } from "#tests/support/bookings.ts";
import { expect } from "#tests/support/browser.ts";
import { aClient } from "#tests/support/people.ts";
import { demoCoach, demoType, freeStarts, inDatabase } from "#tests/support/signed-in.ts";

// The pages are long, and axe reads each twice.
test.slow();

test("days off close, show what is booked inside, change, and come back", async ({ page, portal }) => {
  const type = await demoType(portal, "preparation");
  const free = () => freeStarts(portal, type, { after: 20, days: 7 });
  const [start = 0] = await free();
  const client = await inDatabase(portal, () => aClient({ name: "Bertrand-Alexandre de la Rochefoucauld" }));
  const id = await inDatabase(portal, () => aBooking({ with: demoCoach, type, start, for: client }));
  const date = (at: number) => new Date(at).toISOString().slice(0, 10);
  const inDays = (days: number) => date(start + days * 86_400_000);

  await page.goto("/coach/availability");
  const off = page.getByRole("region", { name: "Time off" });
  // Others of the practice may have a session on that day too.
  const inside = off.getByRole("listitem").filter({ hasText: /(One session lies|sessions lie) inside:/ });
  const bertrand = inside.getByRole("link", { name: /^Bertrand-Alexandre/ });
  await expect(off.getByText("No days off are planned.")).toBeVisible();
  await off.getByRole("button", { name: "Add time off" }).click();
  await expect(off.getByLabel("First day off")).toBeFocused();
  await off.getByRole("button", { name: "Save this time off" }).click();
  await expect(off.getByLabel("First day off")).toHaveAccessibleDescription(/Please choose a date\./);
  await off.getByLabel("First day off").fill(inDays(0));
  await off.getByLabel("Last day off").fill(inDays(-1));
  await off.getByRole("button", { name: "Save this time off" }).click();
  await expect(off.getByLabel("Last day off")).toHaveAccessibleDescription(
    /should not come before the first/,
  );
  await expect(off.getByLabel("Last day off")).toBeFocused();
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  await expectFitsPhone(page);
  await off.getByLabel("Last day off").fill("");
  await off.getByRole("button", { name: "Save this time off" }).click();
  await expect(off.getByText(/Nothing can be booked\./)).toBeVisible();
  await expect(off.getByRole("button", { name: "Add time off" })).toBeFocused();
  await expect(bertrand).toBeVisible();
  expect((await free()).map(date)).not.toContain(inDays(0));
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  await expectFitsPhone(page);

  await bertrand.click();
  await expect(page).toHaveURL(new RegExp(`/coach/sessions/${id}$`));
  await page.goBack();

  await off.getByRole("button", { name: /^Change / }).click();
  await off.getByLabel("First day off").fill(inDays(1));
  await off.getByLabel("Last day off").fill(inDays(9));
  await page.getByRole("link", { name: "Today" }).click();
  await page.getByRole("button", { name: "Stay on this page" }).click();
  await off.getByRole("button", { name: "Save this time off" }).click();
  await expect(bertrand).toHaveCount(0);
  await expect(off.getByRole("listitem")).toHaveCount(1);
  await expect.poll(async () => (await free()).map(date)).not.toContain(inDays(1));

  await off.getByRole("button", { name: /^Remove / }).click();
  await expect(off.getByText(/can be booked again\.$/)).toBeVisible();
  await expect(off.getByRole("button", { name: "Undo" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(off.getByRole("listitem")).toHaveCount(1);
  await expect(off.getByRole("button", { name: "Undo" })).toHaveCount(0);
  await off.getByRole("button", { name: /^Remove / }).click();
  await expect(off.getByText(/can be booked again\.$/)).toBeVisible();
  await page.reload();
  await expect(off.getByText("No days off are planned.")).toBeVisible();
});
