import type { Page } from "@playwright/test";
import { expectAccessible, expectNoSidewaysScroll } from "#tests/support/accessible.ts";
import { aBooking } from "#tests/support/bookings.ts";
import { expect, test } from "#tests/support/browser.ts";
import { newestMail } from "#tests/support/mailbox.ts";
import { aClient } from "#tests/support/people.ts";
import type { Portal } from "#tests/support/portal.ts";
import { demoCoach, demoType, freeStarts, inDatabase, signIn } from "#tests/support/signed-in.ts";

const hour = 3_600_000;
const kinds = /preparation|integration|guidance|psyched/i;

async function expectSound(page: Page) {
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
}

/** A client in New York with a session that lies a few days ahead. */
async function aClientWithSession(portal: Portal, name: string) {
  const type = await demoType(portal, "integration");
  const starts = await freeStarts(portal, type, { after: 3, days: 5 });
  const start = starts[Math.floor(starts.length / 2)] ?? 0;
  const { client, bookingId } = await inDatabase(portal, async () => {
    const client = await aClient({ name, zone: "America/New_York" });
    return { client, bookingId: await aBooking({ with: demoCoach, type, start, after: 15, for: client }) };
  });
  const isFree = async () => (await freeStarts(portal, type, { after: 3, days: 5 })).includes(start);
  return { client, bookingId, isFree };
}

test("a client looks at a session and cancels it; its time is free, and the coach no longer waits", async ({
  page,
  portal,
  context,
  anotherPerson,
}) => {
  const { client, bookingId, isFree } = await aClientWithSession(portal, "Iris");
  expect(await isFree()).toBe(false);
  const coaching = await anotherPerson();
  await signIn(coaching, portal, demoCoach);
  const desk = await coaching.newPage();
  await desk.goto("/coach");
  await expect(desk.getByRole("heading").getByRole("link", { name: "Iris" })).toBeVisible();

  await signIn(context, portal, client);
  await page.goto("/sessions");
  await expect(page.getByText("Hello Iris.")).toBeVisible();
  await expect(page.getByText("New York time (America/New_York)").first()).toBeVisible();
  await expect(page.getByRole("main")).not.toContainText(kinds);

  await page.getByRole("link", { name: "Open this meeting" }).click();
  await expect(page).toHaveURL(new RegExp(`/sessions/${bookingId}$`));
  await expect(page).toHaveTitle("Your meeting – Attune");
  await expect(page.getByText("For Sergio")).toBeVisible();
  await expect(page.getByText(/You can move or cancel it here until .*New York time/)).toBeVisible();
  const entry = await page.request.get(
    (await page.getByRole("link", { name: "Add to calendar" }).getAttribute("href")) ?? "",
  );
  expect(await entry.text()).toContain("SUMMARY:Meeting with S.");

  await page.getByRole("link", { name: "Cancel this meeting" }).last().click();
  await expect(page.getByRole("heading", { name: "Cancel this meeting?" })).toBeVisible();
  await page.getByRole("link", { name: "Keep this meeting" }).click();
  await expect(page.getByText("Confirmed", { exact: true })).toBeVisible();
  expect(await isFree()).toBe(false);

  await page.getByRole("link", { name: "Cancel this meeting" }).last().click();
  await page.getByRole("button", { name: "Cancel this meeting" }).click();
  await expect(page.getByRole("heading", { name: "This meeting is cancelled" })).toBeVisible();
  await expect(page.getByText("You cancelled it.")).toBeVisible();
  await expect(page.getByRole("link", { name: "Book another time" })).toBeVisible();

  const mail = await newestMail(portal.mailbox, client.email);
  expect(mail.subject).not.toMatch(kinds);
  expect(mail.attachments[0]?.text).toContain("METHOD:CANCEL");
  expect(await isFree()).toBe(true);
  await desk.reload();
  await expect(desk.getByRole("heading", { name: "Today" })).toBeVisible();
  await expect(desk.getByRole("heading").getByRole("link", { name: "Iris" })).toHaveCount(0);

  await page.goto("/sessions");
  await expect(page.getByRole("region", { name: "Cancelled" }).getByRole("link")).toHaveCount(1);
});

test("every page of a client can be read by everyone", async ({ page, portal, context }) => {
  test.slow();
  const type = await demoType(portal, "preparation");
  const { client, bookingId } = await aClientWithSession(portal, "Ada of the very long and hyphenated-name");
  const start = Date.now() - 48 * hour;
  const off = await inDatabase(portal, () =>
    aBooking({ with: demoCoach, type, start, for: client, status: "cancelled" }),
  );
  await signIn(context, portal, client);
  for (const path of ["", `/${bookingId}`, `/${bookingId}/cancel`, `/${off}`]) {
    await page.goto(`/sessions${path}`);
    await expectSound(page);
  }
});

test("someone else's session is not there, and neither is what is no session", async ({
  page,
  portal,
  context,
}) => {
  const { bookingId } = await aClientWithSession(portal, "Lou");
  await signIn(context, portal, await inDatabase(portal, () => aClient({ name: "Noa" })));
  for (const path of [`/sessions/${bookingId}`, `/sessions/${bookingId}/cancel`, "/sessions/none", "/coach"])
    expect((await page.request.get(path)).status(), path).toBe(404);
  await page.goto("/sessions");
  await expect(page.getByText("No meeting is ahead of you just now.")).toBeVisible();
  await expectSound(page);
  await page.getByRole("link", { name: "Book a time" }).last().click();
  await expect(page).toHaveURL(/\/book$/);
});

test("whoever is not signed in is asked to, and comes back", async ({ page }) => {
  await page.goto("/sessions");
  await expect(page).toHaveURL(/\/sign-in\?next=%2Fsessions$/);
});

test("close to a meeting, its page says whom to write to", async ({ page, portal, context }) => {
  const type = await demoType(portal, "preparation");
  const client = await inDatabase(portal, () => aClient({ name: "Sam", zone: "Asia/Tokyo" }));
  // A night hour that lies more than an hour and less than a day ahead; another one for each project.
  const hours = test.info().project.name === "desk" ? [1, 5, 25, 29] : [3, 7, 27, 31];
  const midnight = new Date().setUTCHours(0, 0, 0, 0);
  const start = hours.map((each) => midnight + each * hour).find((each) => each > Date.now() + hour) ?? 0;
  const bookingId = await inDatabase(portal, () => aBooking({ with: demoCoach, type, start, for: client }));
  await signIn(context, portal, client);
  await page.goto(`/sessions/${bookingId}/cancel`);
  await expect(page).toHaveURL(new RegExp(`/sessions/${bookingId}$`));
  await expect(page.getByText(/too close to the meeting.*Please write to Sergio/)).toBeVisible();
  await expect(page.getByRole("link", { name: "Cancel this meeting" })).toHaveCount(0);
  await expectSound(page);
});

test("what cannot be done is said where it was tried, and can be tried again", async ({
  page,
  portal,
  context,
  problems,
}) => {
  const { client, bookingId } = await aClientWithSession(portal, "Kit");
  await signIn(context, portal, client);
  await page.goto(`/sessions/${bookingId}/cancel`);
  const press = () => page.getByRole("button", { name: "Cancel this meeting" }).click();

  await page.route("**/api/bookings/**", (route) => route.abort());
  await press();
  await expect(page.getByRole("alert").filter({ hasText: "We could not reach the portal" })).toBeVisible();
  await expectSound(page);
  // The browser writes of the line that we cut.
  problems.length = 0;
  await page.unroute("**/api/bookings/**");

  const cookies = await context.cookies();
  await context.clearCookies();
  await press();
  await expect(page.getByRole("link", { name: "Sign in", exact: true }).last()).toHaveAttribute(
    "href",
    `/sign-in?next=${encodeURIComponent(`/sessions/${bookingId}/cancel`)}`,
  );
  await context.addCookies(cookies);
  await press();
  await expect(page.getByRole("heading", { name: "This meeting is cancelled" })).toBeVisible();
});

test("somebody with years of sessions goes back through them, a page at a time and without scripts", async ({
  portal,
  browser,
}) => {
  const type = await demoType(portal, "integration");
  const client = await inDatabase(portal, async () => {
    const client = await aClient({ name: "Ines" });
    const first = Math.floor(Date.now() / hour) * hour - 2 * hour;
    for (let at = 0; at < 120; at++)
      await aBooking({ with: demoCoach, type, start: first - at * hour, for: client, status: "cancelled" });
    return client;
  });
  const context = await browser.newContext({ baseURL: portal.processes[0].url, javaScriptEnabled: false });
  await signIn(context, portal, client);
  const page = await context.newPage();
  const rows = page.getByRole("main").locator("a[href^='/sessions/']:not([href$=calendar])");
  const seen = new Set<string>();
  const read = async (count: number) => {
    await expect(rows).toHaveCount(count);
    for (const row of await rows.all()) seen.add((await row.getAttribute("href")) ?? "");
  };
  await page.goto("/sessions");
  await read(50);
  await page.getByRole("link", { name: "Earlier ones" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Earlier sessions" })).toBeVisible();
  await read(50);
  await page.getByRole("link", { name: "Earlier ones" }).click();
  await read(20);
  expect(seen.size).toBe(120);
  await expect(page.getByRole("link", { name: "Earlier ones" })).toHaveCount(0);
  await page.getByRole("link", { name: "Back to your sessions" }).click();
  await expect(page).toHaveURL(/\/sessions$/);
  await context.close();
});
