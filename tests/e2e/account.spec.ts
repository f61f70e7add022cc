import type { Page } from "@playwright/test";
import { offToken } from "#lib/mail/off-token.ts";
import { findMailPreferences } from "#lib/mail/preferences/queries.ts";
import { expectAccessible, expectNoSidewaysScroll } from "#tests/support/accessible.ts";
import { expect, test } from "#tests/support/browser.ts";
import { aClient, aCoach, type Client, type Coach } from "#tests/support/people.ts";
import type { Portal } from "#tests/support/portal.ts";
import { inDatabase, signIn } from "#tests/support/signed-in.ts";

const preferencesOf = (portal: Portal, person: Client | Coach) =>
  inDatabase(portal, () => findMailPreferences(person, Date.now()));

const saved = (page: Page) => page.getByText(/Saved \d\d:\d\d/);

async function expectSound(page: Page) {
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
}

test("a client says what they are called, which mail they want and when", async ({
  page,
  portal,
  context,
}) => {
  const ada = await inDatabase(portal, () => aClient({ name: "Ada", zone: "Europe/Lisbon" }));
  await signIn(context, portal, ada);
  await page.goto("/sessions");
  await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Account" }).click();
  await expect(page).toHaveTitle("Account – Attune");
  await expectSound(page);

  await page.getByLabel("What your coach calls you").fill("Adalberta");
  await page.getByLabel("What your coach calls you").press("Enter");
  await expect(saved(page)).toBeVisible();
  await expect(page.getByText(/^Lisbon time, \d\d:\d\d now\./)).toBeVisible();
  await page.getByLabel("Your time zone").selectOption("Asia/Tokyo");
  await expect(page.getByText(/^Tokyo time, \d\d:\d\d now\./)).toBeVisible();

  await page.getByRole("switch", { name: "Summaries and lessons" }).uncheck();
  await page.getByLabel("The first").selectOption("Two days before");
  await page.getByLabel("The last").selectOption("Half an hour before");
  await page.getByRole("radio", { name: /^Day and hour/ }).check();
  await page.getByLabel("From", { exact: true }).selectOption("21:00");
  await page.getByLabel("Until").selectOption("08:00");
  await expect
    .poll(() => preferencesOf(portal, ada))
    .toMatchObject({
      wants: { reminders: true, lessons: false },
      firstReminder: 2_880,
      lastReminder: 30,
      saysWhen: true,
      quietFrom: 1_260,
      quietUntil: 480,
    });
  await expect(saved(page)).toBeVisible();
  await expectSound(page);

  await page.reload();
  await expect(page.getByLabel("What your coach calls you")).toHaveValue("Adalberta");
  await expect(page.getByLabel("Your time zone")).toHaveValue("Asia/Tokyo");
  await expect(page.getByRole("switch", { name: "Summaries and lessons" })).not.toBeChecked();
  await expect(page.getByRole("radio", { name: /^Day and hour/ })).toBeChecked();
  await expect(page.getByLabel("From", { exact: true })).toHaveValue("1260");
});

test("all of it works by keyboard", async ({ page, portal, context }) => {
  const ada = await inDatabase(portal, () => aClient());
  await signIn(context, portal, ada);
  await page.goto("/account");
  await page.getByLabel("Your time zone").focus();
  await page.keyboard.press("Tab");
  const reminders = page.getByRole("switch", { name: "Reminders" });
  await expect(reminders).toBeFocused();
  await expect(reminders).toHaveAccessibleDescription("Before a meeting, with the link to join");
  await page.keyboard.press("Space");
  await expect(reminders).not.toBeChecked();
  for (const name of ["Questions before a meeting", "Check-ins afterwards", "Summaries and lessons"]) {
    await page.keyboard.press("Tab");
    await expect(page.getByRole("switch", { name })).toBeFocused();
  }
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  await page.keyboard.press("ArrowDown");
  await expect(page.getByRole("radio", { name: /^Day and hour/ })).toBeChecked();
  await expect
    .poll(() => preferencesOf(portal, ada))
    .toMatchObject({ wants: { reminders: false, questions: true }, saysWhen: true });
});

test("when the line breaks, what was chosen stays and is tried again", async ({
  page,
  portal,
  context,
  problems,
}) => {
  const ada = await inDatabase(portal, () => aClient());
  await signIn(context, portal, ada);
  await page.goto("/account");
  await page.route("**/api/account/mail", (route) => route.abort());
  await page.getByRole("switch", { name: "Reminders" }).uncheck();
  await expect(page.getByRole("alert").filter({ hasText: "could not reach the portal" })).toBeVisible();
  await page.getByRole("switch", { name: "Check-ins afterwards" }).uncheck();
  await expect(page.getByText("The last change is not saved yet.")).toBeVisible();
  await expect(page.getByRole("switch", { name: "Reminders" })).not.toBeChecked();
  expect(await preferencesOf(portal, ada)).toMatchObject({ wants: { reminders: true, checkIns: true } });
  await expectSound(page);

  await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Sessions" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Stay on this page" }).click();
  await page.unroute("**/api/account/mail");
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(saved(page)).toBeVisible();
  await expect(page.getByRole("button", { name: "Try again" })).toBeHidden();
  await expect(page.getByRole("region", { name: "Mail" })).toBeFocused();
  expect(await preferencesOf(portal, ada)).toMatchObject({ wants: { reminders: false, checkIns: false } });
  problems.length = 0;
});

test("a name that cannot be kept is answered beside its field, and the rest is kept", async ({
  page,
  portal,
  context,
}) => {
  await signIn(context, portal, await inDatabase(portal, () => aClient({ name: "Ada" })));
  await page.goto("/account");
  const name = page.getByLabel("What your coach calls you");
  await name.fill(" ");
  await name.blur();
  await expect(name).toHaveAccessibleDescription("Please write a name. A first name will do.");
  await expect(name).toHaveAttribute("aria-invalid", "true");
  await expectSound(page);
  await page.getByLabel("Your time zone").selectOption("Asia/Tokyo");
  await expect(page.getByText(/^Tokyo time/)).toBeVisible();
  await page.getByRole("switch", { name: "Reminders" }).uncheck();
  await expect(page.getByText("The last change is not saved yet.")).toBeVisible();
  await expect(name).toHaveAttribute("aria-invalid", "true");
  await name.fill("Cleo");
  await name.blur();
  await expect(saved(page)).toBeVisible();
  await expect(name).not.toHaveAttribute("aria-invalid");
  await page.reload();
  await expect(name).toHaveValue("Cleo");
  await expect(page.getByLabel("Your time zone")).toHaveValue("Asia/Tokyo");
  await expect(page.getByRole("switch", { name: "Reminders" })).not.toBeChecked();
});

test("a coach chooses what the desk writes", async ({ page, portal, context }) => {
  const coach = await inDatabase(portal, () => aCoach({ name: "Sol", zone: "Europe/Berlin" }));
  await signIn(context, portal, coach);
  await page.goto("/coach");
  await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Account" }).click();
  await expect(page.getByLabel("Your name, as clients see it")).toHaveValue("Sol");
  await expect(page.getByText("in Berlin time (Europe/Berlin)")).toBeVisible();
  await expect(page.getByLabel("Your time zone")).toHaveCount(0);
  await expectSound(page);
  await page.getByRole("switch", { name: "What happens in your book" }).uncheck();
  await page.getByLabel("When the day ahead comes").selectOption("06:00");
  await page.getByLabel("Until").selectOption("20:00");
  await expect(page.getByText("The same hour twice: no hour is quiet.")).toBeVisible();
  await expect
    .poll(() => preferencesOf(portal, coach))
    .toMatchObject({ wants: { desk: false, overview: true }, overviewAt: 360, quietUntil: 1_200 });
  await expect(saved(page)).toBeVisible();
});

test("without scripts there is a button to save with", async ({ browser, portal, contextOptions }) => {
  const ada = await inDatabase(portal, () => aClient({ name: "Ada" }));
  const baseURL = portal.processes[0].url;
  const context = await browser.newContext({ ...contextOptions, baseURL, javaScriptEnabled: false });
  await signIn(context, portal, ada);
  const page = await context.newPage();
  await page.goto("/account");
  await page.getByRole("switch", { name: "Questions before a meeting" }).uncheck();
  await page.getByLabel("The first").selectOption("Half a day before");
  await page.getByRole("region", { name: "Mail" }).getByRole("button", { name: "Save" }).click();
  await expect(page).toHaveURL(/\/account\?kept$/);
  await expect(page.getByText("Your changes are saved.")).toBeVisible();
  expect(await preferencesOf(portal, ada)).toMatchObject({
    wants: { reminders: true, questions: false, lessons: true },
    firstReminder: 720,
    quietFrom: 1_200,
  });
  await expect(page.getByRole("switch", { name: "Questions before a meeting" })).not.toBeChecked();
  await page.getByLabel("What your coach calls you").fill("<b>");
  await page.getByRole("region", { name: "You" }).getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("That could not be saved, and nothing was changed.")).toBeVisible();
  await expect(page.getByLabel("What your coach calls you")).toHaveValue("Ada");
  await context.clearCookies();
  await page.getByRole("region", { name: "Mail" }).getByRole("button", { name: "Save" }).click();
  await expect(page).toHaveURL(/\/sign-in\?next=%2Faccount$/);
  await context.close();
});

for (const javaScriptEnabled of [true, false])
  test(`a letter's link ends mail of its kind and turns it on again, scripts ${javaScriptEnabled ? "on" : "off"}`, async ({
    browser,
    portal,
    contextOptions,
  }) => {
    const ada = await inDatabase(portal, () => aClient());
    const t = await inDatabase(portal, async () => offToken(ada.id, "checkIns"));
    const baseURL = portal.processes[0].url;
    const context = await browser.newContext({ ...contextOptions, baseURL, javaScriptEnabled });
    const page = await context.newPage();
    await page.goto(`/mail/off?t=${t}`);
    await expect(page.getByText("Check-ins afterwards")).toBeVisible();
    if (javaScriptEnabled) await expectSound(page);
    expect(await preferencesOf(portal, ada)).toMatchObject({ wants: { checkIns: true } });
    await page.getByRole("button", { name: "No more mail of this kind" }).click();
    await expect(page.getByRole("heading", { name: "Done" })).toBeVisible();
    if (javaScriptEnabled) await expectSound(page);
    expect((await preferencesOf(portal, ada)).wants).toEqual({
      reminders: true,
      questions: true,
      checkIns: false,
      lessons: true,
      desk: true,
      overview: true,
    });
    await page.reload();
    await page.getByRole("button", { name: "Turn it on again" }).click();
    await expect(page.getByRole("heading", { name: "It comes again" })).toBeVisible();
    expect(await preferencesOf(portal, ada)).toMatchObject({ wants: { checkIns: true } });
    await context.close();
  });

test("a link that was cut short says so, and leads to the account", async ({ page, portal, context }) => {
  const ada = await inDatabase(portal, () => aClient());
  const t = await inDatabase(portal, async () => offToken(ada.id, "reminders"));
  await page.goto(`/mail/off?t=${t.slice(0, -4)}`);
  await expect(page.getByRole("heading", { name: "This link is not whole" })).toBeVisible();
  await expectSound(page);
  await signIn(context, portal, ada);
  await page.getByRole("link", { name: "Go to your account" }).click();
  await expect(page).toHaveTitle("Account – Attune");
});

test("opening the address of a mail program's button changes nothing; pressing it does", async ({
  portal,
}) => {
  const ada = await inDatabase(portal, () => aClient());
  const t = await inDatabase(portal, async () => offToken(ada.id, "reminders"));
  const address = `${portal.processes[0].url}/api/mail/off?t=${t}`;
  for (const method of ["GET", "HEAD"]) expect((await fetch(address, { method })).status).toBe(405);
  expect(await preferencesOf(portal, ada)).toMatchObject({ wants: { reminders: true } });
  const body = new URLSearchParams({ "List-Unsubscribe": "One-Click" });
  expect((await fetch(address, { method: "POST", body, redirect: "error" })).status).toBe(200);
  expect(await preferencesOf(portal, ada)).toMatchObject({ wants: { reminders: false, questions: true } });
});
