import type { Page } from "@playwright/test";
import { expectAccessible, expectFitsPhone, expectNoSidewaysScroll } from "#tests/support/accessible.ts";
import { test as atTheDesk } from "#tests/support/at-the-desk.ts";
import { expect } from "#tests/support/browser.ts";
import { allMail, codeIn, codeMail, newestCodeMail, newestMail } from "#tests/support/mailbox.ts";
import { type Portal, startPortal } from "#tests/support/portal.ts";
import { newAddress } from "#tests/support/visitor.ts";

// A second coach changes what everybody sees who books, so the practice is these tests' own.
const test = atTheDesk.extend<object, { portal: Portal }>({
  portal: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from the pattern what a fixture needs
    async ({}, use) => {
      const portal = await startPortal({ processes: 1 });
      await use(portal);
      await portal.stop();
    },
    { scope: "worker", timeout: 60_000 },
  ],
});

// Three people, and axe reads each page twice.
test.slow();

async function expectSound(page: Page) {
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  await expectFitsPhone(page);
}

async function invite(page: Page, name: string, email: string) {
  await page.getByLabel("What are they called?").fill(name);
  await page.getByLabel("Email").fill(email);
  await page.getByRole("button", { name: "Send the invitation" }).click();
}

/** Asks for a mail and types its code, as anybody does who comes in. */
async function comeIn(page: Page, portal: Portal, email: string) {
  const before = (await codeMail(portal.mailbox, email)).length;
  await page.goto("/sign-in");
  await page.getByLabel("Email").fill(email);
  await page.getByRole("button", { name: "Send me the mail" }).click();
  await page
    .getByLabel("Code from the mail")
    .fill(codeIn(await newestCodeMail(portal.mailbox, email, before + 1)));
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
}

async function openFirstConversation(page: Page) {
  await page.getByRole("link", { name: "Hours", exact: true }).click();
  await expect(page.getByText("Nobody can book yet")).toBeVisible();
  for (const day of ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday"]) {
    const hours = page.getByRole("group", { name: day, exact: true });
    await hours.getByRole("button", { name: "Add hours" }).click();
    await hours.getByLabel(`${day}, from`).fill("06:00");
    await hours.getByLabel(`${day}, until`).fill("22:00");
  }
  await page.getByRole("button", { name: "Save these hours" }).click();
  await expect(page.getByText("Saved", { exact: true })).toBeVisible();
  await page.getByRole("button", { name: "Change First conversation" }).click();
  const dialog = page.getByRole("dialog", { name: "First conversation" });
  await dialog.getByRole("checkbox", { name: /^Offered/ }).check();
  await dialog.getByRole("button", { name: "Save First conversation" }).click();
  await expect(dialog).toBeHidden();
}

test("the owner asks somebody to coach; they come, open a kind, and a visitor books whoever is free first", async ({
  page,
  portal,
  anotherPerson,
}) => {
  await page.goto("/coach");
  await page.getByRole("link", { name: "Practice" }).click();
  await expect(page).toHaveTitle("Practice – Attune");
  await expectSound(page);

  await invite(page, "Mara", "mara@example.org");
  await expect(page.getByLabel("Email")).toHaveAccessibleDescription(/A client comes here with this address/);
  await expect(page.getByLabel("Email")).toBeFocused();
  await expect(page.getByLabel("What are they called?")).toHaveValue("Mara");
  const address = newAddress();
  await invite(page, "Kim", address);
  await expect(page.getByText("The letter to Kim is on its way.")).toBeVisible();
  await expect(page.getByRole("region", { name: "Asked, and not here yet" })).toContainText(address);
  await expectSound(page);
  const letter = await newestMail(portal.mailbox, address);
  expect(letter.subject).toBe("A note from your portal");
  expect(letter.text).toContain("Sergio asks you to coach in this portal.");

  const kim = await (await anotherPerson()).newPage();
  await comeIn(kim, portal, address);
  await expect(kim).toHaveURL(/\/coach$/);
  await expect(kim.getByRole("link", { name: "Practice" })).toHaveCount(0);
  expect((await kim.request.get("/coach/practice")).status()).toBe(404);
  await openFirstConversation(kim);

  await page.reload();
  await expect(page.getByRole("region", { name: "Asked, and not here yet" })).toHaveCount(0);
  const row = page.getByRole("row").filter({ hasText: address });
  await expect(row).toContainText("Yes, one kind of session");

  const visitor = await (await anotherPerson()).newPage();
  await visitor.goto("/book");
  await visitor.getByRole("radio", { name: /^First conversation/ }).check();
  await expect(visitor.getByRole("radio", { name: /^First conversation/ })).toHaveCount(1);
  const whom = visitor.getByRole("group", { name: "With whom?" });
  await expect(whom.getByRole("radio", { name: /^Whoever is free first/ })).toBeChecked();
  await expect(whom.getByRole("radio")).toHaveCount(3);
  await expectSound(visitor);
  await whom.getByRole("radio", { name: /^Kim/ }).check();
  await expect(visitor.getByText("First conversation with Kim")).toBeVisible();
  await whom.getByRole("radio", { name: /^Whoever is free first/ }).check();
  await expect(visitor.getByText("First conversation with whoever is free first")).toBeVisible();
  const times = visitor.getByRole("group", { name: /^Times on/ }).getByRole("radio");
  await times.first().check({ force: true });
  const guest = newAddress();
  await visitor.getByLabel("What should we call you?").fill("Alex");
  await visitor.getByLabel("Email").fill(guest);
  await visitor.getByLabel("I am an adult.").check();
  await visitor.getByRole("button", { name: "Hold this time" }).click();
  // The demo's coach has a full week, and Kim an empty one.
  await expect(visitor.getByText("First conversation with Kim")).toBeVisible();
  await visitor.getByLabel("Code from the mail").fill(codeIn(await newestMail(portal.mailbox, guest)));
  await visitor.getByRole("button", { name: "Confirm this time" }).click();
  await expect(visitor).toHaveURL(/\/sessions\/[0-9a-f-]{36}$/);
  await expect(visitor.getByText(/^You meet Kim on/)).toBeVisible();

  await visitor.goto("/book");
  await visitor.getByRole("radio", { name: /^First conversation/ }).check();
  await expect(visitor.getByRole("group", { name: "With whom?" })).toHaveCount(0);
  await expect(visitor.getByText("First conversation with Kim")).toBeVisible();
});

test("an invitation is sent once more, and taken back", async ({ page, portal, anotherPerson }) => {
  const address = newAddress();
  await page.goto("/coach/practice");
  await invite(page, "Lee", address);
  await newestMail(portal.mailbox, address);
  await page.getByRole("button", { name: "Send once more to Lee" }).click();
  await expect(page.getByText("Sent", { exact: true })).toBeVisible();
  await newestMail(portal.mailbox, address, 2);
  await page.getByRole("button", { name: "Withdraw the invitation of Lee" }).click();
  const dialog = page.getByRole("dialog", { name: "Withdraw the invitation of Lee?" });
  await expect(dialog).toContainText("can no longer begin here");
  await expectSound(page);
  await dialog.getByRole("button", { name: "Keep it" }).click();
  await expect(page.getByText(address, { exact: true })).toBeVisible();
  await page.getByRole("button", { name: "Withdraw the invitation of Lee" }).click();
  await dialog.getByRole("button", { name: "Withdraw it" }).click();
  await expect(page.getByText(address)).toHaveCount(0);

  const lee = await (await anotherPerson()).newPage();
  await lee.goto("/sign-in");
  await lee.getByLabel("Email").fill(address);
  await lee.getByRole("button", { name: "Send me the mail" }).click();
  await expect(lee.getByRole("heading", { name: "Please look in your mail" })).toBeVisible();
  expect(await allMail(portal.mailbox, address)).toHaveLength(2);
});
