import type { Page } from "@playwright/test";
import { expectAccessible, expectFitsPhone, expectNoSidewaysScroll } from "#tests/support/accessible.ts";
import { test } from "#tests/support/at-the-desk.ts";
import { expect } from "#tests/support/browser.ts";
import { demoType, freeStarts } from "#tests/support/signed-in.ts";

// The pages are long, and axe reads each twice.
test.slow();

async function expectSound(page: Page) {
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  await expectFitsPhone(page);
}

async function save(page: Page) {
  await page.getByRole("button", { name: "Save these hours" }).click();
  await expect(page.getByText("Saved", { exact: true })).toBeVisible();
}

test("a day's hours are for some kinds, and only those can be booked", async ({ page, portal }) => {
  const saturdays = async (kind: "preparation" | "integration") => {
    const starts = await freeStarts(portal, await demoType(portal, kind), { after: 8, days: 7 });
    return starts.filter((start) => new Date(start).getUTCDay() === 6).length;
  };
  await page.goto("/coach/availability");
  const saturday = page.getByRole("group", { name: "Saturday", exact: true });
  const kinds = page.getByLabel("Saturday, for which kinds");
  await expect(kinds).toHaveCount(0);
  await saturday.getByRole("button", { name: "Add hours" }).click();
  await kinds.selectOption("Preparation only");
  await save(page);
  expect(await saturdays("preparation")).toBeGreaterThan(0);
  expect(await saturdays("integration")).toBe(0);

  await kinds.selectOption("Several kinds");
  await saturday.getByLabel("Integration", { exact: true }).check();
  await expectSound(page);
  await saturday.getByLabel("Preparation", { exact: true }).uncheck();
  await saturday.getByLabel("Integration", { exact: true }).uncheck();
  await page.getByRole("button", { name: "Save these hours" }).click();
  await expect(kinds).toBeFocused();
  await expect(kinds).toHaveAccessibleDescription(/Please tick at least one kind/);
  await saturday.getByLabel("Integration", { exact: true }).check();
  await saturday.getByLabel("Mentoring").check();
  await save(page);
  expect(await saturdays("preparation")).toBe(0);
  expect(await saturdays("integration")).toBeGreaterThan(0);
  await page.reload();
  await expect(kinds).toHaveValue("own");
  await expect(saturday.getByText("Integration and mentoring")).toBeVisible();

  await page.getByLabel("Saturday, open").uncheck();
  await save(page);
});

test("stretches of one day are each for their own kinds, and may overlap where they share none", async ({
  page,
}) => {
  await page.goto("/coach/availability");
  const monday = page.getByRole("group", { name: "Monday", exact: true });
  const day = page.getByLabel("Monday, for which kinds");
  await day.selectOption("Each its own");
  await page.getByLabel("Monday, stretch 1, for which kinds").selectOption("Guidance only");
  await page.getByLabel("Monday, stretch 1, until").fill("17");
  await page.getByRole("button", { name: "Save these hours" }).click();
  await expect(monday.getByText("Two of these hours overlap.")).toBeVisible();
  await page.getByLabel("Monday, stretch 2, for which kinds").selectOption("All but guidance");
  await expectSound(page);
  await save(page);
  await page.reload();
  await expect(day).toHaveValue("each");
  await expect(page.getByLabel("Monday, stretch 1, until")).toHaveValue("17:00");
  await expect(page.getByLabel("Monday, stretch 1, for which kinds")).toHaveValue("only guidance");
  await expect(page.getByLabel("Monday, stretch 2, for which kinds")).toHaveValue("not guidance");

  await page.getByLabel("Monday, stretch 1, until").fill("12");
  await day.selectOption("All kinds");
  await expect(page.getByLabel("Monday, stretch 1, for which kinds")).toHaveCount(0);
  await save(page);
});

test("a changed day is for one kind, and says so", async ({ page }) => {
  const date = new Date(Date.now() + 200 * 86_400_000).toISOString().slice(0, 10);
  await page.goto("/coach/availability");
  await page.getByRole("button", { name: "Add a changed day" }).click();
  await page.getByLabel("Date").fill(date);
  await page.getByLabel("Open at these hours").check();
  await page.getByLabel("This day, for which kinds").selectOption("First conversation only");
  await page.getByRole("button", { name: "Save this day" }).click();
  await expect(page.getByText("09:00 to 17:00, first conversation only")).toBeVisible();
  await page.reload();
  await page
    .getByRole("button", { name: /^Change \w+day \d/ })
    .last()
    .click();
  await expect(page.getByLabel(/^\w+day \d.*, for which kinds$/)).toHaveValue("only first_conversation");
  await page.getByRole("button", { name: "Leave it as it was" }).click();
  await page
    .getByRole("button", { name: /^Remove \w+day \d/ })
    .last()
    .click();
  await expect(page.getByText("has its weekday’s hours again")).toBeVisible();
});
