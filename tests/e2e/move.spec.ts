import type { Page } from "@playwright/test";
import { expectAccessible, expectNoSidewaysScroll } from "#tests/support/accessible.ts";
import { aBooking } from "#tests/support/bookings.ts";
import { expect, test } from "#tests/support/browser.ts";
import { newestMail } from "#tests/support/mailbox.ts";
import { aClient, aCoach, aType } from "#tests/support/people.ts";
import type { Portal } from "#tests/support/portal.ts";
import { inDatabase, sendAs, signIn } from "#tests/support/signed-in.ts";

const hour = 3_600_000;
const midnight = () => new Date().setUTCHours(0, 0, 0, 0);

test.slow();

async function expectSound(page: Page) {
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
}

/** A client in New York who meets a coach of their own in four days, at 18:00 UTC. */
async function aMeeting(portal: Portal, details: Parameters<typeof aType>[1] = {}) {
  const start = midnight() + (4 * 24 + 18) * hour;
  return inDatabase(portal, async () => {
    const [client, coach] = [
      await aClient({ name: "Iris", zone: "America/New_York" }),
      await aCoach({ name: "Rosa" }),
    ];
    const type = await aType(coach, { horizonDays: 40, ...details });
    const bookingId = await aBooking({ with: coach, type, start, for: client });
    return { client, coach, type, start, bookingId };
  });
}

/** Presses Tab until what has the focus matches. */
async function tabTo(page: Page, what: string) {
  for (let presses = 0; presses < 80; presses += 1) {
    await page.keyboard.press("Tab");
    if (await page.locator(":focus").evaluate((element, css) => element.matches(css), what)) return;
  }
  throw new Error(`Tab does not lead to ${what}`);
}

test("a client moves a session by keyboard alone; both times stay in view until it is done", async ({
  page,
  portal,
  context,
}) => {
  const { client, start, bookingId } = await aMeeting(portal);
  await signIn(context, portal, client);
  await page.goto(`/sessions/${bookingId}`);
  await page.getByRole("link", { name: "Choose another time" }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "Choose another time" })).toBeVisible();
  await expect(page).toHaveTitle("Move this meeting – Attune");
  const card = page.getByRole("complementary", { name: "Old time and new" });
  await expect(card.locator("time")).toHaveAttribute("datetime", new Date(start).toISOString());
  await expectSound(page);

  await tabTo(page, "[name=start]");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  const chosen = page.locator("[name=start]:checked");
  const wanted = (await chosen.getAttribute("value")) ?? "";
  await expect(card.locator("time")).toHaveCount(2);
  for (const time of await card.locator("time").all()) await expect(time).toBeInViewport();
  await expect(chosen).toBeInViewport();
  await tabTo(page, "button.button--act");
  await page.keyboard.press("Enter");

  await expect(page).toHaveURL(new RegExp(`/sessions/${bookingId}$`));
  await expect(page.getByText(/^It was .*, 1[34]:00 before\./)).toBeVisible();
  await expect(page.getByRole("heading", { level: 1 }).locator("time")).toHaveAttribute("datetime", wanted);
  await expectSound(page);
  const mail = await newestMail(portal.mailbox, client.email);
  expect(mail.attachments[0]?.text).toContain(`DTSTART:${wanted.replace(/[-:]|\.000/g, "")}`);
  expect(mail.attachments[0]?.text).toContain("SEQUENCE:1");

  await page.goto("/sessions");
  await page.getByRole("link", { name: "Open this meeting" }).click();
  await page.getByRole("link", { name: "Choose another time" }).click();
  await page.getByRole("link", { name: "Keep the old time" }).click();
  await expect(page.getByRole("heading", { level: 1 }).locator("time")).toHaveAttribute("datetime", wanted);

  await page.getByRole("link", { name: "Take the old time again" }).click();
  await expect(page.locator("[name=start]:checked")).toHaveAttribute("value", new Date(start).toISOString());
  await page.getByRole("button", { name: "Move to this time" }).click();
  await expect(page.getByRole("heading", { level: 1 }).locator("time")).toHaveAttribute(
    "datetime",
    new Date(start).toISOString(),
  );
});

test("a time that goes meanwhile is explained, and the old one is kept", async ({
  page,
  portal,
  context,
  problems,
}) => {
  const { client, coach, type, bookingId, start } = await aMeeting(portal);
  await signIn(context, portal, client);
  await page.goto(`/sessions/${bookingId}/move`);
  await page.getByRole("button", { name: "Move to this time" }).click();
  await expect(page.getByText("Please choose a time.")).toBeVisible();
  await expect(page.locator("[name=start]").first()).toBeFocused();
  const time = page.locator("[name=start]").last();
  await time.check({ force: true });
  const wanted = Date.parse((await time.getAttribute("value")) ?? "");
  await inDatabase(portal, async () =>
    aBooking({ with: coach, type, start: wanted, for: await aClient({ name: "Lou" }) }),
  );
  await page.getByRole("button", { name: "Move to this time" }).click();
  await expect(page.getByRole("heading", { name: "That time has just gone" })).toBeFocused();
  await expect(page.getByText("The time that you had is still yours.")).toBeVisible();
  const card = page.getByRole("complementary", { name: "Old time and new" });
  await expect(card.locator("time")).toHaveAttribute("datetime", new Date(start).toISOString());
  await expectSound(page);
  // The browser writes of the answer that was a no.
  problems.length = 0;
  await page.getByRole("group", { name: "The nearest free times" }).getByRole("radio").first().check();
  await page.getByRole("button", { name: "Move to this time" }).click();
  await expect(page.getByText(/^It was .* before\./)).toBeVisible();
});

test("a meeting that is too close, off, or somebody else's is not moved here", async ({
  page,
  portal,
  context,
}) => {
  const { client, coach, type, bookingId } = await aMeeting(portal, { cutOff: 6 * 24 * 60 });
  await signIn(context, portal, client);
  await page.goto(`/sessions/${bookingId}/move`);
  await expect(page).toHaveURL(new RegExp(`/sessions/${bookingId}$`));
  await expect(page.getByText(/too close to the meeting to move or cancel it here/)).toBeVisible();
  await expect(page.getByRole("link", { name: "Choose another time" })).toHaveCount(0);

  const other = await inDatabase(portal, async () =>
    aBooking({ with: coach, type, start: midnight() + 5 * 24 * hour, for: await aClient() }),
  );
  expect((await page.request.get(`/sessions/${other}/move`)).status()).toBe(404);
  const refused = sendAs(portal, client, `/api/bookings/${other}/move`, {
    start: new Date(midnight() + 6 * 24 * hour).toISOString(),
    zone: "UTC",
  });
  await expect(refused).rejects.toThrow(/404/);
});

test("where nothing is free, the page says so, and the way out stands", async ({ page, portal, context }) => {
  const start = midnight() + (4 * 24 + 18) * hour;
  const { client, bookingId } = await inDatabase(portal, async () => {
    const [client, coach] = [await aClient(), await aCoach({ name: "Rosa", hours: [] })];
    const type = await aType(coach);
    return { client, bookingId: await aBooking({ with: coach, type, start, for: client }) };
  });
  await signIn(context, portal, client);
  await page.goto(`/sessions/${bookingId}/move`);
  await expect(page.getByText("No time is free in the next six weeks.")).toBeVisible();
  await expect(page.getByRole("link", { name: "Keep the old time" })).toBeVisible();
  await expectSound(page);
});
