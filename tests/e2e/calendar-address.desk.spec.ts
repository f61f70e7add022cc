import type { Page } from "@playwright/test";
import { demoPeople } from "#db/demo/people.ts";
import { expectAccessible, expectFitsPhone, expectNoSidewaysScroll } from "#tests/support/accessible.ts";
import { expect, test } from "#tests/support/browser.ts";
import { aClient } from "#tests/support/people.ts";
import { demoCoach, inDatabase, signIn } from "#tests/support/signed-in.ts";

const addressOn = (page: Page) => page.getByLabel("The address of your calendar");

async function expectSound(page: Page) {
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  await expectFitsPhone(page);
}

/** What a calendar program does: it has the address, and no cookie. */
const read = (address: string, headers: Record<string, string> = {}) => fetch(address, { headers });

test("a client gives their calendar program an address, changes it, and stops it", async ({
  page,
  portal,
  context,
}) => {
  await signIn(context, portal, demoPeople.mara);
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.goto("/sessions");
  await page.getByRole("link", { name: "Keep your sessions in your calendar" }).click();
  await expect(page).toHaveTitle("Your calendar – Attune");
  await expectSound(page);

  await page.getByRole("button", { name: "Make an address" }).click();
  const address = await addressOn(page).inputValue();
  expect(address).toMatch(/\/calendar\/[\w-]{43}\.ics$/);
  await page.getByRole("button", { name: "Copy the address" }).click();
  await expect(page.getByText("Copied")).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(address);
  await expectSound(page);

  const answer = await read(address);
  const text = await answer.text();
  expect(answer.status).toBe(200);
  expect(Object.fromEntries(answer.headers)).toMatchObject({
    "cache-control": "private, max-age=300",
    "content-type": "text/calendar; charset=utf-8",
    "x-robots-tag": "noindex",
    "referrer-policy": "no-referrer",
  });
  expect(text).toContain("SUMMARY:Meeting with S.\r\n");
  expect(text).not.toMatch(/preparation|integration|guidance|psyched|mara/i);
  const known = await read(address, { "if-none-match": answer.headers.get("etag") ?? "" });
  expect([known.status, known.headers.get("cache-control")]).toEqual([304, "private, max-age=300"]);

  await page.getByRole("button", { name: "Make a new address" }).click();
  const dialog = page.getByRole("dialog", { name: "Make a new address?" });
  await expect(dialog).toContainText("The old one stops at once.");
  await expectSound(page);
  await dialog.getByRole("button", { name: "Keep it as it is" }).click();
  expect((await read(address)).status).toBe(200);
  await page.getByRole("button", { name: "Make a new address" }).click();
  await dialog.getByRole("button", { name: "Make a new address" }).click();
  await expect(addressOn(page)).not.toHaveValue(address);
  const renewed = await addressOn(page).inputValue();
  expect((await read(renewed)).status).toBe(200);
  const gone = await read(address);
  const never = await read(address.replace(/[\w-]{43}/, "A".repeat(43)));
  expect([gone.status, never.status, await gone.text()]).toEqual([404, 404, await never.text()]);
  expect(gone.headers.get("cache-control")).toBe("private, no-store");

  await page.reload();
  await expect(addressOn(page)).toHaveValue(renewed);
  await page.getByRole("button", { name: "Stop this" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Stop this address" }).click();
  await expect(page.getByRole("button", { name: "Make an address" })).toBeVisible();
  expect((await read(renewed)).status).toBe(404);
});

test("an address made in two windows is the same in both", async ({ page, portal, context }) => {
  await signIn(context, portal, await inDatabase(portal, () => aClient({ name: "Iris" })));
  const second = await context.newPage();
  for (const window of [page, second]) await window.goto("/sessions/calendar");
  for (const window of [page, second]) {
    await window.getByRole("button", { name: "Make an address" }).click();
    await expect(addressOn(window)).toBeVisible();
  }
  expect(await addressOn(second).inputValue()).toBe(await addressOn(page).inputValue());
});

test("a coach's calendar names nobody", async ({ page, portal, context }) => {
  await signIn(context, portal, demoCoach);
  await page.goto("/coach");
  await page.getByRole("link", { name: "Keep your book in your calendar" }).click();
  await expect(page).toHaveTitle("Your calendar – Attune");
  await page.getByRole("button", { name: "Make an address" }).click();
  await expect(page.getByText("Neither who comes nor what kind of session it is.")).toBeVisible();
  await expectSound(page);
  const text = await (await read(await addressOn(page).inputValue())).text();
  expect(text).toContain("SUMMARY:Meeting\r\n");
  expect(text).not.toMatch(/Mara|Jonas|Ute|preparation|integration/i);
});

test("without a line nothing is lost, and the page says so", async ({ page, portal, context, problems }) => {
  await signIn(context, portal, await inDatabase(portal, () => aClient()));
  await page.goto("/sessions/calendar");
  await page.route("**/api/calendar-feed", (route) => route.abort());
  await page.getByRole("button", { name: "Make an address" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "could not reach the portal" })).toBeVisible();
  await expect(page.getByRole("button", { name: "Make an address" })).toBeVisible();
  problems.length = 0;
});
