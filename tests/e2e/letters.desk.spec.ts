import type { Page } from "@playwright/test";
import { expectAccessible, expectFitsPhone, expectNoSidewaysScroll } from "#tests/support/accessible.ts";
import { test } from "#tests/support/at-the-desk.ts";
import { expect } from "#tests/support/browser.ts";
import { newestMail } from "#tests/support/mailbox.ts";
import { aClient } from "#tests/support/people.ts";
import { demoType, freeStarts, inDatabase, sendAs } from "#tests/support/signed-in.ts";

// The pages hold a frame, and axe reads each twice.
test.slow();

const words = (page: Page) => page.getByLabel("Your words");
const letter = (page: Page) => page.frameLocator("iframe[title='The letter']");
const save = (page: Page) => page.getByRole("button", { name: "Save these words" }).click();

async function expectSound(page: Page) {
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  await expectFitsPhone(page);
}

/** The letter that a client gets who books just now. */
async function lettersOf(portal: Parameters<typeof sendAs>[0]) {
  const client = await inDatabase(portal, () => aClient());
  const typeId = await demoType(portal, "preparation");
  const start = (await freeStarts(portal, typeId, { after: 20, days: 7 })).at(-1) ?? 0;
  await sendAs(portal, client, "/api/bookings", {
    typeId,
    start: new Date(start).toISOString(),
    zone: "UTC",
  });
  return newestMail(portal.mailbox, client.email);
}

test("a coach writes into a letter, sees it as clients will, and they get it so", async ({
  page,
  portal,
}) => {
  await page.goto("/coach/account");
  await page.getByRole("link", { name: "Letters in your own words" }).click();
  await expect(page.getByRole("heading", { name: "Letters in your own words" })).toBeVisible();
  await expectSound(page);
  await page.getByRole("link", { name: "A time is confirmed", exact: true }).click();
  await expect(words(page)).toHaveValue("It is good that this works out.");
  await expect(letter(page).getByText("It is good that this works out.")).toBeVisible();
  await expect(letter(page).getByText(/^From /)).toHaveCount(0);

  await words(page).fill("Please ring at the green door");
  await page.getByText("Changed, not saved yet").waitFor();
  await words(page).press("ControlOrMeta+A");
  await page.getByRole("button", { name: "Bold" }).click();
  await expect(words(page)).toHaveValue("**Please ring at the green door**");
  await words(page).press("ControlOrMeta+Z");
  await expect(words(page)).toHaveValue("Please ring at the green door");
  await page.getByRole("button", { name: "List" }).click();
  await expect(words(page)).toHaveValue("- Please ring at the green door");
  await expect(letter(page).getByRole("listitem")).toHaveText("Please ring at the green door");
  await expect(letter(page).getByText(/^From Sergio:$/)).toBeVisible();
  await expectSound(page);
  await save(page);
  await expect(page.getByText(/^Saved \d\d:\d\d$/)).toBeVisible();
  await page.reload();
  await expect(words(page)).toHaveValue("- Please ring at the green door");

  const mail = await lettersOf(portal);
  expect(mail.text).toContain("is confirmed.\n\nFrom Sergio:\n\n * Please ring at the green door\n\n");
  expect(mail.subject).toBe("A note from your portal");

  await page.getByRole("link", { name: "All letters" }).click();
  const row = page.getByRole("listitem").filter({ hasText: "A time is confirmed" });
  await expect(row).toContainText("Your words");
});

test("the portal's own words come back, and the coach's with Undo", async ({ page }) => {
  await page.goto("/coach/letters/booking_cancelled");
  await words(page).fill("Until another time.");
  await save(page);
  await expect(page.getByText(/^Saved \d/)).toBeVisible();
  await page.getByRole("button", { name: "Go back to what came with it" }).click();
  await expect(words(page)).toHaveValue("Nothing else is needed.");
  await expect(page.getByRole("button", { name: "Undo" })).toBeFocused();
  await expect(letter(page).getByText("Nothing else is needed.")).toBeVisible();
  await expectSound(page);
  await page.keyboard.press("Enter");
  await expect(words(page)).toHaveValue("Until another time.");
  await expect(words(page)).toBeFocused();
  await page.reload();
  await expect(words(page)).toHaveValue("Until another time.");
});

test("of two windows the later one is told, and loses nothing", async ({ page, context }) => {
  const other = await context.newPage();
  for (const window of [page, other]) await window.goto("/coach/letters/booking_moved");
  await words(other).fill("From the other window.");
  await save(other);
  await expect(other.getByText(/^Saved \d/)).toBeVisible();

  await words(page).fill("From this window.");
  await save(page);
  const notice = page.getByRole("alert").filter({ hasText: "Changed in another window" });
  await expect(notice).toContainText("From the other window.");
  await expect(words(page)).toHaveValue("From this window.");
  await expectSound(page);
  await notice.getByRole("button", { name: "Go on with these" }).click();
  await expect(words(page)).toHaveValue("From the other window.");
  await expect(notice).toHaveCount(0);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(words(page)).toHaveValue("From this window.");
  await expect(page.getByText(/^Saved \d/)).toBeVisible();

  await words(other).fill("Once more from the other.");
  await save(other);
  await other.getByRole("button", { name: "Save mine instead" }).click();
  await expect(other.getByText(/^Saved \d/)).toBeVisible();
  await page.reload();
  await expect(words(page)).toHaveValue("Once more from the other.");
});

test("what was typed stays: too long, without a line, and on the way out", async ({
  page,
  context,
  problems,
}) => {
  await page.goto("/coach/letters/times_proposed");
  await expect(words(page)).toHaveValue("");
  await words(page).fill("x".repeat(612));
  await expect(page.getByText("12 characters too many for a letter.")).toBeVisible();
  await save(page);
  await expect(words(page)).toHaveAccessibleDescription(/600 characters fit\./);
  await expect(words(page)).toBeFocused();
  await expectSound(page);

  await words(page).fill("One of these, before the ceremony?");
  await expect(page.getByText(/learns something from “ceremony”\./)).toBeVisible();
  await expectSound(page);
  await context.setOffline(true);
  await save(page);
  await expect(page.getByRole("alert").filter({ hasText: "could not reach the portal" })).toBeVisible();
  await page.getByRole("radio", { name: "As plain text" }).check();
  await expect(page.getByText("The letter cannot be shown just now.")).toBeVisible();
  await context.setOffline(false);
  problems.splice(0);
  await page.getByRole("radio", { name: "In the dark" }).check();
  await expect(letter(page).locator("body")).toHaveCSS("background-color", "rgb(28, 37, 35)");
  await page.getByRole("radio", { name: "As plain text" }).check();
  await expect(page.getByRole("region", { name: "The letter" })).toContainText("before the ceremony?");
  await expectSound(page);

  await page.getByRole("link", { name: "All letters" }).click();
  await page.getByRole("button", { name: "Stay on this page" }).click();
  await save(page);
  await expect(page.getByText(/^Saved \d/)).toBeVisible();
  await page.getByRole("link", { name: "All letters" }).click();
  await expect(page.getByRole("listitem").filter({ hasText: "You offer other times" })).toContainText(
    "before the ceremony?",
  );
  await page.goBack();
  await expect(words(page)).toHaveValue("One of these, before the ceremony?");
});

test("what is no letter is not there", async ({ page }) => {
  for (const kind of ["sign_in", "toString", "x"])
    expect((await page.request.get(`/coach/letters/${kind}`)).status()).toBe(404);
});
