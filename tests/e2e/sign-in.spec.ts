import type { Page } from "@playwright/test";
import { everyRow } from "#tests/auth/every-row.ts";
import { expectAccessible, expectNoSidewaysScroll } from "#tests/support/accessible.ts";
import { expect, test } from "#tests/support/browser.ts";
import { codeIn, linkIn, newestCodeMail } from "#tests/support/mailbox.ts";

/* Each journey is made by another person of the demo practice: an address is written to once a minute. */

const signInButton = (page: Page) => page.getByRole("button", { name: "Sign in", exact: true });
const codeField = (page: Page) => page.getByLabel("Code from the mail");

async function ask(page: Page, email: string) {
  await page.goto("/sign-in");
  await page.getByLabel("Email").fill(email);
  await page.getByRole("button", { name: "Send me the mail" }).click();
  await expect(page.getByRole("heading", { name: "Please look in your mail" })).toBeFocused();
}

async function expectSound(page: Page) {
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
}

test("a client signs in with the link, and signs out", async ({ page, portal }) => {
  await page.goto("/sign-in");
  await expectSound(page);
  await ask(page, "mara@example.org");
  await expectSound(page);
  await page.goto(linkIn(await newestCodeMail(portal.mailbox, "mara@example.org")));
  await expect(page.getByRole("heading", { name: "One press, and you are in" })).toBeVisible();
  await expect(page.getByText("m…@example.org")).toBeVisible();
  await expect(page).toHaveURL(/\/sign-in\/confirm$/);
  await expectSound(page);
  await signInButton(page).click();
  await expect(page).toHaveURL(/\/sessions$/);

  const kept = await page.context().cookies();
  expect(kept.find(({ name }) => name === "attune")).toMatchObject({
    httpOnly: true,
    sameSite: "Lax",
    path: "/",
    expires: -1,
  });
  await page.goto("/sign-in");
  await expect(page).toHaveURL(/\/sessions$/);

  await page.getByRole("button", { name: "Sign out" }).click();
  await expect(page).toHaveURL(/\/$/);
  await expect(page.getByRole("link", { name: "Sign in", exact: true })).toBeVisible();
  expect(await page.context().cookies()).toEqual([]);
  await page.goto("/sessions");
  await expect(page).toHaveURL(/\/sign-in\?next=%2Fsessions$/);
});

test("the coach signs in on another device with the code, after one that does not fit", async ({
  page,
  portal,
}) => {
  await page.goto("/coach");
  await expect(page).toHaveURL(/\/sign-in\?next=%2Fcoach$/);
  await page.getByRole("button", { name: "Sergio, coach" }).click();
  await expect(page.getByLabel("Email")).toHaveValue("coach@example.org");
  await page.getByRole("button", { name: "Send me the mail" }).click();
  const code = codeIn(await newestCodeMail(portal.mailbox, "coach@example.org"));

  await codeField(page).fill("BBB BBB");
  await signInButton(page).click();
  await expect(page.getByRole("heading", { name: "Let’s try that once more" })).toBeVisible();
  await expect(codeField(page)).toHaveAccessibleDescription(/not the code in our newest mail/);
  await expect(codeField(page)).toHaveValue("BBB BBB");
  await expectSound(page);

  await page.getByRole("button", { name: "Send a new mail" }).click();
  await expect(page.getByText("We wrote less than a minute ago.")).toBeVisible();
  await page.getByLabel("Keep me signed in").check();
  await codeField(page).fill(`${code.slice(0, 3)} ${code.slice(3).toLowerCase()}`);
  await codeField(page).press("Enter");
  await expect(page).toHaveURL(/\/coach$/);
});

test("in another browser the link asks for its address first", async ({ page, portal, anotherPerson }) => {
  await ask(page, "jonas@example.org");
  const link = linkIn(await newestCodeMail(portal.mailbox, "jonas@example.org"));
  const other = await (await anotherPerson()).newPage();
  await other.goto(link);
  const address = other.getByLabel("The address this mail came to");
  await expect(address).toBeVisible();
  await expectSound(other);
  await address.fill("mara@example.org");
  await signInButton(other).click();
  await expect(address).toHaveAccessibleDescription(/not the address this mail went to/);
  await expect(address).toHaveValue("mara@example.org");
  await address.fill("Jonas@example.org ");
  await signInButton(other).click();
  await expect(other).toHaveURL(/\/sessions$/);

  await page.goto(link);
  await expect(
    page.getByRole("heading", { name: "This link does not open anything any more" }),
  ).toBeVisible();
  await expectSound(page);
});

test("a mail scanner opens the link twenty times and changes nothing; then the person gets in", async ({
  page,
  portal,
  anotherPerson,
  playwright,
}) => {
  await ask(page, "ute@example.org");
  const link = linkIn(await newestCodeMail(portal.mailbox, "ute@example.org"));
  const before = await settledRows(portal.database.adminUrl);

  const scanner = await playwright.request.newContext();
  for (let time = 0; time < 20; time++) {
    const looked = time % 2 ? await scanner.head(link) : await scanner.get(link);
    expect(looked.status()).toBe(200);
    expect(looked.headersArray().filter(({ name }) => name.toLowerCase() === "set-cookie")).toEqual([]);
  }
  const robot = await (await anotherPerson()).newPage();
  for (let time = 0; time < 3; time++) {
    await robot.goto(link);
    await expect(robot.getByLabel("The address this mail came to")).toBeVisible();
  }
  expect(await everyRow(portal.database.adminUrl)).toEqual(before);

  await page.goto(link);
  await signInButton(page).click();
  await expect(page).toHaveURL(/\/sessions$/);
  expect(await everyRow(portal.database.adminUrl), "twin: a press is seen").not.toEqual(before);
});

/** All rows, once the worker has written down that the mail went out. */
async function settledRows(adminUrl: string) {
  for (;;) {
    const rows = await everyRow(adminUrl);
    await new Promise((resolve) => setTimeout(resolve, 500));
    if (JSON.stringify(rows) === JSON.stringify(await everyRow(adminUrl))) return rows;
  }
}

test("nobody is told whether an address is known", async ({ page }) => {
  await ask(page, "nobody@example.org");
  await expect(page.getByText("If nobody@example.org is known here, a mail is on its way.")).toBeVisible();
  await page.getByRole("button", { name: "use another address" }).click();
  await expect(page.getByLabel("Email")).toHaveValue("nobody@example.org");
});

test("something that is no address is said beside its field, and stays there", async ({ page }) => {
  await page.goto("/sign-in");
  await page.getByLabel("Email").fill("mara at example");
  await page.getByRole("button", { name: "Send me the mail" }).click();
  await expect(page.getByLabel("Email")).toHaveAccessibleDescription(/It should look like name@example\.org/);
  await expect(page.getByLabel("Email")).toHaveValue("mara at example");
  await expectSound(page);
});

test("a link that has rested too long offers a new mail", async ({ page }) => {
  await page.goto("/sign-in/confirm?t=nothing");
  await expect(
    page.getByRole("heading", { name: "This link does not open anything any more" }),
  ).toBeVisible();
  await page.goto("/sign-in/confirm");
  await expect(page.getByRole("heading", { name: "Please open the link once more" })).toBeVisible();
  await expectSound(page);
});

test("when a mail has rested too long, the page says so and sends another", async ({ page }) => {
  await page.clock.install();
  await ask(page, "mara@example.org");
  await page.clock.fastForward("10:01");
  await expect(page.getByRole("heading", { name: "This mail has rested too long" })).toBeVisible();
  await expectSound(page);
  await page.clock.resume();
  await page.getByRole("button", { name: "Send a new mail" }).click();
  await expect(page.getByText("A new mail is on its way")).toBeVisible();
  await expect(codeField(page)).toBeVisible();
  await expectSound(page);
});

test("next-auth works inside; none of its own doors is open", async ({ request, baseURL }) => {
  const email = "mara@example.org";
  for (const door of ["session", "csrf", "providers", "_log", "error", "signin/email", "callback/email"]) {
    const path = `/api/auth/${door}`;
    expect((await request.get(`${path}?callbackUrl=javascript:1&token=x&email=${email}`)).status()).toBe(404);
    const posted = await request.post(path, { data: { email }, headers: { origin: baseURL ?? "" } });
    expect([404, 405]).toContain(posted.status());
  }
});
