import type { BrowserContext, Page } from "@playwright/test";
import { nameOf } from "#app/ui/questions/field-props.ts";
import { asSystem } from "#db/client.ts";
import { ensureIndividualJourney } from "#lib/journeys/ensure-individual.ts";
import { inNameOf, type Question } from "#lib/questions/question.ts";
import { shippedSets } from "#lib/questions/shipped-sets.ts";
import { expectAccessible, expectNoSidewaysScroll } from "#tests/support/accessible.ts";
import {
  aGuidanceHeld,
  aSessionToCome,
  aSharedReflection,
  beforeIt,
  calmAnswers,
  lastMinuteOfToday,
  zoneBeforeNoon,
} from "#tests/support/asked.ts";
import { expect, test } from "#tests/support/browser.ts";
import { codeIn, newestCodeMail } from "#tests/support/mailbox.ts";
import { aClient, aCoach, type Client, type Coach } from "#tests/support/people.ts";
import type { Portal } from "#tests/support/portal.ts";
import { inDatabase, signIn } from "#tests/support/signed-in.ts";

const saved = (page: Page) => page.getByRole("status").filter({ hasText: /^Saved today at \d\d:\d\d$/ });
const focus = (page: Page) => page.getByRole("textbox", { name: "What would make this conversation" });
const intention = (page: Page) => page.getByRole("textbox", { name: "Try your intention" });

async function expectSound(page: Page) {
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
}

async function aPreparation(portal: Portal) {
  return inDatabase(portal, async () => {
    const [ada, sol] = [await aClient({ name: "Ada" }), await aCoach({ name: "Sol" })];
    return { ada, path: `/sessions/${await aSessionToCome({ for: ada, with: sol })}/reflection` };
  });
}

async function open(context: BrowserContext, path: string) {
  const page = await context.newPage();
  await page.goto(path);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  return page;
}

test("one who is signed out in the middle signs in on the same page, and loses nothing", async ({
  portal,
  context,
  problems,
}) => {
  const { ada, path } = await aPreparation(portal);
  await signIn(context, portal, ada);
  const page = await open(context, path);
  await focus(page).fill("First.");
  await expect(saved(page)).toBeVisible();
  await context.clearCookies();
  await focus(page).fill("Half a thought.");
  const dialog = page.getByRole("dialog", { name: "Please sign in again" });
  await expect(dialog.getByText("Every word is still here")).toBeVisible();
  await expectSound(page);
  await page.keyboard.press("Escape");
  await page.getByRole("link", { name: "Account" }).click();
  await page.getByRole("button", { name: "Stay on this page" }).click();
  await expect(focus(page)).toHaveValue("Half a thought.");

  const ben = await inDatabase(portal, () => aClient());
  await signIn(context, portal, ben);
  await page.getByRole("button", { name: "What now?" }).click();
  await dialog.getByRole("button", { name: "try again" }).click();
  await expect(dialog.getByText("Somebody else is signed in here now")).toBeVisible();
  await dialog.getByLabel("Email").fill(ada.email);
  await dialog.getByRole("button", { name: "Send me the mail" }).click();
  await dialog.getByLabel("Code from the mail").fill(codeIn(await newestCodeMail(portal.mailbox, ada.email)));
  await expectSound(page);
  await dialog.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(dialog).toBeHidden();
  await expect(saved(page)).toBeVisible();
  await page.reload();
  await expect(focus(page)).toHaveValue("Half a thought.");
  problems.length = 0;
});

test("of two windows the later one sees both, and its writer chooses for each question", async ({
  portal,
  context,
  problems,
}) => {
  const { ada, path } = await aPreparation(portal);
  await signIn(context, portal, ada);
  const [page, phone] = [await open(context, path), await open(context, path)];
  await focus(phone).fill("From the phone.");
  await intention(phone).fill("To rest.");
  await expect(saved(phone)).toBeVisible();
  await focus(page).fill("From the desk.");
  const dialog = page.getByRole("dialog", { name: "You also wrote on another device" });
  await expect(dialog.getByText("From the phone.")).toBeVisible();
  await expect(dialog.getByText("From the desk.")).toBeVisible();
  const ofIntention = dialog.getByRole("group", { name: "Try your intention" });
  await expect(ofIntention.getByRole("radio", { name: "On the other device" })).toBeChecked();
  await expectSound(page);
  await dialog.getByRole("button", { name: "Keep what I chose" }).click();
  await expect(saved(page)).toBeVisible();
  await expect(intention(page)).toHaveValue("To rest.");
  await phone.reload();
  await expect(focus(phone)).toHaveValue("From the desk.");
  await expect(intention(phone)).toHaveValue("To rest.");

  await focus(phone).fill("Once more.");
  await expect(saved(phone)).toBeVisible();
  await intention(page).fill("To begin.");
  await expect(dialog).toBeVisible();
  await dialog.getByRole("button", { name: "Take all from there" }).click();
  await expect(focus(page)).toHaveValue("Once more.");
  await expect(intention(page)).toHaveValue("To rest.");
  problems.length = 0;
});

test("while the line is cut it is kept on the page, tried again, and saved; typing on does not put it off", async ({
  portal,
  context,
  problems,
}) => {
  const { ada, path } = await aPreparation(portal);
  await signIn(context, portal, ada);
  const page = await open(context, path);
  const asked = "**/api/reflections/asked";
  await page.route(asked, (route) => route.abort());
  await focus(page).fill("In a tunnel.");
  await expect(page.getByText("Not saved yet. It is tried again by itself.")).toBeVisible();
  await page.unroute(asked);
  await expect(saved(page)).toBeVisible();

  const first = page.waitForRequest(asked);
  await intention(page).pressSequentially("To stop bracing all the time, and so on.", { delay: 100 });
  const isStillTyping = (await intention(page).inputValue()).length;
  expect(
    ((await first).postDataJSON() as { answers: { intention: string } }).answers.intention.length,
  ).toBeLessThan(isStillTyping);
  await expect(saved(page)).toBeVisible();
  await page.reload();
  await expect(focus(page)).toHaveValue("In a tunnel.");
  await expect(intention(page)).toHaveValue("To stop bracing all the time, and so on.");
  problems.length = 0;
});

test("what one of a couple shows the other is that answer alone, until it is switched off", async ({
  portal,
  context,
  anotherPerson,
}) => {
  const { ada, ute, path } = await inDatabase(portal, async () => {
    const people = [await aClient({ name: "Ada" }), await aClient({ name: "Ute" })] as const;
    const sol = await aCoach({ name: "Sol" });
    const id = await aSessionToCome({ for: [...people], with: sol, kind: "couple" });
    return { ada: people[0], ute: people[1], path: `/sessions/${id}/reflection` };
  });
  await signIn(context, portal, ada);
  const hers = await anotherPerson();
  await signIn(hers, portal, ute);
  const [page, other] = [await open(context, path), await open(hers, path)];
  const show = page.getByRole("switch", { name: "Show this answer to Ute" });
  await expect(show).toHaveCount(2);
  await page.getByRole("textbox", { name: "Is there anything you don’t want raised" }).fill("Money.");
  await page.getByRole("textbox", { name: "What did your partner do" }).fill("Made tea.");
  await show.first().check();
  await expect(page.getByText("Ute can read it now.")).toBeVisible();
  await expectSound(page);
  await other.reload();
  await expect(other.getByText("Ada answered")).toHaveCount(1);
  await expect(other.getByText("Made tea.")).toBeVisible();
  expect(await other.content()).not.toContain("Money.");
  await expectSound(other);
  await show.first().uncheck();
  await expect(page.getByText("Off: Ute can’t see it.")).toHaveCount(2);
  await other.reload();
  await expect(other.getByText("Made tea.")).toHaveCount(0);
});

test("before its time there is nothing; afterwards what was written is read, and can be taken back", async ({
  page,
  portal,
  context,
  problems,
}) => {
  const hour = 3_600_000;
  const now = Date.now();
  const { ada, early, over } = await inDatabase(portal, async () => {
    const [ada, sol] = [await aClient({ name: "Ada" }), await aCoach({ name: "Sol" })];
    const pair = { for: ada, with: sol };
    const over = await aSessionToCome({ ...pair, start: now - 3 * hour });
    await aSharedReflection(ada, beforeIt(over), calmAnswers.preparation, { now: now - 5 * hour });
    return { ada, over, early: await aSessionToCome({ ...pair, start: now + 240 * hour }) };
  });
  await signIn(context, portal, ada);
  await page.goto(`/sessions/${early}/reflection`);
  await expect(page.getByRole("heading", { name: "There is nothing here" })).toBeVisible();
  problems.length = 0;
  await page.goto(`/sessions/${over}/reflection`);
  await expect(page.getByText(calmAnswers.preparation.focus)).toBeVisible();
  await expect(page.getByText("It can’t be changed any more.")).toBeVisible();
  await expect(page.getByRole("textbox")).toHaveCount(0);
  await expect(page.getByRole("radio")).toHaveCount(0);
  await expectSound(page);
  await page.getByRole("button", { name: "Take it back" }).click();
  await expect(page.getByText("Taken back. It was not opened.")).toBeVisible();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByText("Sol has not opened it yet.")).toBeVisible();
});

/** By keyboard alone, from where the page put the focus. */
async function fill(page: Page, question: Question) {
  const { key, type, text } = question;
  const field = page.locator(`[name="${nameOf(key)}"]`).first();
  for (let presses = 0; presses < 20; presses += 1) {
    if (await field.evaluate((element) => element === document.activeElement)) break;
    await page.keyboard.press("Tab");
  }
  await expect(field, text).toBeFocused();
  if (type === "long" || type === "short") await page.keyboard.type("A few words.");
  else await page.keyboard.press("Space");
}

async function next(page: Page) {
  const link = page.getByRole("link", { name: "Next", exact: true });
  for (let presses = 0; presses < 20; presses += 1) {
    if (await link.evaluate((element) => element === document.activeElement)) break;
    await page.keyboard.press("Tab");
  }
  await page.keyboard.press("Enter");
}

async function pathFor({ kind, day }: (typeof shippedSets)[number], pair: { for: Client; with: Coach }) {
  if (kind === "check_in" && day)
    return `/sessions/${await aGuidanceHeld({ ...pair, daysAgo: day + 1 })}/check-in/${day}`;
  if (kind === "guidance_day") {
    const start = lastMinuteOfToday(pair.for.zone);
    return `/sessions/${await aSessionToCome({ ...pair, kind: "guidance", start, minutes: 1 })}/today`;
  }
  if (kind === "couple") {
    const both = [pair.for, await aClient({ name: "Ute" })];
    return `/sessions/${await aSessionToCome({ ...pair, for: both, kind })}/reflection`;
  }
  if (kind === "screening") {
    await asSystem("two go a way", (tx) => ensureIndividualJourney(tx, pair.for.id, pair.with.id));
    return "/questions";
  }
  if (kind === "own" || kind === "check_in") throw new Error("No such set is shipped");
  return `/sessions/${await aSessionToCome({ ...pair, kind })}/reflection`;
}

test.describe("on a narrow phone", () => {
  test.use({ viewport: { width: 360, height: 740 } });

  // The three that come after months ask the same.
  const sets = new Map(shippedSets.map((set) => [JSON.stringify(set.questions), set]));
  for (const set of sets.values())
    test(`“${set.name}” is filled by keyboard alone, and fits`, async ({ page, portal, context }) => {
      test.slow();
      const { ada, path } = await inDatabase(portal, async () => {
        const [ada, sol] = [
          await aClient({ name: "Ada", zone: zoneBeforeNoon() }),
          await aCoach({ name: "Sol" }),
        ];
        return { ada, path: await pathFor(set, { for: ada, with: sol }) };
      });
      await signIn(context, portal, ada);
      await page.goto(path);
      await expect(page.locator(".asked--live")).toBeVisible();
      await expect(page.getByText(`1 of ${set.questions.length}`, { exact: true })).toBeVisible();
      for (const question of set.questions.map((one) => inNameOf("Sol", one))) {
        await fill(page, question);
        await expectNoSidewaysScroll(page);
        if (set.kind === "guidance") await expectAccessible(page, ["light"]);
        await next(page);
      }
      await expect(saved(page)).toBeVisible();
      await expectNoSidewaysScroll(page);
      // All of it on one page.
      await page.setViewportSize({ width: 800, height: 740 });
      await expectSound(page);
    });
});
