import type { Page } from "@playwright/test";
import { expectAccessible, expectNoSidewaysScroll } from "#tests/support/accessible.ts";
import {
  aGuidanceHeld,
  aReflection,
  aSessionToCome,
  aSharedReflection,
  beforeIt,
  calmAnswers,
} from "#tests/support/asked.ts";
import { test } from "#tests/support/at-the-desk.ts";
import { expect } from "#tests/support/browser.ts";
import { aClient, aCoach } from "#tests/support/people.ts";
import { inDatabase, signIn } from "#tests/support/signed-in.ts";

// Several pages, and axe reads each twice.
test.slow();

async function expectOneCall(page: Page) {
  const call = page.getByRole("main").locator(".button--act");
  await expect(call).toHaveCount(1);
  return call;
}

test("a client finds on their first page and beside each session what can be answered, and how far it has come", async ({
  page,
  portal,
  browser,
}) => {
  const { client, session, guidance } = await inDatabase(portal, async () => {
    const [ida, kim] = [await aClient({ name: "Ida", zone: "UTC" }), await aCoach({ name: "Kim" })];
    return {
      client: ida,
      session: await aSessionToCome({ for: ida, with: kim }),
      guidance: await aGuidanceHeld({ for: ida, with: kim, daysAgo: 8 }),
    };
  });
  const context = await browser.newContext({ baseURL: portal.processes[0].url });
  await signIn(context, portal, client);
  const theirs = await context.newPage();

  await theirs.goto("/sessions");
  const before = theirs.getByRole("region", { name: /^What would you like from / });
  await expect(before).toContainText("Only Kim reads what you write, and only once you share it.");
  await expect(await expectOneCall(theirs)).toHaveText("Open the questions");
  await expect(before.getByRole("link")).toHaveAttribute("href", `/sessions/${session}/reflection`);
  await expect(theirs.getByRole("region", { name: "How the week has been" })).toContainText(
    "About two minutes. Skip what you like.",
  );
  await expectAccessible(theirs);
  await theirs.setViewportSize({ width: 320, height: 640 });
  await expectNoSidewaysScroll(theirs);
  await theirs.setViewportSize({ width: 1280, height: 800 });

  await inDatabase(portal, () => aReflection(client, beforeIt(session), { focus: "How to begin." }));
  await theirs.reload();
  await expect(before).toContainText(/Saved (today|yesterday) at/);
  await before.getByRole("link", { name: "Go on where you were" }).click();
  await expect(theirs.getByRole("heading", { level: 1 })).toContainText("Before ");
  await expect(theirs.getByRole("textbox").first()).toHaveValue("How to begin.");

  await theirs.goto(`/sessions/${session}`);
  const steps = theirs.getByRole("region", { name: "What happens next" });
  await expect(steps.getByRole("listitem").first()).toContainText("A few questions, if you would like");
  await expect(steps.getByRole("link", { name: "Go on where you were" })).toBeVisible();
  await expectAccessible(theirs);

  await inDatabase(portal, () => aSharedReflection(client, beforeIt(session), calmAnswers.preparation));
  for (const path of ["/sessions", `/sessions/${session}`]) {
    await theirs.goto(path);
    await expect(theirs.getByText("Shared with Kim. Kim has not opened it yet.")).toBeVisible();
    await expect(theirs.getByRole("link", { name: "Look at what you shared" })).toBeVisible();
  }
  await theirs.goto("/sessions");
  await expect(await expectOneCall(theirs)).toHaveText("Open this meeting");

  await theirs.goto(`/sessions/${guidance}`);
  const checkIn = theirs.getByRole("region", { name: "How the week has been" });
  await expectAccessible(theirs);
  await checkIn.getByRole("link", { name: "Open the check-in" }).click();
  await expect(theirs.getByRole("heading", { level: 1, name: "How the week has been" })).toBeVisible();
  await context.close();

  await page.goto("/coach/questions");
  await expect(page.getByText("From three days before a preparation until it is over.")).toBeVisible();
});
