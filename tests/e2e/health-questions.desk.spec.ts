import { asSystem } from "#db/client.ts";
import { ensureIndividualJourney } from "#lib/journeys/ensure-individual.ts";
import { expectAccessible, expectNoSidewaysScroll } from "#tests/support/accessible.ts";
import { test } from "#tests/support/at-the-desk.ts";
import { expect } from "#tests/support/browser.ts";
import { aClient } from "#tests/support/people.ts";
import { allNo, aSavedRound } from "#tests/support/screening.ts";
import { demoCoach, inDatabase, signIn } from "#tests/support/signed-in.ts";

// Several pages, and axe reads each twice.
test.slow();

test("a client answers one question at a time and shares them, and their coach takes the talk from there", async ({
  page,
  portal,
  browser,
}) => {
  const ida = await inDatabase(portal, async () => {
    const client = await aClient({ name: "Ida", zone: "UTC" });
    await asSystem("two go a way", (tx) => ensureIndividualJourney(tx, client.id, demoCoach.id));
    const { ground: _, harm_now: __, ...most } = allNo;
    await aSavedRound(client, demoCoach, { ...most, lithium: "talk" });
    return client;
  });
  const context = await browser.newContext({ baseURL: portal.processes[0].url });
  await signIn(context, portal, ida);
  const theirs = await context.newPage();

  await theirs.goto("/questions");
  await expect(theirs).toHaveTitle(/Your questions/);
  const first = theirs.getByRole("group", { name: /Have you taken lithium/ });
  await expect(first.getByRole("radio", { name: "I’d rather talk about it" })).toBeChecked();
  await expect(theirs.getByRole("group", { name: /Are you having thoughts/ })).toBeHidden();
  await expect(theirs.getByText(/^Why we ask: lithium/)).toBeVisible();
  await expectAccessible(theirs);

  // Back and on by the keyboard, as far as the hard question.
  for (const _ of [1, 2, 3]) await theirs.getByRole("link", { name: "Next" }).press("Enter");
  const hard = theirs.getByRole("group", { name: /Are you having thoughts/ });
  await hard.getByRole("radio", { name: "I’d rather talk about it" }).check();
  await expect(theirs.getByRole("group", { name: "Support now" })).toBeVisible();
  await expect(theirs.getByText(/^Saved today at/)).toBeVisible();
  await expectAccessible(theirs);
  await theirs.setViewportSize({ width: 360, height: 640 });
  await expectNoSidewaysScroll(theirs);
  await theirs.setViewportSize({ width: 1280, height: 800 });

  await theirs.goto("/questions#share");
  await expect(theirs.getByRole("button", { name: /^Share with/ })).toBeHidden();
  await theirs.getByRole("link", { name: /^Is life steady enough/ }).click();
  await theirs
    .getByRole("group", { name: /^19 of 19/ })
    .getByRole("radio", { name: "Yes" })
    .check();
  await theirs.getByRole("link", { name: "Next" }).click();
  await expect(theirs.getByText("It is not watched around the clock.", { exact: false })).toBeVisible();
  await expectAccessible(theirs);
  await theirs.getByRole("button", { name: /^Share with/ }).click();
  await expect(theirs.getByText("Nothing is decided by a machine.", { exact: false })).toBeVisible();
  await expectAccessible(theirs);

  await page.goto("/coach");
  const look = page.getByRole("listitem").filter({ hasText: "Ida" }).filter({ hasText: "Health questions" });
  await expect(look).toContainText("To talk about");
  await look.getByRole("link").click();
  await expect(page.getByRole("heading", { level: 2 }).first()).toContainText("lithium");
  await expectAccessible(page);
  await page.setViewportSize({ width: 360, height: 640 });
  await expectNoSidewaysScroll(page);
  await page.setViewportSize({ width: 1280, height: 800 });

  const lithium = page.getByRole("region", { name: /lithium/ });
  await lithium.getByLabel("How it stands after your talk").fill("She took it years ago.");
  await lithium.getByRole("button", { name: "We have talked" }).click();
  await expect(lithium.getByText(/which doctor, prescriber or pharmacist/)).toBeVisible();
  await lithium.getByLabel("Who was asked").fill("Her own doctor");
  await lithium.getByLabel("On which day").fill("2026-01-12");
  await lithium.getByRole("button", { name: "We have talked" }).click();
  await expect(lithium.getByText(/^Asked: Her own doctor/)).toBeVisible();

  await page.getByRole("radio", { name: /I am ready to go on/ }).check();
  await page.getByLabel("Why", { exact: true }).fill("We talked for an hour.");
  await page.getByRole("button", { name: "Write it down" }).click();
  await expect(page.getByText(/still wait for a talk/)).toBeVisible();
  await page.getByRole("radio", { name: /We talk about it/ }).check();
  await page.getByRole("button", { name: "Write it down" }).click();
  await expect(page.getByRole("region", { name: "What you wrote so far" })).toContainText(
    "We talked for an hour.",
  );
  await theirs.reload();
  await expect(theirs.getByText("the two of you talk about them", { exact: false })).toBeVisible();
  await context.close();
});
