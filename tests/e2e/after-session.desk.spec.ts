import { expectAccessible, expectNoSidewaysScroll } from "#tests/support/accessible.ts";
import { test } from "#tests/support/at-the-desk.ts";
import { expect } from "#tests/support/browser.ts";
import { aSessionHeld } from "#tests/support/notes.ts";
import { aClient } from "#tests/support/people.ts";
import { demoCoach, inDatabase, signIn } from "#tests/support/signed-in.ts";

// The pages are long, and axe reads each twice.
test.slow();

test("a coach writes both sheets after a session, begins with a template, finishes one and sends the other, and takes it back", async ({
  page,
  portal,
  browser,
}) => {
  const { client, booking } = await inDatabase(portal, async () => {
    const client = await aClient({ name: "Noor", zone: "Europe/Lisbon" });
    // At an hour when nobody else met the coach.
    const start = Math.floor(Date.now() / 86_400_000 - 20) * 86_400_000 + 2 * 3_600_000;
    return { client, booking: await aSessionHeld({ for: client, with: demoCoach, start }) };
  });

  await page.goto("/coach/templates");
  await page.getByLabel("Kind of session").selectOption("Integration");
  await page.getByRole("button", { name: "Begin it" }).click();
  await page.getByLabel("Its name").fill("After the day");
  await page.getByRole("button", { name: /^Remove ?: Referrals/ }).click();
  await page.getByRole("button", { name: "Undo" }).click();
  await page.getByLabel("What it begins with").first().fill("First said:");
  await page.getByRole("button", { name: "Add a field" }).click();
  await page.getByRole("button", { name: "Save this template" }).click();
  await expect(page.getByLabel("What it asks for").last()).toHaveAccessibleDescription(
    "Please name this field.",
  );
  await page.getByLabel("What it asks for").last().fill("The weather inside");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Save this template" }).click();
  await expect(page.getByRole("heading", { name: "After the day" })).toBeVisible();

  await page.goto(`/coach/sessions/${booking}`);
  const note = page.getByRole("form", { name: "Private note" });
  const summary = page.getByRole("form", { name: "Summary for Noor" });
  await expect(note).toContainText("Only you can read this. Noor knows that it exists");
  await expect(summary).toContainText("Noor will read this. Not sent yet.");
  await note.getByLabel("What they do differently").fill("The kettle before the phone.");
  await note.getByRole("button", { name: "Start from one of your templates" }).click();
  await page.getByRole("button", { name: "After the day" }).click();
  await expect(note.getByLabel("What stayed")).toHaveValue("First said:");
  await note.getByLabel("The weather inside").fill("Clearing.");
  await expect(note.getByRole("status").filter({ hasText: "Saved today" })).toBeVisible();
  await note.getByRole("button", { name: "Finish this note" }).click();
  await expect(note.getByRole("status").filter({ hasText: "Finished" })).toBeVisible();
  await summary.getByLabel("One small practice").fill(`Keep the window. ${"x".repeat(180)}`);
  await expect(summary.getByRole("status").filter({ hasText: "not sent" })).toBeVisible();
  for (const width of [360, 768, 1280]) {
    await page.setViewportSize({ width, height: 900 });
    await expectNoSidewaysScroll(page);
  }
  await expectAccessible(page);

  await page.reload();
  await expect(note.getByLabel("The weather inside")).toHaveValue("Clearing.");
  await note.getByLabel("What stayed").fill("Second thoughts.");
  await expect(note.getByRole("status").filter({ hasText: "Saved today" })).toBeVisible();
  await note.getByRole("link", { name: "Earlier versions" }).click();
  await page.getByRole("button", { name: /^Write on from here/ }).click();
  await expect(page.getByText("It stands there again.")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("link", { name: "Back to writing" }).click();
  await expect(note.getByLabel("What stayed")).toHaveValue("First said:");

  await summary.getByRole("button", { name: "See it as Noor will" }).click();
  await expect(page.getByRole("heading", { name: "As Noor will read it" })).toBeVisible();
  await expect(page.getByRole("region", { name: "Summary from Sergio" })).toContainText("Keep the window.");
  await expect(page.locator("body")).not.toContainText("First said:");
  await expectAccessible(page);

  const theirs = await browser.newContext({
    baseURL: portal.processes[0].url,
    viewport: { width: 360, height: 740 },
  });
  await signIn(theirs, portal, client);
  const theirPage = await theirs.newPage();
  await theirPage.goto(`/sessions/${booking}`);
  await expect(theirPage.getByText("Summary from Sergio")).toHaveCount(0);

  await page.getByRole("button", { name: "Send it to Noor" }).click();
  await expect(page.getByRole("button", { name: "Take it back" })).toBeVisible();
  await theirPage.goto("/looking-back");
  await theirPage.getByRole("link", { name: "Summary from Sergio" }).click();
  await expect(theirPage.getByRole("region", { name: "Summary from Sergio" })).toContainText(
    "Keep the window.",
  );
  await expect(theirPage.locator("body")).not.toContainText("First said:");
  await expectNoSidewaysScroll(theirPage);
  await expectAccessible(theirPage);

  await page.getByRole("link", { name: "Back to writing" }).click();
  await summary.getByLabel("One small practice").fill("Close the window.");
  await expect(summary.getByRole("status").filter({ hasText: "not sent" })).toBeVisible();
  await summary.getByRole("button", { name: "See it as Noor will" }).click();
  await expect(page.getByRole("region", { name: "Summary from Sergio" })).toContainText("Close the window.");
  await expect(page.getByRole("region", { name: "What Noor can read now" })).toContainText(
    "Keep the window.",
  );
  await expectAccessible(page);
  await page.getByRole("link", { name: "Back to writing" }).click();
  await summary.getByRole("button", { name: "Take it back" }).click();
  await expect(summary).toContainText("Noor will read this. Not sent yet.");
  await theirPage.reload();
  await expect(theirPage.getByText("Summary from Sergio")).toHaveCount(0);
});
