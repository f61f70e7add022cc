import type { BrowserContext, Locator, Page } from "@playwright/test";
import { expectAccessible, expectNoSidewaysScroll } from "#tests/support/accessible.ts";
import { expect, test } from "#tests/support/browser.ts";
import { aJourney } from "#tests/support/lessons.ts";
import { aClient, aCoach } from "#tests/support/people.ts";
import type { Portal } from "#tests/support/portal.ts";
import { inDatabase, signIn } from "#tests/support/signed-in.ts";

const lesson = "/lessons/when-one-reaches";
const loop = "Something to try Draw the loop";

async function aCouple(portal: Portal) {
  return inDatabase(portal, async () => {
    const coach = await aCoach({ name: "Sol" });
    const [jonas, ute] = [await aClient({ name: "Jonas" }), await aClient({ name: "Ute" })];
    await aJourney(coach, "couple", jonas, ute);
    return { coach, jonas, ute };
  });
}

const part = (page: Page, name: string) => page.getByRole("region", { name, exact: true });
const question = (page: Page) => part(page, "A shared question");
const journal = (page: Page) => part(page, "For your journal");
const words = (page: Page, name: string) => part(page, name).getByRole("textbox").first();
const saved = (page: Page, name: string) => part(page, name).getByText(/^Saved today at \d\d:\d\d$/);

/** Presses a button, again where it was so soon after another that it is taken for the same press. */
async function press(at: Locator, name: string, then: Locator) {
  await expect(async () => {
    if (!(await then.isVisible())) await at.getByRole("button", { name }).click({ timeout: 1_000 });
    await expect(then).toBeVisible({ timeout: 1_000 });
  }).toPass({ intervals: [700] });
}

async function open(context: BrowserContext, portal: Portal, person: { id: string }) {
  await signIn(context, portal, person);
  const page = await context.newPage();
  await page.goto(lesson);
  return page;
}

async function expectSound(page: Page) {
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
}

test("what a client writes is saved while they write, and there again", async ({ page, portal, context }) => {
  const ada = await inDatabase(portal, () => aClient());
  await signIn(context, portal, ada);
  await page.goto(lesson);
  await expect(journal(page).getByText("Only you can read this")).toBeVisible();
  await words(page, "For your journal").fill("Our evenings.\nThe kitchen.");
  await expect(saved(page, "For your journal")).toBeVisible();
  await page.getByLabel("What happened").fill("He looked at his phone.");
  await page.getByLabel("What I did").fill("I came nearer.");
  await expect(saved(page, loop)).toBeVisible();
  await expectSound(page);
  await page.reload();
  await expect(words(page, "For your journal")).toHaveValue("Our evenings.\nThe kitchen.");
  await expect(page.getByLabel("What I did")).toHaveValue("I came nearer.");
  await words(page, "For your journal").fill("");
  await page.getByLabel("What happened").focus();
  await expect(saved(page, "For your journal")).toBeVisible();
  await page.reload();
  await expect(words(page, "For your journal")).toHaveValue("");
});

test("the boxes of the loop are read one to four by keyboard alone", async ({ page, portal, context }) => {
  await signIn(context, portal, await inDatabase(portal, () => aClient()));
  await page.goto(lesson);
  await page.getByLabel("What happened").focus();
  for (const next of ["What I told myself", "What I did", "What my partner may have felt"]) {
    await page.keyboard.press("Tab");
    await expect(page.getByLabel(next)).toBeFocused();
  }
  await expect(page.getByLabel("What I did")).toHaveAccessibleDescription(/Came nearer/);
});

test("words in the three circles are drawn as they are written", async ({ page, portal, context }) => {
  await signIn(context, portal, await inDatabase(portal, () => aClient()));
  await page.goto("/lessons/two-whole-people");
  await page.getByLabel("Mine", { exact: true }).fill("Running");
  await expect(page.locator(".circles").getByText("Running")).toBeVisible();
  await expect(saved(page, "Something to try Mine, yours, ours")).toBeVisible();
  await expectSound(page);
  await page.reload();
  await expect(page.locator(".circles").getByText("Running")).toBeVisible();
  await page.emulateMedia({ media: "print" });
  await expect(page.getByLabel("Mine", { exact: true })).toBeHidden();
  await expect(page.locator(".on-print").getByText("Running")).toBeVisible();
});

test("a coach is shown what is shared, as it stood, until it is taken back", async ({
  page,
  portal,
  context,
  anotherPerson,
}) => {
  const { coach, jonas } = await aCouple(portal);
  const desk = await anotherPerson();
  await signIn(desk, portal, coach);
  const coachPage = await desk.newPage();
  const unfold = () =>
    coachPage.getByRole("list", { name: "Their path with you" }).locator("summary").click();
  const atDesk = `/coach/clients/${jonas.id}?show=lessons`;
  await coachPage.goto("/coach/clients");
  await coachPage.getByRole("link", { name: "Jonas", exact: true }).first().click();
  await coachPage.getByRole("navigation", { name: "What to show" }).getByText("Lessons").click();
  await expect(coachPage.getByText("You see what is shared from lessons")).toBeVisible();
  await expectSound(coachPage);

  await signIn(context, portal, jonas);
  await page.goto(lesson);
  const mine = journal(page);
  await words(page, "For your journal").fill("As it stood.");
  await mine.getByText("Share with Sol…").click();
  await mine.getByRole("button", { name: "Share with Sol" }).click();
  await expect(mine.getByText(/^Sol can read this as it stood on/)).toBeVisible();
  await expect(mine.getByText("You and Sol can read this")).toBeVisible();
  await coachPage.goto(atDesk);
  await unfold();
  await expect(coachPage.getByText("As it stood.", { exact: true })).toBeVisible();
  await expectSound(coachPage);

  await words(page, "For your journal").fill("Newer.");
  await expect(mine.getByText("Only you can read the newer words")).toBeVisible();
  await expectSound(page);
  await coachPage.reload();
  await expect(coachPage.getByText("Newer.")).toHaveCount(0);
  await press(mine, "Show the newer words", mine.getByText("You and Sol can read this"));
  await coachPage.reload();
  await unfold();
  await expect(coachPage.getByText("Newer.", { exact: true })).toBeVisible();

  await press(mine, "Take it back", mine.getByText("From now on they won’t see it here."));
  await coachPage.reload();
  await coachPage.getByRole("navigation", { name: "What to show" }).getByText("Lessons").click();
  await expect(coachPage.getByText("You see what is shared from lessons")).toBeVisible();
  await press(mine, "Undo", mine.getByText(/^Sol can read this as it stood on/));
  await coachPage.reload();
  await unfold();
  await expect(coachPage.getByText("Newer.", { exact: true })).toBeVisible();
});

test("a partner is shown an answer that is shared, and told nothing else", async ({
  page,
  portal,
  context,
  anotherPerson,
}) => {
  const { jonas, ute } = await aCouple(portal);
  const hers = await open(await anotherPerson(), portal, ute);
  // How the framework cuts what its own scripts read is another each time; what stands in it is looked through below.
  const bytes = async () => {
    const html = await (await hers.request.get(lesson)).text();
    expect(html.includes("I get busy."), "whether it tells what was written").toBe(isShared);
    return html.replace(/<script[\s\S]*?<\/script>|<!--.*?-->/g, "").replace(/nonce="[^"]*"/g, "");
  };
  let isShared = false;
  const before = await bytes();
  await expect(journal(hers).getByText("Share with your partner…")).toHaveCount(0);

  await signIn(context, portal, jonas);
  await page.goto(lesson);
  const mine = question(page);
  await words(page, "A shared question").fill("I get busy.");
  await expect(saved(page, "A shared question")).toBeVisible();
  await page.getByRole("button", { name: "Done for now" }).click();
  await expect(page.getByRole("button", { name: "Undo" })).toBeVisible();
  expect(await bytes()).toBe(before);

  await mine.getByText("Share with your partner…").click();
  await mine.getByRole("button", { name: "Share with Ute" }).click();
  await expect(mine.getByText(/^Ute can read this as it stood on/)).toBeVisible();
  // The twin: what is shared does change the page.
  isShared = true;
  expect(await bytes()).not.toBe(before);
  await hers.reload();
  await expect(question(hers).getByText("Jonas wrote")).toBeVisible();
  await expect(question(hers).getByText("I get busy.")).toBeVisible();
  await expectSound(hers);
  await press(mine, "Take it back", mine.getByText("From now on they won’t see it here."));
  await hers.reload();
  await expect(hers.getByText("Jonas wrote")).toHaveCount(0);
});

test("one who is signed out in the middle loses nothing", async ({ page, portal, context, problems }) => {
  const ada = await inDatabase(portal, () => aClient());
  await signIn(context, portal, ada);
  await page.goto(lesson);
  await expect(journal(page).getByText("Saved as you type.")).toBeVisible();
  await context.clearCookies();
  await words(page, "For your journal").fill("Half a thought.");
  await expect(page.getByRole("alert").filter({ hasText: "Please sign in first." })).toBeVisible();
  await expectSound(page);
  // Asked whether to leave all the same, they stay: the browser of a test says no.
  await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Lessons" }).click();
  await expect(words(page, "For your journal")).toHaveValue("Half a thought.");
  const ben = await inDatabase(portal, () => aClient());
  await signIn(context, portal, ben);
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "Somebody else is signed in" })).toBeVisible();
  await context.clearCookies();
  await signIn(context, portal, ada);
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(saved(page, "For your journal")).toBeVisible();
  await expect(words(page, "For your journal")).toHaveValue("Half a thought.");
  problems.length = 0;
});

test("while the line is broken it is tried again by itself", async ({ page, portal, context, problems }) => {
  await signIn(context, portal, await inDatabase(portal, () => aClient()));
  await page.goto(lesson);
  await expect(journal(page).getByText("Saved as you type.")).toBeVisible();
  await page.route("**/api/reflections", (route) => route.abort());
  await words(page, "For your journal").fill("In a tunnel.");
  await expect(journal(page).getByText(/^Not saved yet\. What you wrote is still here/)).toBeVisible();
  await page.unroute("**/api/reflections");
  await expect(saved(page, "For your journal")).toBeVisible();
  await page.reload();
  await expect(words(page, "For your journal")).toHaveValue("In a tunnel.");
  problems.length = 0;
});

for (const choice of ["Keep what I wrote here", "Take the other words"] as const)
  test(`of two pages that wrote at once the later one shows both: ${choice}`, async ({
    page,
    portal,
    context,
    problems,
  }) => {
    const ada = await inDatabase(portal, () => aClient());
    const phone = await open(context, portal, ada);
    await page.goto(lesson);
    await expect(journal(page).getByText("Saved as you type.")).toBeVisible();
    await words(phone, "For your journal").fill("From the phone.");
    await expect(saved(phone, "For your journal")).toBeVisible();
    await words(page, "For your journal").fill("From the desk.");
    const both = page.getByRole("alert").filter({ hasText: "You also wrote here on another device" });
    await expect(both.getByText("From the phone.")).toBeVisible();
    await expect(words(page, "For your journal")).toHaveValue("From the desk.");
    await expectSound(page);
    await page.getByRole("button", { name: choice }).click();
    await expect(both).toBeHidden();
    const kept = choice === "Keep what I wrote here" ? "From the desk." : "From the phone.";
    await expect(words(page, "For your journal")).toHaveValue(kept);
    if (kept === "From the desk.") await expect(saved(page, "For your journal")).toBeVisible();
    await phone.reload();
    await expect(words(phone, "For your journal")).toHaveValue(kept);
    problems.length = 0;
  });

test("without scripts all of it goes by buttons, and no word is lost", async ({
  browser,
  portal,
  contextOptions,
}) => {
  const { jonas } = await aCouple(portal);
  const baseURL = portal.processes[0].url;
  const context = await browser.newContext({ ...contextOptions, baseURL, javaScriptEnabled: false });
  const page = await open(context, portal, jonas);
  const phone = await open(context, portal, jonas);
  const mine = journal(page);
  await words(page, "For your journal").fill("First.");
  await mine.getByRole("button", { name: "Save" }).click();
  await expect(page).toHaveURL(/\/lessons\/when-one-reaches\?kept#ceiling$/);
  await expect(words(page, "For your journal")).toHaveValue("First.");
  await expect(saved(page, "For your journal")).toBeVisible();

  await words(phone, "For your journal").fill("From the phone.");
  await journal(phone).getByRole("button", { name: "Save" }).click();
  await expect(words(phone, "For your journal")).toHaveValue("First.\n\nFrom the phone.");
  await page.goto(lesson);

  await mine.getByText("Share with Sol…").click();
  await mine.getByRole("button", { name: "Share with Sol" }).click();
  await expect(mine.getByText(/^Sol can read this as it stood on/)).toBeVisible();
  await mine.getByRole("button", { name: "Take it back" }).click();
  await mine.getByRole("button", { name: "Undo" }).click();
  await expect(mine.getByText(/^Sol can read this as it stood on/)).toBeVisible();

  await words(page, "For your journal").fill("While signed out, <b> & all.");
  await context.clearCookies();
  await mine.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("heading", { name: "What you wrote is still here" })).toBeVisible();
  await expect(page.getByLabel("What you wrote")).toHaveValue("While signed out, <b> & all.");
  await signIn(context, portal, jonas);
  await page.getByRole("button", { name: "Save" }).click();
  await expect(words(page, "For your journal")).toHaveValue("While signed out, <b> & all.");
  await context.close();
});
