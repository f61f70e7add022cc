import { expectAccessible, expectNoSidewaysScroll } from "#tests/support/accessible.ts";
import { expect, test } from "#tests/support/browser.ts";
import { aJourney } from "#tests/support/lessons.ts";
import { aClient, type Client } from "#tests/support/people.ts";
import { demoCoach, inDatabase, signIn } from "#tests/support/signed-in.ts";

test("somebody keeps a journal: writes, finds it again, shows one entry, takes it back, throws it away", async ({
  page,
  context,
  portal,
  anotherPerson,
}) => {
  const [ada, bo] = await inDatabase(portal, async () => {
    const two: [Client, Client] = [await aClient({ name: "Ada" }), await aClient({ name: "Bo" })];
    await aJourney(demoCoach, "couple", ...two);
    return two;
  });
  await signIn(context, portal, ada);
  await page.goto("/journal");
  await expect(page.getByText("Nothing is written here yet.")).toBeVisible();
  await expectAccessible(page);

  await test.step("it is kept as she types, and stays when the page is loaded again", async () => {
    await page.getByRole("link", { name: "Write something" }).click();
    const words = page.getByRole("textbox", { name: /Journal/ });
    await words.fill("The blue kettle, and rain on the window.");
    await expect(page.getByRole("status").filter({ hasText: "Saved today" })).toBeVisible();
    await expect(page.getByText("Only you can read this")).toBeVisible();
    await expectAccessible(page);
    await expectNoSidewaysScroll(page);
    await page.reload();
    await expect(words).toHaveValue("The blue kettle, and rain on the window.");
    await expect(page.getByRole("button", { name: "Throw it away" })).toBeVisible();
  });

  await test.step("another window that wrote on is not written over", async () => {
    const other = await context.newPage();
    await other.goto("/journal");
    await other.getByRole("link", { name: /The blue kettle/ }).click();
    await other.getByRole("textbox", { name: /Journal/ }).fill("The blue kettle, whistling.");
    await expect(other.getByRole("status").filter({ hasText: "Saved today" })).toBeVisible();
    await page.getByRole("textbox", { name: /Journal/ }).fill("The blue kettle, and thunder.");
    await expect(page.getByRole("main").getByRole("alert")).toContainText("The blue kettle, whistling.");
    await page.getByRole("button", { name: "Take the other words" }).click();
    await expect(page.getByRole("textbox", { name: /Journal/ })).toHaveValue("The blue kettle, whistling.");
    await other.close();
  });

  await test.step("one entry is shown to somebody, who reads it as it stood", async () => {
    await page.getByText("Share with Bo…").click();
    await page.getByRole("button", { name: "Share with Bo", exact: true }).click();
    await expect(page.getByText("You and Bo can read this")).toBeVisible();
    const theirs = await anotherPerson();
    await signIn(theirs, portal, bo);
    const their = await theirs.newPage();
    await their.goto("/journal");
    await their.getByRole("link", { name: "Read it" }).click();
    await expect(their.getByText("The blue kettle, whistling.")).toBeVisible();
    await expectAccessible(their);
    await page.getByRole("button", { name: "Take it back from Bo" }).click();
    await expect(page.getByText("They may already have read it.")).toBeVisible();
    await their.reload();
    await expect(their.getByText("Nothing of another journal is shown to you")).toBeVisible();
    // A press so soon after another is taken for its double click.
    await expect(async () => {
      await page.getByRole("button", { name: /^Undo/ }).click({ timeout: 1_000 });
      await expect(page.getByText("You and Bo can read this")).toBeVisible({ timeout: 1_000 });
    }).toPass({ intervals: [700] });
  });

  await test.step("words are found, and stand in no address", async () => {
    await page.getByRole("link", { name: "Back to your journal" }).click();
    await expect(page.getByText("You and Bo", { exact: true })).toBeVisible();
    await page.getByRole("searchbox", { name: "Find words in your journal" }).fill("WHISTLING");
    await page.getByRole("button", { name: "Find" }).click();
    await expect(page.getByText("In one entry.")).toBeVisible();
    expect(page.url()).toMatch(/\/journal$/);
    await expectAccessible(page);
    await expectNoSidewaysScroll(page);
    await page
      .getByRole("search")
      .getByRole("link", { name: /whistling/ })
      .click();
  });

  await test.step("what is thrown away is read by nobody, and can be brought back", async () => {
    await page.getByRole("button", { name: "Throw it away" }).click();
    await expect(page.getByText("You threw this entry away.")).toBeVisible();
    await expect(page.getByRole("button", { name: "Undo: bring it back" })).toBeFocused();
    await expectAccessible(page);
    await page.keyboard.press("Enter");
    await expect(page.getByRole("textbox", { name: /Journal/ })).toHaveValue("The blue kettle, whistling.");
    await expect(page.getByText("Only you can read this")).toBeVisible();
  });
});
