import type { Page } from "@playwright/test";
import { expectAccessible, expectFitsPhone, expectNoSidewaysScroll } from "#tests/support/accessible.ts";
import { test } from "#tests/support/at-the-desk.ts";
import { expect } from "#tests/support/browser.ts";

// The pages are long, and axe reads each twice.
test.slow();

async function expectSound(page: Page) {
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  await expectFitsPhone(page);
}

const rowOf = (page: Page, name: string) => page.getByRole("row").filter({ hasText: name });

async function open(page: Page, name: string) {
  await page.getByRole("button", { name: `Change ${name}` }).click();
  return page.getByRole("dialog", { name });
}

test("everything about a kind is changed in one place, and clients find it so", async ({
  page,
  anotherPerson,
}) => {
  await page.goto("/coach/availability");
  const dialog = await open(page, "Preparation");
  const typed: [string, string][] = [
    ["What it is called", "Getting ready"],
    ["In one sentence", "Whatever you bring is fine."],
    ["Where you meet", "By video, from wherever you like"],
    ["Link to join", "meet.example.org"],
    ["At most in a day", "1"],
    ["At most in a week", "2"],
    ["At most on the day after it", "4"],
    ["Move or cancel until … hours before", "6"],
  ];
  const was = new Map<string, string>();
  for (const [label, text] of typed) {
    was.set(label, await dialog.getByLabel(label).inputValue());
    await dialog.getByLabel(label).fill(text);
  }
  await dialog.getByLabel("How it is booked").selectOption("Asked for, and you answer");
  await dialog.getByRole("button", { name: "Save Preparation" }).click();
  const link = dialog.getByLabel("Link to join");
  await expect(link).toBeFocused();
  await expect(link).toHaveAccessibleDescription(/a whole address that begins with https/);
  await expectSound(page);
  await link.fill("https://meet.example.org/sergio");
  await dialog.getByLabel("At most in a day").fill("often");
  await dialog.getByRole("button", { name: "Save Preparation" }).click();
  await expect(dialog.getByLabel("At most in a day")).toHaveAccessibleDescription(
    /whole number from 1 to 50/,
  );
  await dialog.getByLabel("At most in a day").fill("1");
  await dialog.getByRole("button", { name: "Save Preparation" }).click();
  await expect(dialog).toBeHidden();
  const row = rowOf(page, "Getting ready");
  await expect(row).toContainText("1 a day, 2 a week, 4 the next day");
  await expect(row).toContainText("Asked for");
  await expect(row).toContainText("Until 6 h before");
  await page.reload();
  const again = await open(page, "Getting ready");
  await expect(again.getByLabel("Link to join")).toHaveValue("https://meet.example.org/sergio");

  const visitor = await (await anotherPerson()).newPage();
  await visitor.goto("/book");
  await expect(visitor.getByText("Whatever you bring is fine.")).toBeVisible();
  expect(await visitor.content()).not.toContain("meet.example.org");

  for (const [label, text] of was) await again.getByLabel(label).fill(text);
  await again.getByLabel("How it is booked").selectOption("At once");
  await again.getByRole("button", { name: "Save Getting ready" }).click();
  await expect(rowOf(page, "Preparation")).toContainText("2 a day");
});

test("guidance is never booked at once, and can be switched off", async ({ page, anotherPerson }) => {
  const visitor = await (await anotherPerson()).newPage();
  const offered = async () => {
    await visitor.goto("/book");
    return visitor.getByRole("radio", { name: /^First conversation/ }).count();
  };
  await page.goto("/coach/availability");
  const guidance = await open(page, "Guidance");
  await expect(guidance.getByLabel("How it is booked")).toHaveCount(0);
  await expect(guidance.getByText(/can be moved or cancelled until it begins/)).toBeVisible();
  await guidance.getByLabel(/^Offered/).uncheck();
  await guidance.getByRole("button", { name: "Save Guidance" }).click();
  await expect(rowOf(page, "Guidance")).toContainText("Not offered");
  await (await open(page, "Guidance")).getByLabel(/^Offered/).check();
  await guidance.getByRole("button", { name: "Save Guidance" }).click();
  await expect(rowOf(page, "Guidance")).toContainText("Asked for");

  expect(await offered()).toBe(1);
  const first = await open(page, "First conversation");
  await first.getByLabel(/^Offered/).uncheck();
  await first.getByRole("button", { name: "Save First conversation" }).click();
  await expect(rowOf(page, "First conversation")).toContainText("Not offered");
  expect(await offered()).toBe(0);
  await (await open(page, "First conversation")).getByLabel(/^Offered/).check();
  await first.getByRole("button", { name: "Save First conversation" }).click();
  await expect(rowOf(page, "First conversation")).toContainText("At once");
});

test("the coach looks across the clock change as a client elsewhere finds it", async ({ page }) => {
  await page.goto("/coach/availability");
  const seen = page.getByRole("region", { name: "What a client sees across the next clock change" });
  await seen.getByLabel("Kind").selectOption("Integration");
  await seen.getByLabel("Client in").selectOption("Asia/Dubai");
  await expect(seen.getByText("Dubai is 4 hours ahead")).toBeVisible();
  await expect(seen.getByText("No clocks change in either place.")).toBeVisible();
  await expect(seen.getByText("13:00", { exact: true })).toBeVisible();
  await seen.getByLabel("Client in").selectOption("Europe/Lisbon");
  await seen.getByLabel("Day of the week").selectOption("Sunday");
  await expect(seen.getByText("Closed for this kind")).toHaveCount(2);
  await seen.getByLabel("Day of the week").selectOption("Thursday");
  await expect(seen.getByRole("heading", { name: /^Thursday / })).toHaveCount(2);
  await expect(seen.getByText(/Lisbon’s go (forward|back)/)).toBeVisible();
  await expect(seen.getByText("From your 18:00 to 20:00")).toHaveCount(2);
  await expectSound(page);
});

test("the look across the clock change says when it cannot be had, and tries again", async ({
  page,
  problems,
}) => {
  await page.goto("/coach/availability");
  const seen = page.getByRole("region", { name: "What a client sees across the next clock change" });
  await page.route("**/api/availability/preview?*", (route) => route.abort());
  await seen.getByLabel("Day of the week").selectOption("Friday");
  await expect(seen.getByText(/We could not reach the portal/)).toBeVisible();
  const again = seen.getByRole("button", { name: "Try again" });
  await expect(again).toBeVisible();
  // The browser writes of the line that we cut.
  problems.length = 0;
  await page.unroute("**/api/availability/preview?*");
  await again.click();
  await expect(seen.getByRole("heading", { name: /^Friday / }).first()).toBeVisible();
});
