import type { Page } from "@playwright/test";
import { expectAccessible, expectFitsPhone, expectNoSidewaysScroll } from "#tests/support/accessible.ts";
import { test } from "#tests/support/at-the-desk.ts";
import { expect } from "#tests/support/browser.ts";
import { demoType, freeStarts } from "#tests/support/signed-in.ts";

const minute = 60_000;

// The pages are long, and axe reads each twice.
test.slow();

async function expectSound(page: Page) {
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  await expectFitsPhone(page);
}

test("the coach opens a day, and the booking page follows", async ({ page, anotherPerson }) => {
  await page.goto("/coach/availability");
  await expect(page.getByRole("heading", { name: "What a client sees across" })).toBeVisible();
  await expectSound(page);
  const sunday = page.getByRole("group", { name: "Sunday" });
  await sunday.getByRole("button", { name: "Add hours" }).click();
  await sunday.getByLabel("Sunday, from").fill("930");
  await sunday.getByLabel("Sunday, until").fill("midnight");
  await expect(page.getByText("Changed, not saved yet")).toBeVisible();
  await page.getByRole("button", { name: "Save these hours" }).click();
  await expect(page.getByText("Saved", { exact: true })).toBeVisible();
  await expect(sunday.getByLabel("Sunday, from")).toHaveValue("09:30");
  await expect(sunday.getByLabel("Sunday, until")).toHaveValue("24:00");

  const visitor = await (await anotherPerson()).newPage();
  await visitor.goto("/book");
  await visitor.getByRole("radio", { name: /^Preparation/ }).check();
  await visitor.getByRole("button", { name: "Week after" }).click();
  await visitor.getByRole("radio", { name: /^Sunday .* times$/ }).check({ force: true });
  const times = visitor.getByRole("group", { name: /^Times on Sunday/ });
  await expect(times.getByRole("radio", { name: "09:30" })).toBeVisible();
  await expect(times.getByRole("radio", { name: "22:30" })).toBeVisible();

  await page.getByLabel("Sunday, open").uncheck();
  await page.getByRole("button", { name: "Save these hours" }).click();
  await expect(page.getByText("Saved", { exact: true })).toBeVisible();
  await visitor.reload();
  await visitor.getByRole("button", { name: "Week after" }).click();
  await expect(visitor.getByRole("radio", { name: /^Sunday/ })).toHaveCount(0);
});

test("hours that cannot be are answered beside them, and what was typed stays", async ({ page }) => {
  await page.goto("/coach/availability");
  const monday = page.getByRole("group", { name: "Monday" });
  const until = monday.getByLabel("Monday, stretch 2, until");
  await until.fill("soon");
  await page.getByRole("button", { name: "Save these hours" }).click();
  await expect(until).toBeFocused();
  await expect(until).toHaveAccessibleDescription(/Please write a time like 17:30/);
  await expect(until).toHaveValue("soon");
  await until.fill("11");
  await page.getByRole("button", { name: "Save these hours" }).click();
  await expect(until).toHaveAccessibleDescription(/The end should come after the beginning/);
  await monday.getByLabel("Monday, stretch 2, from").fill("10");
  await page.getByRole("button", { name: "Save these hours" }).click();
  await expect(monday.getByText("Two of these hours overlap.")).toBeVisible();
  await expectSound(page);
  await page.getByRole("button", { name: "Put back" }).click();
  await expect(until).toHaveValue("17:30");
  await page.reload();
  await expect(until).toHaveValue("17:30");
});

test("a day is copied to others, and nothing is saved by it yet", async ({ page }) => {
  await page.goto("/coach/availability");
  await page.getByRole("button", { name: "Copy Thursday to other days" }).click();
  const dialog = page.getByRole("dialog", { name: "Copy Thursday to other days" });
  await dialog.getByLabel("Saturday").check();
  await expectSound(page);
  await dialog.getByRole("button", { name: "Copy the hours" }).click();
  await expect(page.getByLabel("Saturday, stretch 3, until")).toHaveValue("20:00");
  await page.getByRole("link", { name: "Today" }).click();
  const question = page.getByRole("dialog", { name: "Some changes are not saved" });
  await expect(question).toBeVisible();
  await expectSound(page);
  await question.getByRole("button", { name: "Stay on this page" }).click();
  await expect(page.getByLabel("Saturday, open")).toBeChecked();
  await page.getByRole("link", { name: "Today" }).click();
  await question.getByRole("button", { name: "Leave without saving" }).click();
  await expect(page).toHaveURL(/\/coach$/);
  await page.goto("/coach/availability");
  await expect(page.getByLabel("Saturday, open")).not.toBeChecked();
});

test("going back asks too, when something is not saved", async ({ page }) => {
  await page.goto("/coach");
  await page.getByRole("link", { name: "Hours", exact: true }).click();
  await page.getByLabel("Monday, open").uncheck();
  await page.evaluate(() => history.back());
  const question = page.getByRole("dialog", { name: "Some changes are not saved" });
  await question.getByRole("button", { name: "Leave without saving" }).click();
  await expect(page).toHaveURL(/\/coach$/);
});

test("a date is closed, opened otherwise, and given back to its weekday", async ({ page, portal }) => {
  const type = await demoType(portal, "preparation");
  const starts = await freeStarts(portal, type, { after: 9, days: 7 });
  const date = new Date(starts[0] ?? 0).toISOString().slice(0, 10);
  const onDate = async () =>
    (await freeStarts(portal, type, { after: 9, days: 7 })).filter((start) =>
      new Date(start).toISOString().startsWith(date),
    );
  await page.goto("/coach/availability");
  const add = () => page.getByRole("button", { name: "Add a changed day" }).click();
  const save = () => page.getByRole("button", { name: "Save this day" }).click();
  await add();
  await expectSound(page);
  await save();
  await expect(page.getByLabel("Date")).toBeFocused();
  await expect(page.getByLabel("Date")).toHaveAccessibleDescription(/Please choose a date\./);
  await page.getByLabel("Date").fill(date);
  await save();
  await expect(page.getByRole("button", { name: /^Change \w+day \d/ })).toBeVisible();
  expect(await onDate()).toEqual([]);

  await page.getByRole("button", { name: /^Change \w+day \d/ }).click();
  await page.getByLabel("Open at these hours").check();
  await page
    .getByLabel(/, from$/)
    .last()
    .fill("20");
  await page
    .getByLabel(/, until$/)
    .last()
    .fill("22");
  await save();
  await expect(page.getByText("20:00 to 22:00")).toBeVisible();
  expect((await onDate()).map((start) => new Date(start).getUTCHours())).toEqual([20, 20]);
  await expectSound(page);

  const remove = page.getByRole("button", { name: /^Remove \w+day \d/ });
  await remove.click();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByText("20:00 to 22:00")).toBeVisible();
  await remove.click();
  await expect(page.getByText("has its weekday’s hours again")).toBeVisible();
  await expect(page.getByRole("button", { name: "Undo" })).toBeFocused();
  await expectSound(page);
  expect(await onDate()).toContain(starts[0]);
});

test("the figures of a kind are changed, and a wrong one is answered beside it", async ({ page, portal }) => {
  const type = await demoType(portal, "integration");
  await page.goto("/coach/availability");
  await page.getByRole("button", { name: "Change Integration" }).click();
  const dialog = page.getByRole("dialog", { name: "Integration" });
  const step = dialog.getByLabel("Begins every … minutes");
  const before = await step.inputValue();
  await step.fill("often");
  await dialog.getByRole("button", { name: "Save Integration" }).click();
  await expect(step).toBeFocused();
  await expect(step).toHaveAccessibleDescription(/whole number of minutes from 5 to 240/);
  await expectSound(page);
  await page.keyboard.press("Escape");
  await expect(page.getByText("Not saved", { exact: true })).toBeVisible();
  await page.getByRole("button", { name: "Change Integration" }).click();
  await expect(step).toHaveValue("often");
  await step.fill("90");
  await dialog.getByRole("button", { name: "Save Integration" }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByRole("button", { name: "Change Integration" })).toBeFocused();
  const gaps = (await freeStarts(portal, type, { after: 14, days: 1 })).slice(0, 2);
  if (gaps.length === 2) expect((gaps[1] ?? 0) - (gaps[0] ?? 0)).toBe(90 * minute);
  await page.getByRole("button", { name: "Change Integration" }).click();
  await step.fill(before);
  await dialog.getByRole("button", { name: "Save Integration" }).click();
  await expect(dialog).toBeHidden();
});
