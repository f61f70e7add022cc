import type { Page } from "@playwright/test";
import { expectAccessible, expectFitsPhone, expectNoSidewaysScroll } from "#tests/support/accessible.ts";
import { test } from "#tests/support/at-the-desk.ts";
import { aBooking, aHold } from "#tests/support/bookings.ts";
import { expect } from "#tests/support/browser.ts";
import { newestMail } from "#tests/support/mailbox.ts";
import { aClient } from "#tests/support/people.ts";
import { demoCoach, demoType, freeStarts, inDatabase } from "#tests/support/signed-in.ts";

const minute = 60_000;

// The pages are long, and axe reads each twice.
test.slow();

async function expectSound(page: Page) {
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  await expectFitsPhone(page);
}

test("the coach sees who comes today and in the next days", async ({ page, portal }) => {
  const type = await demoType(portal, "preparation");
  const soon = Math.ceil(Date.now() / minute) * minute + 90 * minute;
  await inDatabase(portal, async () => {
    const long = "Maximiliane-Friederike von Hohenlohe-Schillingsfürst-Wolkenstein";
    const starts = await freeStarts(portal, type, { after: 2, days: 4 });
    const client = await aClient({ name: long, zone: "Asia/Tokyo" });
    await aBooking({ with: demoCoach, type, start: starts.at(-1) ?? 0, minutes: 75, for: client });
    const until = Date.now() + 10 * minute;
    const free = await freeStarts(portal, type, { after: 1, days: 4 });
    const start = free.find((time) => time > soon) ?? 0;
    await aHold({
      with: demoCoach,
      type,
      start,
      minutes: 75,
      email: "robin@example.org",
      name: "Robin",
      until,
    });
  });
  await page.goto("/coach");
  await expect(page).toHaveTitle("Today – Attune");
  await expect(page.getByText(/It is \d\d:\d\d in UTC\./)).toBeVisible();
  await expect(page.getByRole("link", { name: "Jonas and Ute" }).first()).toBeVisible();
  await expect(page.getByText(/Tokyo$/).first()).toBeVisible();
  const held = page.getByRole("listitem").filter({ hasText: "Robin" });
  await expect(held.getByText(/^Held until \d\d:\d\d$/)).toBeVisible();
  await expectSound(page);
  await page.getByRole("link", { name: "Robin" }).click();
  await expect(page.getByRole("heading", { name: "A visitor is choosing this time" })).toBeVisible();
  await expect(page.getByRole("link", { name: "Cancel this session" })).toHaveCount(0);
  await expectSound(page);
});

test("the coach cancels a session, and the client gets word", async ({ page, portal }) => {
  const type = await demoType(portal, "integration");
  const [start = 0] = await freeStarts(portal, type, { after: 2, days: 6 });
  const { client, bookingId } = await inDatabase(portal, async () => {
    const client = await aClient({ name: "Vera", zone: "America/Bogota" });
    return { client, bookingId: await aBooking({ with: demoCoach, type, start, for: client }) };
  });
  await page.goto("/coach");
  await page.getByRole("link", { name: "Vera", exact: true }).first().click();
  await expect(page.getByRole("heading", { name: "Vera", level: 1 })).toBeVisible();
  await expect(page.getByText(/Bogota \(America\/Bogota\)/)).toBeVisible();
  await expectSound(page);
  await page.getByRole("link", { name: "Cancel this session" }).click();
  await expect(page.getByRole("heading", { name: "Cancel this session?" })).toBeVisible();
  await expectSound(page);
  await page.getByRole("button", { name: "Cancel this session" }).click();
  await expect(page).toHaveURL(new RegExp(`/coach/sessions/${bookingId}$`));
  await expect(page.getByText("You cancelled it. Its time is free again.")).toBeVisible();
  await expectSound(page);
  const mail = await newestMail(portal.mailbox, client.email);
  expect(mail.attachments[0]?.text).toContain("METHOD:CANCEL");
  expect(await freeStarts(portal, type, { after: 2, days: 6 })).toContain(start);
});
