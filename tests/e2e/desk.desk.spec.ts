import { expectAccessible, expectFitsPhone } from "#tests/support/accessible.ts";
import { aSharedReflection, beforeIt, calmAnswers } from "#tests/support/asked.ts";
import { test } from "#tests/support/at-the-desk.ts";
import { aBooking } from "#tests/support/bookings.ts";
import { expect } from "#tests/support/browser.ts";
import { aClient } from "#tests/support/people.ts";
import { demoCoach, demoType, inDatabase } from "#tests/support/signed-in.ts";

// axe reads each page twice.
test.slow();

test("a coach goes through the desk by keyboard, finds a client, reads a brief, and shows a screen to both", async ({
  page,
  portal,
}) => {
  const type = await demoType(portal, "couple");
  const start = (Math.floor(Date.now() / 86_400_000) + 1) * 86_400_000 + 3 * 3_600_000;
  const { booking } = await inDatabase(portal, async () => {
    const [wim, ilse] = [await aClient({ name: "Wim" }), await aClient({ name: "Ílse" })];
    const booking = await aBooking({ with: demoCoach, type, start, minutes: 90, for: [wim, ilse] });
    await aSharedReflection(wim, beforeIt(booking), {
      ...calmAnswers.couple,
      hope: "That we stop in time.",
      not_today: "The summer.",
    });
    return { booking };
  });

  await page.goto("/coach");
  // The keys come with the scripts, after the page.
  await expect(async () => {
    await page.keyboard.press("j");
    await expect(page.locator(":focus")).toHaveAttribute("href", /\/coach\/(sessions|clients)\//, {
      timeout: 500,
    });
  }).toPass();
  for (const width of [1280, 768]) {
    await page.setViewportSize({ width, height: 900 });
    await expectAccessible(page);
  }
  await expectFitsPhone(page);

  await page.keyboard.press("?");
  await expect(page.getByRole("dialog", { name: "Keys" })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await page.keyboard.press("/");
  const search = page.getByRole("dialog", { name: "Search" });
  await search.getByRole("textbox").fill("ils");
  await expect(search.getByRole("link", { name: "Ílse" })).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: "Ílse" })).toBeVisible();
  expect(page.url()).not.toContain("ils");

  await page.getByRole("link", { name: "Notes and summaries" }).click();
  await expect(page).toHaveURL(/show=notes/);
  await expect(page.getByText("There is no note and no summary yet.")).toBeVisible();
  await page.getByRole("link", { name: "Sessions", exact: true }).last().click();
  await expect(page).toHaveURL(/show=sessions/);
  await expectAccessible(page);
  await expectFitsPhone(page);

  await page.goto(`/coach/sessions/${booking}`);
  const brief = page.getByRole("region", { name: "Before this session" });
  await expect(brief).toContainText("You have not opened it.");
  for (const width of [1280, 768]) {
    await page.setViewportSize({ width, height: 900 });
    await expectAccessible(page);
  }
  await expectFitsPhone(page);

  await page.getByRole("link", { name: "Joint view", exact: true }).click();
  await expect(page.getByRole("heading", { name: "Shared with each other" })).toBeVisible();
  const source = await (await page.request.get(`/coach/sessions/${booking}?view=joint`)).text();
  for (const words of ["Only you", "My first question", "To talk about", "Read it", "Private note"])
    expect(source).not.toContain(words);
  await expectAccessible(page);
});
