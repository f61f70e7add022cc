import type { Browser } from "@playwright/test";
import { expectAccessible, expectNoSidewaysScroll } from "#tests/support/accessible.ts";
import { test } from "#tests/support/at-the-desk.ts";
import { aBooking } from "#tests/support/bookings.ts";
import { expect } from "#tests/support/browser.ts";
import { aClient, type Client } from "#tests/support/people.ts";
import type { Portal } from "#tests/support/portal.ts";
import { demoCoach, demoType, freeStarts, inDatabase, signIn } from "#tests/support/signed-in.ts";
import { aSuggestion } from "#tests/support/suggestions.ts";

// The pages are long, and axe reads each twice.
test.slow();

async function aMeeting(portal: Portal, after: number) {
  const type = await demoType(portal, "preparation");
  const [start = 0] = await freeStarts(portal, type, { after, days: 7 });
  return inDatabase(portal, async () => {
    const client = await aClient({ name: "Noor", zone: "UTC" });
    const id = await aBooking({ with: demoCoach, type, start, minutes: 75, for: client });
    return { client, id };
  });
}

async function pageOf(browser: Browser, portal: Portal, client: Client, options = {}) {
  const context = await browser.newContext({ baseURL: portal.processes[0].url, ...options });
  await signIn(context, portal, client);
  return context.newPage();
}

async function somethingChosen(portal: Portal, after: number): Promise<Client> {
  const { client, id } = await aMeeting(portal, after);
  await inDatabase(portal, () =>
    aSuggestion({ by: demoCoach, for: client, booking: id, days: -60, lesson: "two-whole-people" }),
  );
  return client;
}

test("a coach puts a lesson beside a session, takes it away and back, and sees what is done", async ({
  page,
  portal,
  browser,
}) => {
  const { client, id } = await aMeeting(portal, 17);
  await page.goto(`/coach/sessions/${id}`);
  const part = page.getByRole("region", { name: "A lesson beside this session" });
  await part.getByRole("button", { name: "Choose a lesson" }).click();
  await part.getByRole("button", { name: "Put it beside this session" }).click();
  await expect(part.getByLabel("Which one")).toHaveAccessibleDescription(/Please choose a lesson\./);
  await part.getByLabel("Which one").selectOption({ label: "Exercise: Draw the loop" });
  await part.getByLabel("Another day").check();
  await part.getByLabel("How many days").fill("30");
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  await part.getByRole("button", { name: "Put it beside this session" }).click();
  const chosen = part.getByRole("listitem").filter({ hasText: "Draw the loop, in When One Reaches" });
  await expect(chosen).toContainText("30 days before");
  await expect(chosen).toContainText("Shown since");

  await chosen.getByRole("button", { name: /^Take it away ?: Draw the loop/ }).click();
  await expect(chosen).toHaveCount(0);
  await part.getByRole("button", { name: "Undo" }).click();
  await expect(chosen).toHaveCount(1);

  await part.getByRole("button", { name: "Choose a lesson" }).click();
  await part.getByLabel("Which one").selectOption({ label: "Two Whole People" });
  await part.getByLabel("Another day").check();
  await part.getByLabel("How many days").fill("30");
  await part.getByRole("button", { name: "Put it beside this session" }).click();
  await expect(part.getByLabel("How many days")).toHaveAccessibleDescription(/on that day already/);
  await expect(part.getByLabel("Which one")).toContainText("Two Whole People");

  const theirs = await pageOf(browser, portal, client);
  await theirs.goto("/sessions");
  await theirs.getByRole("link", { name: "Open it" }).click();
  await expect(theirs).toHaveURL(/\/lessons\/when-one-reaches#draw-the-loop$/);
  await theirs.getByRole("button", { name: "Done for now" }).click();
  await expect(theirs.getByRole("button", { name: "Undo" })).toBeVisible();
  await page.reload();
  await expect(chosen).toContainText("Done for now");
  await expectAccessible(page);
});

test("a client sets aside what was chosen for them, takes that back, and is asked nothing", async ({
  portal,
  browser,
}) => {
  const page = await pageOf(browser, portal, await somethingChosen(portal, 24));
  await page.goto("/sessions");
  const thing = page.getByRole("region", { name: "Two Whole People" });
  await expect(thing).toContainText(/Sergio thought this might be useful before .+\. Only if you like\./);
  const [open, aside] = [
    thing.getByRole("link", { name: "Open it" }),
    thing.getByRole("button", { name: "Not for me today" }),
  ];
  expect((await open.boundingBox())?.height).toBe((await aside.boundingBox())?.height);
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  await aside.focus();
  await page.keyboard.press("Enter");
  await expect(page.getByText("Set aside. It stays among your lessons")).toBeVisible();
  await expect(page.getByRole("button", { name: "Undo" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(aside).toBeVisible();
  await aside.click();
  await expect(page.getByText("Set aside. It stays among your lessons")).toBeVisible();
  await page.reload();
  await expect(page.getByRole("heading", { name: "Lessons", exact: true })).toBeVisible();
  await expect(page.getByText("might be useful")).toHaveCount(0);
});

test("a client whose browser runs no scripts can set it aside too", async ({ portal, browser }) => {
  const client = await somethingChosen(portal, 31);
  const page = await pageOf(browser, portal, client, { javaScriptEnabled: false });
  await page.goto("/sessions");
  await page.getByRole("button", { name: "Not for me today" }).click();
  await expect(page).toHaveURL(/\/sessions\?kept$/);
  await expect(page.getByText("might be useful")).toHaveCount(0);
});
