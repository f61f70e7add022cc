import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { asSystem } from "#db/client.ts";
import { ensureIndividualJourney } from "#lib/journeys/ensure-individual.ts";
import { expectAccessible, expectFitsPhone } from "#tests/support/accessible.ts";
import { lastMinuteOfToday, zoneBeforeNoon } from "#tests/support/asked.ts";
import { test } from "#tests/support/at-the-desk.ts";
import { aBooking } from "#tests/support/bookings.ts";
import { expect } from "#tests/support/browser.ts";
import { aClient, aCoach, aType } from "#tests/support/people.ts";
import { inDatabase, signIn } from "#tests/support/signed-in.ts";

// Many pages, and axe reads each twice.
test.slow();

async function expectGood(page: Page) {
  await expectAccessible(page);
  await expectFitsPhone(page);
}

test("a client agrees topic by topic, is asked again, plans the day, and on the day sees little", async ({
  page,
  portal,
  browser,
}) => {
  const zone = zoneBeforeNoon();
  const { cleo, rui } = await inDatabase(portal, async () => {
    const [client, coach] = [
      await aClient({ name: "Cleo", zone }),
      await aCoach({ name: "Rui", zone, email: "rui@example.org" }),
    ];
    await asSystem("two go a way", (tx) => ensureIndividualJourney(tx, client.id, coach.id));
    return { cleo: client, rui: coach };
  });
  const at = { baseURL: portal.processes[0].url };
  const [hers, his] = await Promise.all([browser.newContext(at), browser.newContext(at)]);
  await signIn(hers, portal, cleo);
  await signIn(his, portal, rui);
  for (const context of [hers, his]) context.setDefaultTimeout(15_000);
  const [client, coach] = await Promise.all([hers.newPage(), his.newPage()]);

  await test.step("she agrees to two topics, each in her own name", async () => {
    await client.goto("/agreements");
    await expect(client.getByRole("heading", { name: "0 of 15 agreed" })).toBeVisible();
    await expectGood(client);
    await client
      .getByRole("link", { name: /^You follow the law|law/i })
      .first()
      .click();
    await expect(client.getByRole("heading", { level: 1 })).toHaveText("The law where you are");
    await client.getByLabel("Your name").fill("   ");
    await client.getByRole("button", { name: "I agree to this" }).click();
    await expect(client.getByText("Please type your name, as you sign with it.")).toBeVisible();
    await client.getByLabel("Your name").fill("Cleo Vance");
    await client.getByRole("button", { name: "Save" }).click();
    await expect(client.getByText("It is noted that you agree to this.", { exact: false })).toBeVisible();

    await client.goto("/agreements/touch");
    const touch = client.getByRole("group", { name: "What would you like about touch?" });
    for (const choice of await touch.getByRole("radio").all()) await expect(choice).not.toBeChecked();
    await expectGood(client);
    await touch.getByRole("radio", { name: /^Ask me each time/ }).check();
    await client.getByLabel("Anything else about touch").fill("Never my neck.");
    await client.getByLabel("Your name").fill("Cleo Vance");
    await client.getByRole("button", { name: "I agree to this" }).click();
    await expect(client.getByText("Never my neck.")).toBeVisible();
    await expectGood(client);
  });

  await test.step("the owner changes a text, and she is asked again", async () => {
    await page.goto("/coach/practice/agreements/law");
    await expect(page.getByText(/^\d+ (person is|people are) asked again once you publish/)).toBeVisible();
    await expectGood(page);
    const text = page.getByLabel("Text", { exact: true });
    await text.fill(`${await text.inputValue()}\n\nAsk if you are not sure.`);
    await page.getByRole("button", { name: "See it as clients will" }).click();
    await expect(page.getByRole("status").getByText("Ask if you are not sure.")).toBeVisible();
    await page.getByRole("button", { name: "Publish version 2" }).click();
    await expect(page.getByRole("button", { name: "Publish version 3" })).toBeVisible();

    await client.goto("/agreements");
    await expect(client.getByRole("heading", { name: "1 of 15 agreed" })).toBeVisible();
    await client.getByRole("listitem").filter({ hasText: "Text changed" }).getByRole("link").click();
    await expect(client.getByText(/^The text changed on/)).toBeVisible();
    await expect(client.getByText("Ask if you are not sure.")).toBeVisible();
    await expectGood(client);
    await client.getByLabel("Your name").fill("Cleo Vance");
    await client.getByRole("button", { name: "I agree to this" }).click();
    const signed = client.getByRole("region", { name: "What you signed" });
    await expect(signed.getByText(/version 2/)).toBeVisible();
    await expect(signed.getByText(/version 1/)).toBeVisible();
  });

  await test.step("she takes it back, thinks again, and gets a copy", async () => {
    await client.getByText("Take it back").click();
    await client.getByRole("button", { name: "Withdraw my agreement" }).click();
    await expect(client.getByRole("heading", { name: "If you want to agree to it again" })).toBeVisible();
    await expectGood(client);
    await client.getByRole("button", { name: "Undo withdrawing" }).click();
    await expect(client.getByText("It is noted that you agree to this.", { exact: false })).toBeVisible();

    await client.getByRole("link", { name: "All topics" }).click();
    await expect(client.getByRole("heading", { name: "2 of 15 agreed" })).toBeVisible();
    const [copy] = await Promise.all([
      client.waitForEvent("download"),
      client.getByRole("button", { name: "Get a copy" }).click(),
    ]);
    expect(copy.suggestedFilename()).toBe("agreements.html");
    const words = await readFile(await copy.path(), "utf8");
    for (const said of ["Cleo Vance", "Never my neck.", "version 1", "version 2"])
      expect(words).toContain(said);
  });

  await test.step("she writes her plan", async () => {
    await client.goto("/day-plan");
    await expectGood(client);
    await client.getByLabel("Whom may we call?").fill("Noa");
    await client.getByLabel("Their number").fill("12");
    await client.getByRole("radio", { name: "Somebody collects me" }).check();
    await client.getByRole("button", { name: "Save the plan" }).click();
    await expect(client.getByText("Please write the number with its digits.")).toBeVisible();
    await client.getByLabel("Their number").fill("+351 910 000 000");
    await client.getByRole("button", { name: "Save" }).click();
    await expect(client.getByText("Saved.")).toBeVisible();
    await expect(client.getByLabel("Whom may we call?")).toHaveValue("Noa");
    await expect(client.getByRole("radio", { name: "Somebody collects me" })).toBeChecked();
    await expectGood(client);
  });

  const bookingId = await inDatabase(portal, async () => {
    const type = await aType(rui, {
      ...{ kind: "guidance", name: "A day together", place: "Rua da Paz 4, Lisbon", offered: false },
    });
    return aBooking({ for: cleo, with: rui, type, start: lastMinuteOfToday(zone) });
  });

  await test.step("her first page tells her what is left to agree to, and of the plan no more", async () => {
    await client.goto("/sessions");
    const left = client.getByRole("region", { name: "Agreements with Rui" });
    await expect(left.getByText("13 topics are still open.", { exact: false })).toBeVisible();
    await expect(client.getByRole("heading", { name: "Your plan for the day" })).toBeHidden();
    await expectGood(client);
    await left.getByRole("link", { name: "Go on with them" }).click();
    await expect(client.getByRole("heading", { name: "2 of 15 agreed" })).toBeVisible();
  });

  await test.step("on the day she sees when, where, whom to call, and Support now", async () => {
    await client.goto(`/sessions/${bookingId}`);
    await expect(client.getByRole("heading", { level: 1, name: /^Arrive at / })).toBeVisible();
    const main = client.getByRole("main");
    await expect(main.getByText("Rua da Paz 4, Lisbon")).toBeVisible();
    await expect(main.getByRole("link", { name: "+351 910 000 000" })).toBeVisible();
    await expect(main.getByRole("heading")).toHaveCount(1);
    await expect(main.getByRole("link", { name: "Support now" })).toBeVisible();
    await expectGood(client);
    await main.getByRole("link", { name: /^Everything about this meeting/ }).click();
    await expect(client.getByRole("heading", { name: /^Arrive at / })).toBeHidden();
    await expect(client.getByRole("link", { name: /cancel/i }).first()).toBeVisible();
  });

  await test.step("her coach asks again while she is clear-headed, and can call her person", async () => {
    await coach.goto(`/coach/sessions/${bookingId}`);
    await expect(coach.getByText("Never my neck.", { exact: false })).toBeVisible();
    await expect(coach.getByText("+351 910 000 000")).toBeHidden();
    await expectGood(coach);
    await coach.getByRole("button", { name: "Asked again while clear-headed" }).click();
    const asked = coach.getByText(/^Asked again while clear-headed, at/);
    await expect(asked).toBeVisible();
    await coach.getByRole("button", { name: "Undo" }).click();
    await expect(asked).toBeHidden();
    await coach.getByRole("button", { name: "Asked again while clear-headed" }).click();
    await expect(asked).toBeVisible();
    await coach.getByRole("button", { name: "Show the number" }).click();
    await expect(coach.getByRole("link", { name: "Call +351 910 000 000" })).toBeVisible();
    await expectGood(coach);

    await coach.goto(`/coach/clients/${cleo.id}/agreements`);
    await expect(coach.getByText(/Chosen: Ask me each time/)).toBeVisible();
    await expectGood(coach);
  });
  await Promise.all([hers.close(), his.close()]);
});
