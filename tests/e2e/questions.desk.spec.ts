import type { Page } from "@playwright/test";
import { expectAccessible, expectNoSidewaysScroll } from "#tests/support/accessible.ts";
import { test } from "#tests/support/at-the-desk.ts";
import { expect } from "#tests/support/browser.ts";

// The pages hold a frame, and axe reads each twice.
test.slow();

const card = (page: Page, text: string) => page.locator(".set-question").filter({ hasText: text });
const preview = (page: Page) => page.frameLocator("iframe[title='The questions']");

async function expectSound(page: Page) {
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
}

async function save(page: Page) {
  await page.getByRole("button", { name: "Save as the new version" }).click();
  await page.getByRole("button", { name: "Save it" }).click();
}

/** A copy of a set, so that each journey has its own. */
async function aCopy(page: Page, of: string, name: string) {
  await page.goto("/coach/questions");
  await page.getByLabel("Its name").fill(name);
  await page.getByLabel("Begin with").selectOption({ label: `A copy of “${of}”` });
  await page.getByRole("button", { name: "Make this set" }).click();
  await expect(page.getByRole("heading", { name, level: 1 })).toBeVisible();
}

test("a coach changes a set by keyboard alone, and clients see it so", async ({ page }) => {
  await page.goto("/coach/account");
  await page.getByRole("link", { name: "Sets of questions" }).click();
  await expect(page.getByRole("heading", { name: "Before a session" })).toBeVisible();
  await expectSound(page);
  await aCopy(page, "Before an integration", "In our words");
  await expect(preview(page).getByText("What has stayed with you most?")).toBeVisible();
  await expectSound(page);

  const down = page.getByRole("button", { name: "Move down: What would you like from our time?" });
  await down.focus();
  await page.keyboard.press("Enter");
  await expect(down).toBeFocused();
  await expect(page.locator(".set-question").nth(1)).toContainText("What would you like from our time?");
  const out = page.getByRole("button", { name: "Take out: How is your body doing?" });
  await out.focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("button", { name: "Undo" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(card(page, "How is your body doing?").locator("summary")).toBeFocused();

  await page.getByRole("button", { name: "Add it" }).focus();
  await page.keyboard.press("Enter");
  const words = card(page, "No words yet").getByRole("textbox", { name: "The question" });
  await expect(words).toBeFocused();
  await page.keyboard.type("Would you like {coach} to bring something?");
  await expect(preview(page).getByText("Would you like Sergio to bring something?")).toBeVisible();
  await expectSound(page);
  await save(page);
  await expect(page.getByText(/^Saved \d\d:\d\d$/)).toBeVisible();

  await page.getByRole("link", { name: "What was asked before" }).click();
  await expect(page.getByText(/^Version 2, /)).toBeVisible();
  await expect(page.getByText("Would you like Sergio to bring something?")).toBeVisible();
  await expectSound(page);
});

test("what can mean that care comes first is said otherwise, and stays", async ({ page }) => {
  await aCopy(page, "Before guidance", "For the day");
  const hard = card(page, "In the past two weeks");
  await expect(hard.getByRole("button", { name: /Take out/ })).toHaveCount(0);
  await hard.locator("summary").click();
  await expect(hard.getByText(/it stays\.$/)).toBeVisible();
  await expect(hard.getByRole("checkbox")).toHaveCount(0);
  await expectSound(page);

  const answer = preview(page).getByRole("group", { name: /In the past two weeks/ });
  await answer.getByRole("radio", { name: "Yes" }).check();
  await expect(
    preview(page).getByText(/You don’t have to handle this alone\. Sergio is not on call\./),
  ).toBeVisible();
  await hard.getByLabel("The question").fill("");
  const words = card(page, "No words yet").getByRole("textbox", { name: "The question" });
  await save(page);
  await expect(words).toBeFocused();
  await expect(words).toHaveAccessibleDescription("Please write the question.");
});

test("what is never for a partner has no switch", async ({ page }) => {
  await aCopy(page, "Before a couple session", "For two");
  const never = card(page, "How freely can you speak");
  await never.locator("summary").click();
  await expect(
    never.getByText("There is no switch to show it to a partner.", { exact: false }),
  ).toBeVisible();
  await expect(never.getByRole("checkbox")).toHaveCount(0);
  const may = card(page, "What do you hope feels different");
  await may.locator("summary").click();
  await may.getByRole("checkbox", { name: /show the answer to their partner/ }).check();
  await expect(may.getByText("A partner may be shown it")).toBeVisible();
  await save(page);
  await expect(page.getByText(/^Saved \d\d:\d\d$/)).toBeVisible();

  // Past the page: the portal says no too.
  const id = new URL(page.url()).pathname.split("/").at(-1);
  const refused = await page.request.post(`/api/coach/questions/${id}`, {
    headers: { origin: new URL(page.url()).origin },
    data: { name: "For two", named: "For two", on: 2, questions: [] },
  });
  expect(refused.status()).toBe(422);
});

test("of two windows the later one is told, and loses nothing", async ({ page, context }) => {
  await aCopy(page, "Before mentoring", "With peers");
  const other = await context.newPage();
  await other.goto(page.url());
  for (const [window, words] of [
    [other, "From the other window"],
    [page, "From this window"],
  ] as const) {
    const first = card(window, "What did it stir in you");
    await first.locator("summary").click();
    await first.getByLabel("Why we ask").fill(words);
  }
  await save(other);
  await expect(other.getByText(/^Saved \d/)).toBeVisible();
  await save(page);
  const notice = page.getByRole("alert").filter({ hasText: "meanwhile" });
  await expect(notice).toContainText("version 2");
  await expectSound(page);
  const why = card(page, "What did it stir in you").getByLabel("Why we ask");
  await expect(why).toHaveValue("From this window");
  await notice.getByRole("button", { name: "Go on with theirs" }).click();
  await expect(why).toHaveValue("From the other window");
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(why).toHaveValue("From this window");
  await save(page);
  await expect(page.getByText(/^Saved \d/)).toBeVisible();
});

test("a set is archived, and back with Undo", async ({ page }) => {
  await aCopy(page, "Check-in, day 7", "For a while");
  await page.getByRole("button", { name: "Archive this set" }).click();
  await expect(page.getByText(/^Archived since /)).toBeVisible();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByRole("button", { name: "Archive this set" })).toBeVisible();
});

test("the preview shows daylight and evening, a phone and a desk, and is framed by nobody else", async ({
  page,
}) => {
  await aCopy(page, "Check-in, day 1", "First day");
  const body = preview(page).locator("body");
  await page.getByRole("radio", { name: "In the dark" }).check();
  await expect(body).toHaveCSS("background-color", "rgb(28, 37, 35)");
  await page.getByRole("radio", { name: "On a desk" }).check();
  await page.getByRole("radio", { name: "In daylight" }).check();
  await expect(body).toHaveCSS("background-color", "rgb(251, 248, 243)");
  await page.getByRole("link", { name: "As clients see it" }).click();
  await expect(page.getByRole("link", { name: "Back to the set" })).toBeVisible();
  await expectSound(page);
  await page.setViewportSize({ width: 320, height: 700 });
  await expectNoSidewaysScroll(page);
});
