import { expectAccessible, expectNoSidewaysScroll } from "#tests/support/accessible.ts";
import { aSharedReflection, beforeIt, calmAnswers } from "#tests/support/asked.ts";
import { test } from "#tests/support/at-the-desk.ts";
import { aBooking } from "#tests/support/bookings.ts";
import { expect } from "#tests/support/browser.ts";
import { aFlag, aJournalShare } from "#tests/support/flags.ts";
import { aClient } from "#tests/support/people.ts";
import { demoCoach, demoType, freeStarts, inDatabase, signIn } from "#tests/support/signed-in.ts";

// The pages are long, and axe reads each twice.
test.slow();

test("a coach opens what was shared before a session, reads it, writes of their talk, and undoes that", async ({
  page,
  portal,
  browser,
}) => {
  const [talkType, dayType] = [await demoType(portal, "preparation"), await demoType(portal, "guidance")];
  // Near enough to be asked about, at an hour when nobody else meets the coach.
  const talkAt = (Math.floor(Date.now() / 86_400_000) + 2) * 86_400_000 + 3 * 3_600_000;
  const [dayAt = 0] = await freeStarts(portal, dayType, { after: 20, days: 40 });
  const { client, talk, theDay } = await inDatabase(portal, async () => {
    const client = await aClient({ name: "Noor", zone: "UTC" });
    const talk = await aBooking({ with: demoCoach, type: talkType, start: talkAt, minutes: 75, for: client });
    const theDay = await aBooking({
      with: demoCoach,
      type: dayType,
      start: dayAt,
      minutes: 480,
      for: client,
    });
    await aSharedReflection(client, beforeIt(talk), {
      ...calmAnswers.preparation,
      focus: `How to begin. ${"Word ".repeat(300)}\n\n${"x".repeat(180)}`,
      changes: ["medicine", "life_event"],
    });
    const journal = await aJournalShare(client, demoCoach, { isOpened: true });
    await aFlag({ of: client, for: demoCoach, share: journal });
    return { client, talk, theDay };
  });

  const look = page.getByRole("region", { name: "Please look" });
  const shared = look.getByRole("listitem").filter({ hasText: "Noor" }).filter({ hasText: "To talk about" });
  await page.goto("/coach");
  await expect(shared).toContainText("Before");
  await expect(look).not.toContainText("medicine");
  await expectAccessible(page);

  await page.goto(`/coach/sessions/${talk}`);
  const before = page.getByRole("region", { name: "Before this session" });
  await expect(before).toContainText("You have not opened it.");
  await expect(page.locator("body")).not.toContainText("How to begin");
  await expectAccessible(page);
  await before.getByRole("button", { name: /^Read it ?: what Noor shared/ }).click();
  await expect(page).toHaveURL(/\/coach\/reflections\//);
  await expect(page.getByText("How to begin.")).toBeVisible();
  await expect(page.getByText("6, of 0 not at all to 10 very")).toBeVisible();
  await expect(page.getByRole("region", { name: "Left blank" }).getByRole("listitem")).not.toHaveCount(0);
  for (const width of [360, 768, 1280]) {
    await page.setViewportSize({ width, height: 900 });
    await expectNoSidewaysScroll(page);
  }
  await expectAccessible(page);

  const changes = page.getByRole("region", { name: /has anything changed/ });
  await expect(changes).toContainText("To talk about");
  const talked = changes.getByRole("button", { name: "We have talked" });
  await talked.click();
  const words = changes.getByLabel("How it stands after your talk");
  await expect(words).toHaveAccessibleDescription(/Please say in a sentence how it stands now\./);
  await words.fill("A new tablet. Her doctor knows of the day.");

  const theirs = await browser.newContext({ baseURL: portal.processes[0].url });
  await signIn(theirs, portal, client);
  const theirPage = await theirs.newPage();
  await theirPage.goto(`/sessions/${theDay}`);
  await expect(
    theirPage.getByRole("heading", { name: "Sergio talks with you before the day" }),
  ).toBeVisible();
  await expectAccessible(theirPage);

  await talked.click();
  await expect(changes).toContainText("You have talked");
  await expect(changes).toContainText("Her doctor knows of the day.");
  await theirPage.reload();
  await expect(theirPage.getByText("talks with you before the day")).toHaveCount(0);
  await changes.getByRole("button", { name: "Undo" }).click();
  await expect(words).toBeVisible();
  await page.goto(`/coach/sessions/${theDay}`);
  await page.getByRole("link", { name: "See what it is" }).first().click();
  await expect(page.getByText("How to begin.")).toBeVisible();

  await page.goto("/coach");
  const journal = look
    .getByRole("listitem")
    .filter({ hasText: "Noor" })
    .filter({ hasText: "From the journal" });
  await journal.getByRole("button", { name: /^I have looked ?, Noor/ }).click();
  await expect(journal.getByRole("button", { name: "Undo" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(journal.getByRole("button", { name: /^I have looked ?, Noor/ })).toBeVisible();

  await page.goto(`/coach/clients/${client.id}`);
  const came = page.getByRole("region", { name: "Their path with you" });
  await page.getByRole("link", { name: "Written by Noor" }).click();
  await expect(page).toHaveURL(/show=written/);
  await expect(came.getByRole("listitem")).toHaveCount(2);
  await expect(came.getByRole("link", { name: /^Read all of it/ })).not.toHaveCount(0);
  await page.setViewportSize({ width: 768, height: 900 });
  await expectNoSidewaysScroll(page);
  await expectAccessible(page);
});
