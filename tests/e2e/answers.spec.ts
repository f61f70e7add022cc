import type { Page } from "@playwright/test";
import { expectAccessible, expectNoSidewaysScroll } from "#tests/support/accessible.ts";
import { test } from "#tests/support/at-the-desk.ts";
import { aBooking } from "#tests/support/bookings.ts";
import { expect } from "#tests/support/browser.ts";
import { newestMail } from "#tests/support/mailbox.ts";
import { aClient } from "#tests/support/people.ts";
import type { Portal } from "#tests/support/portal.ts";
import { demoCoach, demoType, freeStarts, inDatabase } from "#tests/support/signed-in.ts";

const hour = 3_600_000;
const long = "I am away that week, and I would like to have time for you. Could the week after that do?";

// The pages are long, and axe reads each twice.
test.slow();

async function expectSound(page: Page) {
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
}

async function aRequest(portal: Portal, name: string, from: number) {
  const type = await demoType(portal, "preparation");
  const [start = 0] = await freeStarts(portal, type, { after: from, days: 7 });
  return inDatabase(portal, async () => {
    const client = await aClient({ name, zone: "Asia/Tokyo" });
    const meeting = { with: demoCoach, type, start, minutes: 75, for: client };
    const id = await aBooking({ ...meeting, status: "requested" });
    return { client, id, start };
  });
}

test("the coach confirms what was asked for, and the client gets word", async ({ page, portal }) => {
  const { client, id } = await aRequest(portal, "Noor", 3);
  await page.goto("/coach");
  await page.getByRole("link", { name: "Look and answer Noor" }).click();
  await expect(page.getByRole("heading", { name: "Asked for, and you decide" })).toBeVisible();
  await expectSound(page);
  await page.getByRole("button", { name: "Confirm Noor" }).click();
  await expect(page.getByText("Confirmed", { exact: true })).toBeVisible();
  await expect(page.getByRole("button", { name: "Confirm Noor" })).toHaveCount(0);
  const mail = await newestMail(portal.mailbox, client.email);
  expect(mail.attachments[0]?.text).toContain("METHOD:REQUEST");
  expect(mail.text).toContain(`/sessions/${id}`);
});

test("the coach says no, with words that stay out of the mail", async ({ page, portal }) => {
  const { client, id } = await aRequest(portal, "Tomás", 10);
  await page.goto(`/coach/sessions/${id}`);
  await page.getByRole("link", { name: "Say no" }).click();
  await expect(page.getByRole("heading", { name: "Say no to Tomás?" })).toBeVisible();
  await page.getByRole("button", { name: "Send this answer" }).click();
  await expect(page.getByLabel("What Tomás will read")).toHaveAccessibleDescription(
    /Please write a few words\./,
  );
  await page.getByLabel("What Tomás will read").fill(long);
  await expectSound(page);
  await page.getByRole("button", { name: "Send this answer" }).click();
  await expect(page).toHaveURL(new RegExp(`/coach/sessions/${id}$`));
  await expect(page.getByText(long)).toBeVisible();
  await expectSound(page);
  expect((await newestMail(portal.mailbox, client.email)).text).not.toContain("week");
});

test("the coach offers other times, by keyboard alone", async ({ page, portal }) => {
  const { client, id } = await aRequest(portal, "Elif", 17);
  await page.goto(`/coach/sessions/${id}/propose`);
  const times = page.getByRole("checkbox");
  for (const time of [times.first(), times.last()]) {
    await time.focus();
    await page.keyboard.press("Space");
  }
  await expect(times.nth(1), "too near to be kept along with the first").toBeDisabled();
  await expect(page.getByRole("status")).toContainText(/^Chosen: .+; .+\.$/);
  await expectSound(page);
  await page.getByLabel("A few words to Elif").fill("Would one of these do?");
  await page.getByRole("button", { name: "Offer these times" }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "You offered other times" })).toBeVisible();
  await expectSound(page);
  const mail = await newestMail(portal.mailbox, client.email);
  expect(mail.text).toContain("Tokyo time");
  expect(mail.text).not.toContain("Would one of these do?");
});

test("the coach says how a session went, and it counts", async ({ page, portal }) => {
  const type = await demoType(portal, "preparation");
  const { id } = await inDatabase(portal, async () => {
    const client = await aClient({ name: "Priya" });
    // In the night, when nobody else comes.
    const start = Math.floor(Date.now() / (24 * hour)) * 24 * hour - 22 * hour;
    return { id: await aBooking({ with: demoCoach, type, start, minutes: 30, for: client }) };
  });
  await page.goto(`/coach/sessions/${id}`);
  await page.getByRole("radio", { name: /It took place/ }).check();
  await page.getByLabel("A word for yourself").fill("She had slept badly");
  await page.getByRole("button", { name: "Save how it went" }).click();
  await expect(page.getByText("Priya: used 1, no number agreed")).toBeVisible();
  await expect(page.getByText("She had slept badly")).toBeVisible();
  await expectSound(page);
  await page.goto("/coach/clients");
  await page.getByLabel("Sessions agreed with Priya").fill("3");
  await page.getByRole("button", { name: "Save what you agreed with Priya" }).click();
  await expect(page.getByRole("row", { name: /Priya/ })).toContainText("agreed 3, used 1");
  await expectSound(page);
  await page.goto(`/coach/sessions/${id}`);
  await page.getByRole("button", { name: "Take it back" }).click();
  await expect(page.getByText("Priya: agreed 3, used 0")).toBeVisible();
});

test("the coach books outside the own rules, and is told which first", async ({ page, portal }) => {
  const type = await demoType(portal, "preparation");
  const client = await inDatabase(portal, async () => {
    const client = await aClient({ name: "Anouk", zone: "America/Bogota" });
    // They know each other from a session long ago.
    const start = Math.floor(Date.now() / hour) * hour - 2_000 * hour;
    await aBooking({ with: demoCoach, type, start, for: client });
    return client;
  });
  await page.goto("/coach/calendar/book?date=2031-06-08");
  await page.getByLabel("For whom").selectOption({ label: "Anouk" });
  await page.getByLabel("Kind").selectOption({ label: "Integration, 60 min" });
  await page.getByRole("button", { name: "Book this time" }).click();
  await expect(page.getByLabel("Begins at")).toHaveAccessibleDescription("Please write a time like 09:30.");
  await page.getByLabel("Begins at").fill("7");
  await page.getByLabel("Date").focus();
  await expect(page.getByLabel("Begins at")).toHaveValue("07:00");
  await expect(page.getByText("For Anouk: 02:00 Bogota.")).toBeVisible();
  await page.getByRole("button", { name: "Book this time" }).click();
  const warning = page.getByRole("alert").filter({ hasText: "your own rules" });
  await expect(warning).toContainText("It lies outside the hours that you open for this kind.");
  await expect(warning).toContainText("further ahead than the 60 days");
  await expectSound(page);
  await page.getByRole("button", { name: "Book it all the same" }).click();
  await expect(page.getByRole("heading", { name: "Anouk", exact: true })).toBeVisible();
  await expect(page.getByText("Sunday 8 June 2031, 07:00")).toBeVisible();
  expect((await newestMail(portal.mailbox, client.email)).text).toContain("02:00");
});
