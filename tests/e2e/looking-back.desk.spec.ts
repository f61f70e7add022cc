import { readFile } from "node:fs/promises";
import { strFromU8, unzipSync } from "fflate";
import { expectAccessible, expectNoSidewaysScroll } from "#tests/support/accessible.ts";
import {
  aGuidanceHeld,
  aReflection,
  aSessionToCome,
  aSharedReflection,
  beforeIt,
  calmAnswers,
  daysAfter,
} from "#tests/support/asked.ts";
import { expect, test } from "#tests/support/browser.ts";
import { anEntry } from "#tests/support/journal.ts";
import { aClient } from "#tests/support/people.ts";
import { demoCoach, inDatabase, signIn } from "#tests/support/signed-in.ts";
import { aWriting, findLessonToWriteIn } from "#tests/support/writing.ts";

test("somebody looks back on all they wrote, takes some of it back, and takes it along", async ({
  page,
  context,
  portal,
}) => {
  const ada = await inDatabase(portal, async () => {
    const client = await aClient({ name: "Ada" });
    await anEntry(client, "The blue kettle.");
    await aWriting(client, await findLessonToWriteIn());
    const session = await aSessionToCome({ for: client, with: demoCoach });
    await aSharedReflection(client, beforeIt(session), calmAnswers.preparation);
    const held = await aGuidanceHeld({ for: client, with: demoCoach, daysAgo: 8 });
    const [early, late] = [daysAfter(held, 3), daysAfter(held, 7)];
    await aReflection(client, early, { rested: 3, steady: 4 }, Date.now() - 4.5 * 86_400_000);
    await aReflection(client, late, { rested: 5, steady: 4, keep: "A short walk." }, Date.now() - 2_000);
    return client;
  });
  await signIn(context, portal, ada);

  await test.step("her own numbers stand beside, drawn and in a table", async () => {
    await page.goto("/account");
    await page.getByRole("link", { name: "Look back, or take it with you" }).click();
    await expect(page.getByRole("heading", { name: "Looking back", level: 1 })).toBeVisible();
    await expect(page.getByRole("img", { name: /How rested are you\? 3 on .*, 5 on/ })).toBeVisible();
    await page.getByText("The same as a table").click();
    await expect(page.getByRole("table", { name: /How rested are you/ }).getByRole("row")).toHaveCount(3);
    await expect(page.getByText("Up is not better, and down is not worse.")).toBeVisible();
    await expectAccessible(page);
    for (const width of [1280, 768, 360]) {
      await page.setViewportSize({ width, height: 800 });
      await expectNoSidewaysScroll(page);
    }
    await page.setViewportSize({ width: 1280, height: 800 });
  });

  await test.step("by session, she reads one whole and takes it back", async () => {
    await page.getByRole("link", { name: "By session" }).click();
    await expect(page.getByRole("heading", { name: /, with / })).toHaveCount(2);
    await page.getByRole("link", { name: /^Before the session/ }).click();
    await expect(page.getByText("How to begin.")).toBeVisible();
    await expect(page.getByText(/It is not opened yet/)).toBeVisible();
    await expectAccessible(page);
    await page.getByRole("button", { name: /^Take it back/ }).click();
    await expect(page.getByText("They had not opened it.")).toBeVisible();
    await expect(page.getByText("Only you can read this")).toBeVisible();
    await page.getByRole("button", { name: /^Undo/ }).click();
    await expect(page.getByText(/can read what you shared of this/)).toBeVisible();
    await page.getByRole("link", { name: "Back to all you wrote" }).click();
    await page.getByRole("link", { name: /^In the lesson/ }).click();
    await expect(page.getByText("From above.")).toBeVisible();
    await page.getByRole("link", { name: "Open the lesson" }).click();
    await expect(page).toHaveURL(/\/lessons\/.*#ceiling/);
  });

  await test.step("the file that comes can be read without the portal", async () => {
    await page.goto("/looking-back");
    const coming = page.waitForEvent("download");
    await page.getByRole("button", { name: "Get all I wrote" }).click();
    const file = await coming;
    expect(file.suggestedFilename()).toMatch(/^what-i-wrote-\d{4}-\d{2}-\d{2}\.zip$/);
    const files = unzipSync(await readFile(await file.path()));
    expect(Object.keys(files).sort()).toEqual(["read-me.txt", "what-i-wrote.html", "what-i-wrote.json"]);
    const reading = await context.newPage();
    await reading.setContent(strFromU8(files["what-i-wrote.html"] ?? new Uint8Array()));
    await expect(reading.getByText("A short walk.")).toBeVisible();
    await expect(reading.getByText("The blue kettle.")).toBeVisible();
    await expectAccessible(reading);
    await reading.close();
  });
});
