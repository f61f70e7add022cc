import type { Page } from "@playwright/test";
import { eq } from "drizzle-orm";
import { asSystem } from "#db/client.ts";
import { demoPeople } from "#db/demo/people.ts";
import { bookings, meetingLinks } from "#db/schema/index.ts";
import { expectAccessible, expectNoSidewaysScroll } from "#tests/support/accessible.ts";
import { aBooking } from "#tests/support/bookings.ts";
import { expect, test } from "#tests/support/browser.ts";
import { newestMail } from "#tests/support/mailbox.ts";
import { aClient, aCoach, aType } from "#tests/support/people.ts";
import type { Portal } from "#tests/support/portal.ts";
import { demoCoach, demoType, freeStarts, inDatabase, sendAs, signIn } from "#tests/support/signed-in.ts";

const hour = 3_600_000;
const kinds = /couple|preparation|integration|guidance|psyched/i;
const { jonas, ute } = demoPeople;

// Each page is read twice by axe.
test.slow();

async function expectSound(page: Page) {
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
}

/** Two on a journey of their own with the demo coach. */
async function aCouple(portal: Portal) {
  const type = await demoType(portal, "couple");
  return inDatabase(portal, async () => {
    const [kim, lee] = [
      await aClient({ name: "Kim", zone: "America/New_York" }),
      await aClient({ name: "Lee" }),
    ];
    const start = Date.now() - (40 + Math.floor(Math.random() * 4_000)) * 24 * hour;
    await aBooking({ with: demoCoach, type, start, for: [kim, lee], status: "completed" });
    return { kim, lee, type };
  });
}

async function askFor(portal: Portal, type: string, person: { id: string }, { after = 12, days = 21 } = {}) {
  const starts = await freeStarts(portal, type, { after, days });
  const start = starts[Math.floor(starts.length / 2)] ?? 0;
  const { bookingId } = await sendAs<{ bookingId: string }>(portal, person, "/api/bookings", {
    typeId: type,
    start: new Date(start).toISOString(),
    zone: "UTC",
  });
  return { bookingId, start };
}

test("one of a couple asks for a time and sees it kept; the other says that it suits", async ({
  page,
  portal,
  context,
  anotherPerson,
}) => {
  await signIn(context, portal, jonas);
  await page.goto("/book");
  await page.getByRole("radio", { name: /^Couple session/ }).check();
  for (let week = 0; week < 4; week++) await page.getByRole("button", { name: "Week after" }).click();
  const time = page
    .getByRole("group", { name: /^Times on/ })
    .getByRole("radio")
    .first();
  await time.check({ force: true });
  const start = (await time.getAttribute("value")) ?? "";
  await expect(page.getByText("From then on nobody else can take it.")).toBeVisible();
  await expect(page.getByText("Your partner finds the same time")).toBeVisible();
  await expectSound(page);
  await page.getByRole("button", { name: "Ask for this time" }).click();

  await expect(page).toHaveURL(/\/sessions\/[0-9a-f-]{36}$/);
  await expect(page).toHaveTitle("Your meeting – Attune");
  await expect(page.getByText("You asked to meet Sergio on")).toBeVisible();
  await expect(page.getByText("It is kept for you until Sergio answers.")).toBeVisible();
  await expectSound(page);
  const type = await demoType(portal, "couple");
  const around = { after: Math.floor((Date.parse(start) - Date.now()) / (24 * hour)), days: 3 };
  expect(await freeStarts(portal, type, around)).not.toContain(Date.parse(start));
  expect((await newestMail(portal.mailbox, jonas.email)).subject).not.toMatch(kinds);

  const meeting = page.url();
  await page.goto("/sessions");
  await expect(page.getByRole("region", { name: "Asked for" }).getByRole("link")).not.toHaveCount(0);

  const other = await anotherPerson();
  await signIn(other, portal, ute);
  const partner = await other.newPage();
  await partner.goto("/sessions");
  await expect(partner.getByRole("main")).not.toContainText(kinds);
  const asked = partner.getByRole("region", { name: "Asked for" });
  await expect(asked.getByText("Does it suit you?").first()).toBeVisible();
  await partner.goto(meeting);
  await expect(partner.getByRole("heading", { name: "Does this time suit you?" })).toBeVisible();
  await expect(partner.getByText("The two of you would meet Sergio on")).toBeVisible();
  await expectSound(partner);
  await partner.getByRole("button", { name: "This suits me" }).click();
  await expect(partner.getByText("It is kept for you until Sergio answers.")).toBeVisible();
  await expect(partner.getByRole("heading", { name: "Does this time suit you?" })).toHaveCount(0);
});

test("other times are offered with a sentence, and one press takes one", async ({
  page,
  portal,
  context,
}) => {
  const coach = await inDatabase(portal, () => aCoach({ name: "Rosa" }));
  const type = await inDatabase(portal, () => aType(coach, { mode: "request", notice: 60 }));
  const client = await inDatabase(portal, () =>
    aClient({ name: "Ada of the very long and hyphenated-name" }),
  );
  const { bookingId, start } = await askFor(portal, type, client, { after: 4, days: 2 });
  const offers = [start + 24 * hour, start + 48 * hour];
  await sendAs(portal, coach, `/api/coach/bookings/${bookingId}/propose`, {
    starts: offers.map((at) => new Date(at).toISOString()),
    sentence: `On that day I am on a train.\n\n${"Averylongwordwithoutanyspace".repeat(6)}`,
  });

  await signIn(context, portal, client);
  await page.goto("/sessions");
  await page
    .getByRole("link", { name: /./ })
    .filter({ hasText: /\d\d:\d\d/ })
    .first()
    .click();
  await expect(page.getByRole("heading", { name: "Rosa offers you other times" })).toBeVisible();
  await expect(page.getByText("On that day I am on a train.")).toBeVisible();
  await expect(page.getByText(/They are kept for you until .*Lisbon time\. So is the time/)).toBeVisible();
  await expectSound(page);
  const second = page.getByRole("button", { name: "Take this time" }).nth(1);
  await expect(second).toHaveAccessibleDescription(/\d\d:\d\d to \d\d:\d\d/);
  await second.click();
  await expect(page.getByText("Confirmed", { exact: true })).toBeVisible();
  await expect(page.getByText("You meet Rosa on")).toBeVisible();
  await expect(page.getByText(/^It was .* before\./)).toBeVisible();
  await expect(page.getByRole("button", { name: "Take this time" })).toHaveCount(0);
  const [row] = await inDatabase(portal, () =>
    asSystem("a test looks", (tx) => tx.select().from(bookings).where(eq(bookings.id, bookingId))),
  );
  expect(row).toMatchObject({ status: "confirmed", during: { start: offers[1] } });
});

test("an offer that is not kept any more is said where it was pressed", async ({
  page,
  portal,
  context,
  problems,
}) => {
  const coach = await inDatabase(portal, () => aCoach({ name: "Rosa" }));
  const type = await inDatabase(portal, () => aType(coach, { mode: "request", notice: 60 }));
  const client = await inDatabase(portal, () => aClient());
  const { bookingId, start } = await askFor(portal, type, client, { after: 4, days: 2 });
  const starts = [new Date(start + 24 * hour).toISOString()];
  await sendAs(portal, coach, `/api/coach/bookings/${bookingId}/propose`, { starts });
  await signIn(context, portal, client);
  await page.goto(`/sessions/${bookingId}`);
  await expect(page.getByRole("heading", { name: "Rosa offers you another time" })).toBeVisible();
  await sendAs(portal, coach, `/api/coach/bookings/${bookingId}/propose`, {
    starts: [new Date(start + 72 * hour).toISOString()],
  });
  await page.getByRole("button", { name: "Take this time" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "This time is not kept any more." })).toBeVisible();
  // The browser writes of the answer that was a no.
  problems.length = 0;
});

test("a no comes with the coach's sentence and a way on; what nobody answered says sorry", async ({
  page,
  portal,
  context,
}) => {
  const { kim, lee, type } = await aCouple(portal);
  const { bookingId } = await askFor(portal, type, kim);
  await sendAs(portal, demoCoach, `/api/coach/bookings/${bookingId}/decline`, {
    sentence: "I am away that week.",
  });
  await signIn(context, portal, lee);
  await page.goto(`/sessions/${bookingId}`);
  await expect(page.getByRole("heading", { name: "This time did not work out" })).toBeVisible();
  await expect(page.getByText("I am away that week.")).toBeVisible();
  await expectSound(page);
  await page.getByRole("link", { name: "Ask for another time" }).click();
  await expect(page.getByRole("radio", { name: /^Couple session/ })).toBeChecked();

  await inDatabase(portal, () =>
    asSystem("a test lets a request run out", (tx) =>
      tx.update(bookings).set({ status: "expired", declinedAt: null }).where(eq(bookings.id, bookingId)),
    ),
  );
  await page.goto(`/sessions/${bookingId}`);
  await expect(page.getByRole("heading", { name: "This time has passed without an answer" })).toBeVisible();
  await expectSound(page);
});

test("the way into the room appears an hour before, and not earlier", async ({ page, portal, context }) => {
  const coach = await inDatabase(portal, () => aCoach({ name: "Rosa" }));
  const link = "https://meet.example.org/a-room";
  const client = await inDatabase(portal, () => aClient());
  const minute = Math.floor(Date.now() / 60_000) * 60_000;
  const bookingId = await inDatabase(portal, async () => {
    const type = await aType(coach);
    await asSystem("a test needs a room", (tx) => tx.insert(meetingLinks).values({ typeId: type, link }));
    return aBooking({ with: coach, type, start: minute + 3 * hour, for: client });
  });
  await signIn(context, portal, client);
  const html = async () => (await page.request.get(`/sessions/${bookingId}`)).text();
  await page.goto(`/sessions/${bookingId}`);
  await expect(page.getByText(/^The room opens (on .* )?at \d\d:\d\d\.$/)).toBeVisible();
  await expect(page.getByRole("link", { name: "Join by video" })).toHaveCount(0);
  expect(await html()).not.toContain("meet.example.org");
  await expectSound(page);

  const during = { start: minute + hour - 120_000, end: minute + 2 * hour };
  await inDatabase(portal, () =>
    asSystem("a test lets time pass", (tx) =>
      tx.update(bookings).set({ during, occupied: during }).where(eq(bookings.id, bookingId)),
    ),
  );
  await page.reload();
  await expect(page.getByRole("link", { name: "Join by video" })).toHaveAttribute("href", link);
  await expect(page.getByText("The room is open.")).toBeVisible();
  await expectSound(page);
});
