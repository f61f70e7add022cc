import type { Page } from "@playwright/test";
import { expectAccessible, expectFitsPhone, expectNoSidewaysScroll } from "#tests/support/accessible.ts";
import { test } from "#tests/support/at-the-desk.ts";
import { expect } from "#tests/support/browser.ts";
import { newestMail } from "#tests/support/mailbox.ts";
import { demoCoach } from "#tests/support/signed-in.ts";

async function expectSound(page: Page) {
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  await expectFitsPhone(page);
}

test("what the owner checks is what a visitor sees, and what they hide or remove is not", async ({
  page,
  anotherPerson,
}) => {
  const visitor = await (await anotherPerson()).newPage();
  await visitor.goto("/support");
  await visitor.getByRole("radio", { name: "United States" }).check();
  await expect(visitor.getByRole("heading", { name: "988 Suicide & Crisis Lifeline" })).toBeVisible();
  await expect(visitor.getByText("Fireside Project")).toHaveCount(0);

  await page.goto("/coach/practice");
  await page.getByRole("link", { name: "Lines of Support now" }).click();
  await expectSound(page);
  const peers = page.getByRole("listitem").filter({ hasText: "Fireside Project" });
  await expect(peers.getByText("Hidden", { exact: true })).toBeVisible();
  await peers.getByRole("link", { name: "Change" }).click();

  await page
    .getByLabel("Address of the page")
    .or(page.getByLabel("Number").first())
    .fill("javascript:alert(1)");
  await page.getByRole("button", { name: "Save this line" }).click();
  await expect(page.getByText("Please write the number in digits, as it is dialled.")).toBeVisible();
  await page.getByLabel("Number").first().fill("623 473 7433");
  await expect(page.getByRole("link", { name: "Call 623 473 7433" })).toBeVisible();
  await page.getByLabel("When they are there").fill("Most days, free.");
  await expectSound(page);
  await page.getByLabel("I checked all of this today").check();
  await page.getByRole("button", { name: "Save this line" }).click();
  await expect(peers.getByText("Shown", { exact: true })).toBeVisible();

  await visitor.reload();
  const hard = visitor.getByRole("region", { name: "Hard, but not an emergency" });
  await expect(hard.getByRole("link", { name: "Call 623 473 7433" })).toHaveAttribute(
    "href",
    "tel:6234737433",
  );
  await expect(hard.getByText("Most days")).toHaveCount(0);
  await expectSound(visitor);

  await peers.getByRole("button", { name: "Hide" }).click();
  await expect(peers.getByRole("status")).toHaveText("Hidden");
  await visitor.reload();
  await expect(visitor.getByText("Fireside Project")).toHaveCount(0);
  await peers.getByRole("button", { name: "I checked it today" }).click();
  await expect(peers.getByText("Shown", { exact: true })).toBeVisible();

  await peers.getByRole("button", { name: "Remove" }).click();
  await expect(page.getByText("Fireside Project is removed.")).toBeVisible();
  await visitor.reload();
  await expect(visitor.getByText("Fireside Project")).toHaveCount(0);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(peers.getByText("Shown", { exact: true })).toBeVisible();
  await visitor.reload();
  await expect(visitor.getByText("Fireside Project")).toBeVisible();

  await page.getByRole("link", { name: "Add a line" }).click();
  await page.getByLabel("Name").fill("A line of ours");
  await page.getByRole("button", { name: "Save this line" }).click();
  await expect(page.getByRole("alert").or(page.getByText("Please say what happens")).first()).toBeVisible();
  await expect(page.getByLabel("Name")).toHaveValue("A line of ours");
});

test("the owner sees how the portal is, and sends themselves a test", async ({ page, portal }) => {
  await page.goto("/coach/practice");
  await expect(page.getByText("No backups are known here.")).toBeVisible();
  await expectSound(page);
  await page.getByRole("button", { name: "Send a test mail to myself" }).click();
  await expect(page.getByText(/^The mail service took it at/)).toBeVisible({ timeout: 15_000 });
  expect((await newestMail(portal.mailbox, demoCoach.email)).text).toContain("the test that you asked for");
});
