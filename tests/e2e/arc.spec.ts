import type { Page } from "@playwright/test";
import { eq } from "drizzle-orm";
import { asSystem } from "#db/client.ts";
import { demoPeople } from "#db/demo/people.ts";
import { weeklyHours } from "#db/schema/index.ts";
import { expectAccessible, expectNoSidewaysScroll } from "#tests/support/accessible.ts";
import { expect, test } from "#tests/support/browser.ts";
import { newestMail } from "#tests/support/mailbox.ts";
import { aClient } from "#tests/support/people.ts";
import type { Portal } from "#tests/support/portal.ts";
import { demoCoach, demoType, freeStarts, inDatabase, sendAs, signIn } from "#tests/support/signed-in.ts";

const day = 86_400_000;
const kinds = /guidance|integration|preparation|psyched/i;

test.slow();

async function expectSound(page: Page) {
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
}

const sunday = {
  coachId: demoPeople.coach.id,
  weekday: 7,
  fromMinute: 9 * 60,
  toMinute: 18 * 60,
  kinds: ["guidance" as const],
};

/** Somebody new; and Sundays are open for whole days. */
async function aNewcomer(portal: Portal) {
  return inDatabase(portal, async () => {
    await asSystem("a test opens whole days", async (tx) => {
      const isOpen = await tx.$count(weeklyHours, eq(weeklyHours.weekday, 7));
      if (!isOpen) await tx.insert(weeklyHours).values(sunday);
    });
    return aClient({ name: "Alma" });
  });
}

/** Chooses the first free day of the week that is shown. */
async function chooseDay(page: Page) {
  const time = page
    .getByRole("group", { name: /^Times on/ })
    .getByRole("radio")
    .first();
  await time.check({ force: true });
  return Date.parse((await time.getAttribute("value")) ?? "");
}

const step = (page: Page, name: string) => page.getByRole("group", { name });

test("a day is asked for with all that goes with it, and moved with the others in one act", async ({
  page,
  portal,
  context,
}) => {
  const client = await aNewcomer(portal);
  await signIn(context, portal, client);
  await page.goto("/book");
  await page.getByRole("radio", { name: /^Guidance/ }).check();
  await expect(page).toHaveTitle("Book a time – Attune");
  await expect(page.getByText("Choose a day first. Then its whole plan stands here.")).toBeVisible();
  for (let week = 0; week < 2; week += 1) await page.getByRole("button", { name: "Week after" }).click();
  const theDay = await chooseDay(page);

  await expect(step(page, "Before the day").getByLabel("Time")).toBeVisible();
  await expect(step(page, "About a month after").getByLabel("Time")).toBeVisible();
  const checklist = page.getByRole("listitem").filter({ hasText: "A preparation session" });
  await expect(checklist).toContainText("Planned. Next: the two of you");
  await expectSound(page);

  const before = step(page, "Before the day").getByLabel("Time");
  const [first] = await before.locator("option").all();
  await before.selectOption((await first?.getAttribute("value")) ?? "");
  await step(page, "Before the day").getByRole("button", { name: "Leave it out" }).click();
  await expect(checklist).toContainText("Still open. Next: you");
  const takeIn = step(page, "Before the day").getByRole("button", { name: "Take it in after all" });
  await expect(takeIn).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(before).toBeFocused();
  await step(page, "About a month after").getByRole("button", { name: "Leave it out" }).click();
  await expect(step(page, "About a month after").getByText("Left out.")).toBeVisible();

  await page.getByRole("button", { name: "Ask for this plan" }).click();
  const law = page.getByRole("checkbox", { name: /I understand that I am responsible/ });
  await expect(law).toBeFocused();
  await expect(law).toHaveAccessibleDescription(/Please tick this if it is so/);
  await expect(step(page, "About a month after").getByText("Left out.")).toBeVisible();
  await law.check();
  await page.getByRole("button", { name: "Ask for this plan" }).click();

  await expect(page).toHaveURL(/\/sessions\/[0-9a-f-]{36}$/);
  const bookingId = page.url().split("/").at(-1) ?? "";
  await expect(page.getByText("All of it is kept for you until Sergio answers.")).toBeVisible();
  const path = page.getByRole("region", { name: "Your path with Sergio" });
  await expect(path.getByText("First talk afterwards")).toBeVisible();
  await expect(path.getByText("Third talk afterwards")).toBeVisible();
  await expect(path.getByText("Fourth talk afterwards")).toHaveCount(0);
  await path.getByText("What comes before a day is set").click();
  await expect(path.getByText("Who is with you, and the way home")).toBeVisible();
  await expectSound(page);
  expect((await newestMail(portal.mailbox, client.email)).subject).not.toMatch(kinds);
  await page.goto(`/sessions/${bookingId}/move`);
  await expect(page).toHaveURL(new RegExp(`/sessions/${bookingId}$`));
  await expect(page.getByText(/^These times were asked for together/)).toBeVisible();
  await page.getByRole("link", { name: "Take it all back" }).click();
  await expect(page.getByRole("heading", { name: "What goes with it" })).toBeVisible();
  await expectSound(page);

  await sendAs(portal, demoCoach, `/api/coach/bookings/${bookingId}/confirm`, { reason: "We talked." });
  await page.goto(`/sessions/${bookingId}/move`);
  await expect(page.getByText("Choose a day first. Then it stands here.")).toBeVisible();
  await page.getByRole("button", { name: "Week after" }).click();
  const newDay = await chooseDay(page);
  expect(newDay).toBeGreaterThan(theDay);
  const after = step(page, "About a week after");
  await expect(after.getByText(/^It is now on .*, \d\d:\d\d\.$/)).toBeVisible();
  await step(page, "About two weeks after").getByRole("button", { name: "Let it go" }).click();
  await expect(step(page, "About two weeks after").getByText("It is let go.")).toBeVisible();
  await expectSound(page);
  await page.getByRole("button", { name: "Move to this time" }).click();
  await expect(page).toHaveURL(new RegExp(`/sessions/${bookingId}$`));
  await expect(page.getByText(/^It was .* before\./)).toBeVisible();
  await expect(path.getByText("Second talk afterwards")).toBeVisible();
  await expect(path.getByText("Third talk afterwards")).toHaveCount(0);

  await page.goto("/sessions");
  await expect(page.getByText(/^Moved from /).first()).toBeVisible();
  await page.goto(`/sessions/${bookingId}/cancel`);
  const goes = page.getByRole("list").filter({ hasText: "One to three days after" });
  await expect(goes.getByRole("listitem")).toHaveCount(2);
  await expect(page.getByRole("heading", { name: "What stays as it is" })).toBeVisible();
  await expectSound(page);
  await page.getByRole("button", { name: "Cancel this meeting" }).click();
  await expect(page.getByRole("heading", { name: "This meeting is cancelled" })).toBeVisible();
});

test("a time of the plan that goes meanwhile is named, and all else stays chosen", async ({
  page,
  portal,
  context,
  problems,
}) => {
  const client = await aNewcomer(portal);
  await signIn(context, portal, client);
  const type = await demoType(portal, "guidance");
  await page.goto(`/book?type=${type}`);
  for (let week = 0; week < 4; week += 1) await page.getByRole("button", { name: "Week after" }).click();
  await chooseDay(page);
  await expect(step(page, "About a week after").getByLabel("Time")).toBeVisible();
  await step(page, "About two weeks after").getByRole("button", { name: "Leave it out" }).click();
  await page.getByRole("checkbox", { name: /I understand that I am responsible/ }).check();
  const wanted = await step(page, "About a week after").getByLabel("Time").inputValue();

  const rival = await inDatabase(portal, () => aClient({ name: "Bo" }));
  const integration = await demoType(portal, "integration");
  const around = { after: Math.floor((Date.parse(wanted) - Date.now()) / day), days: 2 };
  expect(await freeStarts(portal, integration, around)).toContain(Date.parse(wanted));
  await sendAs(portal, rival, "/api/bookings", { typeId: integration, start: wanted, zone: "UTC" });

  await page.getByRole("button", { name: "Ask for this plan" }).click();
  await expect(
    page.getByRole("alert").filter({ hasText: "A time has just gone: “About a week after”" }),
  ).toBeVisible();
  await expect(
    step(page, "About a week after").getByText(/has just gone\. This time is new\.$/),
  ).toBeVisible();
  await expect(step(page, "About two weeks after").getByText("Left out.")).toBeVisible();
  await expect(page.getByRole("checkbox", { name: /I understand that I am responsible/ })).toBeChecked();
  await expectSound(page);
  // The browser writes of the answer that was a no.
  problems.length = 0;
  await page.getByRole("button", { name: "Ask for this plan" }).click();
  await expect(page).toHaveURL(/\/sessions\/[0-9a-f-]{36}$/);
});

test("for a visitor a day stays something to talk about first", async ({ page, portal }) => {
  const type = await demoType(portal, "guidance");
  await page.goto(`/book?type=${type}`);
  await expect(page.getByText("This is something to ask for")).toBeVisible();
  await expect(page.getByRole("button", { name: /^Ask for/ })).toHaveCount(0);
});
