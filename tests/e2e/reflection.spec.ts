import type { Locator, Page } from "@playwright/test";
import { expectAccessible, expectNoSidewaysScroll } from "#tests/support/accessible.ts";
import { aSessionToCome } from "#tests/support/asked.ts";
import { expect, test } from "#tests/support/browser.ts";
import { aClient, aCoach } from "#tests/support/people.ts";
import { inDatabase, signIn } from "#tests/support/signed-in.ts";

const isPhone = (page: Page) => (page.viewportSize()?.width ?? 0) < 700;

/** By the key that everybody has. */
async function tabTo(page: Page, place: Locator) {
  await expect(place).toBeVisible();
  for (let presses = 0; presses < 80; presses += 1) {
    if (await place.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error("It cannot be reached by keyboard");
}

async function pressOn(page: Page, place: Locator) {
  await tabTo(page, place);
  await page.keyboard.press("Enter");
}

const asked = (page: Page, question: string) => page.getByRole("textbox", { name: question });
const link = (page: Page, name: string) => page.getByRole("link", { name, exact: true });

/** On a phone to the next screen; a page has them all. */
async function next(page: Page, times = 1) {
  if (!isPhone(page)) return;
  for (let time = 0; time < times; time += 1) await pressOn(page, link(page, "Next"));
}

async function expectSound(page: Page) {
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
}

test("by keyboard alone a client answers, is met where it matters, shares, and takes it back", async ({
  page,
  portal,
  context,
}) => {
  const { ada, id } = await inDatabase(portal, async () => {
    const [ada, sol] = [await aClient({ name: "Ada" }), await aCoach({ name: "Sol" })];
    return { ada, id: await aSessionToCome({ for: ada, with: sol }) };
  });
  await signIn(context, portal, ada);
  await page.goto(`/sessions/${id}/reflection`);
  await expect(page.getByRole("heading", { level: 1, name: /^Before \w+day$/ })).toBeVisible();
  await expectSound(page);
  await tabTo(page, asked(page, "What would make this conversation worth your time?"));
  await page.keyboard.type("A first step.");
  await expect(page.getByRole("status").filter({ hasText: /^Saved today at \d\d:\d\d$/ })).toBeVisible();

  await next(page);
  const why = asked(page, "What is drawing you to this work");
  if (isPhone(page)) {
    await expect(why).toBeFocused();
    await expect(page).toHaveURL(/#q-why_now$/);
    await page.reload();
    await expect(why).toBeVisible();
    await page.goBack();
    await expect(asked(page, "What would make this conversation")).toHaveValue("A first step.");
    await page.goForward();
    await pressOn(page, page.getByRole("link", { name: "Skip: What is drawing you to this work" }));
    await expect(asked(page, "Try your intention")).toBeFocused();
    await expectSound(page);
  }
  await next(page, 2);
  const steadiness = page.getByRole("group", { name: "Over the past week, how steady" });
  await tabTo(page, steadiness.getByRole("radio", { name: "0 not at all" }));
  for (let presses = 0; presses < 4; presses += 1) await page.keyboard.press("ArrowRight");
  await expect(steadiness.getByRole("radio", { name: "4" })).toBeChecked();
  await next(page, 2);

  const mind = page.getByRole("checkbox", { name: "My mental health" });
  await tabTo(page, mind);
  const support = page.getByRole("group", { name: "Support now" });
  await expect(support).toBeHidden();
  await page.keyboard.press("Space");
  await expect(support.getByRole("link", { name: "Open Support now" })).toBeVisible();
  await expectSound(page);

  await next(page, 4);
  await tabTo(page, asked(page, "What would you like to ask me"));
  await next(page);
  const preview = page.locator("form dl:visible");
  await expect(preview.getByText("A first step.")).toBeVisible();
  await expect(preview.getByText("My mental health")).toBeVisible();
  await expect(preview.getByText("Left blank")).toBeVisible();
  await expectSound(page);
  await page.emulateMedia({ media: "print" });
  await expect(preview.getByText("A first step.")).toBeVisible();
  await expect(page.getByRole("textbox")).toHaveCount(0);
  await page.emulateMedia({ media: "screen" });
  await next(page);
  await expectSound(page);
  await pressOn(page, page.getByRole("button", { name: "Share with Sol" }));
  await expect(page.getByText("Sol has not opened it yet.")).toBeVisible();
  await expectSound(page);

  await pressOn(page, page.getByRole("button", { name: "Take it back" }));
  await expect(
    page.getByText("It was not opened. All your words are kept here, for you alone."),
  ).toBeVisible();
  await pressOn(page, page.getByRole("button", { name: "Undo" }));
  await expect(page.getByText("Sol has not opened it yet.")).toBeVisible();
  await pressOn(page, page.getByRole("button", { name: "Take it back" }));

  const later = page.getByRole("radio", { name: /^On \w+day \d+ \w+ at \d\d:\d\d/ });
  await tabTo(page, page.getByRole("radio", { name: /^Now/ }));
  await page.keyboard.press("ArrowDown");
  await expect(later).toBeChecked();
  await expect(page.getByRole("textbox", { name: "Hour", exact: true })).toBeVisible();
  await expectSound(page);
  await pressOn(page, page.getByRole("button", { name: "Share with Sol" }));
  await expect(
    page.getByText(/Sol can read it from \w+day \d+ \w+, \d\d:\d\d on, and not before\./),
  ).toBeVisible();
  await pressOn(page, link(page, "Save and leave"));
  await expect(page).toHaveURL(new RegExp(`/sessions/${id}$`));
});

test("what is wanted is named, with a way there, and sharing waits for it", async ({
  page,
  portal,
  context,
}) => {
  const { ada, id } = await inDatabase(portal, async () => {
    const [ada, sol] = [await aClient({ name: "Ada" }), await aCoach({ name: "Sol" })];
    return { ada, id: await aSessionToCome({ for: ada, with: sol, kind: "mentorship" }) };
  });
  await signIn(context, portal, ada);
  await page.goto(`/sessions/${id}/reflection#share`);
  await expect(page.getByText("Before you can share, three answers are wanted:")).toBeVisible();
  await expect(page.getByRole("button", { name: "Share with Sol" })).toBeHidden();
  await expectSound(page);
  await page.getByRole("link", { name: "Have you taken out names" }).click();
  const names = page.getByRole("group", { name: "Have you taken out names" });
  await expect(names).toBeFocused();
  await names.getByRole("radio", { name: "No" }).check();
  await page.getByText("Saved today at").waitFor();
  await page.reload();
  await expect(names.getByRole("radio", { name: "No" })).toBeChecked();
  await page.goto(`/sessions/${id}/reflection#share`);
  await expect(page.getByText("Sharing waits until this is so.")).toBeVisible();
});
