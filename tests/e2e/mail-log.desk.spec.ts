import type { Page } from "@playwright/test";
import { expectAccessible, expectFitsPhone, expectNoSidewaysScroll } from "#tests/support/accessible.ts";
import { test as atTheDesk } from "#tests/support/at-the-desk.ts";
import { aBooking } from "#tests/support/bookings.ts";
import { expect } from "#tests/support/browser.ts";
import { allMail, newestMail } from "#tests/support/mailbox.ts";
import { aMessage } from "#tests/support/messages.ts";
import { aClient } from "#tests/support/people.ts";
import { type Portal, startPortal } from "#tests/support/portal.ts";
import { demoCoach, demoType, freeStarts, inDatabase, sendAs, signIn } from "#tests/support/signed-in.ts";

// These tests hear from the mailbox what becomes of mail, so the portal is their own.
const test = atTheDesk.extend<object, { portal: Portal }>({
  portal: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from the pattern what a fixture needs
    async ({}, use) => {
      const portal = await startPortal({ processes: 1, webhooks: true });
      await use(portal);
      await portal.stop();
    },
    { scope: "worker", timeout: 60_000 },
  ],
});

// Three people, and axe reads each page twice.
test.slow();

async function expectSound(page: Page) {
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  await expectFitsPhone(page);
}

/** What becomes of the next mails. */
const next = (portal: Portal, fates: string[]) =>
  fetch(`${portal.mailbox}/webhooks`, { method: "POST", body: JSON.stringify({ fates }) });

/** A client of the demo coach with a session ahead. */
async function someoneBooked(portal: Portal, name: string) {
  const type = await demoType(portal, "preparation");
  const [start = 0] = await freeStarts(portal, type, { after: 3, days: 14 });
  return inDatabase(portal, async () => {
    const client = await aClient({ name });
    return {
      client,
      bookingId: await aBooking({ with: demoCoach, type, start, minutes: 75, for: client }),
    };
  });
}

test("mail comes back, coach and client see it, and sent again it arrives once", async ({
  page,
  portal,
  anotherPerson,
}) => {
  const { client, bookingId } = await someoneBooked(portal, "Vera Lindt");
  await next(portal, ["bounced"]);
  await sendAs(portal, demoCoach, `/api/coach/bookings/${bookingId}/cancel`, { mail: true, reason: "" });
  await newestMail(portal.mailbox, client.email);

  // Other letters to the coach may come by the clock.
  const toldCoach = async () =>
    (await allMail(portal.mailbox, demoCoach.email)).filter(({ text }) => text.includes("comes back"));
  await expect.poll(async () => (await toldCoach()).length).toBe(1);
  const [letter] = await toldCoach();
  expect(letter?.subject).toBe("A note from your portal");
  expect(letter?.text).toContain("Mail to Vera comes back.");
  expect(letter?.text).not.toContain("Lindt");

  await page.goto("/coach/clients");
  const row = page.getByRole("row").filter({ hasText: "Vera Lindt" });
  await expect(row.getByText("Mail comes back")).toBeVisible();
  await expectSound(page);
  await page.goto(`/coach/clients/${client.id}`);
  await expect(page.getByRole("heading", { name: "Mail to Vera Lindt comes back" })).toBeVisible();
  await page.getByRole("link", { name: "See mail to Vera Lindt" }).click();
  await expect(page.getByRole("heading", { name: "Mail to Vera Lindt", level: 1 })).toBeVisible();
  await expect(page.getByRole("heading", { name: "Mail to Vera Lindt comes back" })).toBeVisible();
  const lost = page.getByRole("row").filter({ hasText: "Session cancelled" });
  await expect(lost).toContainText("Came back");
  await expect(lost).toContainText("There seems to be no such mailbox.");
  await expectSound(page);

  const vera = await anotherPerson();
  await signIn(vera, portal, client);
  const theirs = await vera.newPage();
  await theirs.goto("/sessions");
  const banner = theirs.getByRole("complementary", { name: "About your mail" });
  await expect(banner).toContainText(`Our mail to ${client.email} comes back`);
  await expectSound(theirs);

  await page.getByRole("button", { name: /^Send again: Session cancelled/ }).click();
  await expect(page.getByText("Sent again", { exact: true })).toBeFocused();
  await newestMail(portal.mailbox, client.email, 2);
  await expect(async () => {
    await page.reload();
    const soon = { timeout: 500 };
    await expect(page.getByRole("row").filter({ hasText: "Once more" })).toContainText("Delivered", soon);
    // Read beside the list, so the news may come between the two.
    await expect(page.getByRole("heading", { name: "Mail to Vera Lindt comes back" })).toHaveCount(0, soon);
  }).toPass();
  await expect(page.getByRole("button", { name: /^Send again/ })).toHaveCount(0);
  expect(await allMail(portal.mailbox, client.email)).toHaveLength(2);
  await theirs.reload();
  await expect(banner).toHaveCount(0);

  await page.getByRole("link", { name: "Back to your clients" }).click();
  await expect(page.getByRole("row").filter({ hasText: "Vera Lindt" })).toBeVisible();
  await expect(page.getByText("Mail comes back")).toHaveCount(0);
});

test("the owner sees how mail goes over all, by what became of it", async ({ page, portal }) => {
  const { client } = await someoneBooked(portal, "Maximiliane-Friederike von Hohenlohe-Wolkenstein");
  await inDatabase(portal, async () => {
    await aMessage(client, { state: "unsure", sentAt: null });
    for (let n = 0; n < 35; n += 1)
      await aMessage(client, { kind: "times_proposed", delivery: "delivered", deliveryAt: Date.now() });
  });
  await page.goto("/coach/practice");
  await page.getByRole("link", { name: "Mail of the practice" }).click();
  await expect(page).toHaveTitle("Mail of the practice – Attune");
  const health = page.getByRole("region", { name: "How mail goes" });
  // Of a portal that has only just begun it may not have run yet.
  await expect(async () => {
    await page.reload();
    await expect(health).toContainText("The sender last ran", { timeout: 2_000 });
    await expect(health).not.toContainText("Never", { timeout: 500 });
  }).toPass();
  await expectSound(page);

  const filter = page.getByRole("navigation", { name: "Which mail to show" });
  await filter.getByRole("link", { name: "Unsure" }).click();
  await expect(page).toHaveURL(/show=unsure$/);
  await expect(filter.getByRole("link", { name: "Unsure" })).toHaveAttribute("aria-current", "true");
  const unsure = page.getByRole("row").filter({ hasText: client.name });
  await expect(unsure).toHaveCount(1);
  await expect(unsure).toContainText("The mail service never said whether it took this one.");
  await expectSound(page);

  await filter.getByRole("link", { name: "Delivered", exact: true }).click();
  await expect(page.getByRole("row").filter({ hasText: client.name }).first()).toBeVisible();
  await page.getByRole("link", { name: "Earlier mail" }).click();
  await expect(page).toHaveURL(/show=arrived&before=/);
  await expect(page.getByRole("link", { name: "Latest mail" })).toBeVisible();
  await filter.getByRole("link", { name: "Not needed" }).click();
  await expect(page.getByText("There is no such letter.")).toBeVisible();
});

test("whoever was never written to has an empty log", async ({ page, portal }) => {
  const { client } = await someoneBooked(portal, "Noor");
  await page.goto(`/coach/clients/${client.id}/mail`);
  await expect(page.getByText("The portal has not written to Noor yet.")).toBeVisible();
  await expectSound(page);
});
