import type { Page } from "@playwright/test";
import { expectAccessible, expectNoSidewaysScroll } from "#tests/support/accessible.ts";
import { expect, test } from "#tests/support/browser.ts";
import { allMail, codeIn, linkIn, newestMail } from "#tests/support/mailbox.ts";
import { chooseTime, hold, newAddress, tellWho } from "#tests/support/visitor.ts";

test("a visitor holds a time and confirms it with the code", async ({ page, portal }) => {
  const address = newAddress();
  const start = await chooseTime(page, "Preparation");
  await tellWho(page, address);
  await hold(page);
  await expect(page.getByRole("heading", { name: "Please check your mail" })).toBeVisible();
  const asked = await newestMail(portal.mailbox, address);
  await page.getByLabel("Code from the mail").fill(codeIn(asked).toLowerCase());
  await page.getByRole("button", { name: "Confirm this time" }).click();
  await expect(page).toHaveURL(/\/sessions\/[0-9a-f-]{36}$/);

  const { attachments } = await newestMail(portal.mailbox, address, 2);
  const [invite] = attachments;
  expect(invite?.contentType).toContain("method=REQUEST");
  expect(invite?.text).toContain("METHOD:REQUEST");
  expect(invite?.text).toContain(`DTSTART:${start.replace(/[-:]|\.000/g, "")}`);
  const answer = await page.request.get(
    `/api/slots?type=${await typeId(page, "Preparation")}&from=${start.slice(0, 10)}&days=1&zone=UTC`,
  );
  expect((await answer.json()).days[0].starts).not.toContain(start);
});

test("the link in the mail confirms on a press, and not before", async ({ page, portal }) => {
  const address = newAddress();
  await chooseTime(page, "Integration", 1);
  await tellWho(page, address);
  await hold(page);
  const asked = await newestMail(portal.mailbox, address);
  await page.goto(linkIn(asked));
  expect(await allMail(portal.mailbox, address)).toHaveLength(1);
  await expectAccessible(page);
  await page.getByRole("button", { name: /confirm/i }).click();
  await expect(page).toHaveURL(/\/sessions\//);
  await newestMail(portal.mailbox, address, 2);
});

test("another browser must know the address before the link works there", async ({
  page,
  portal,
  anotherPerson,
}) => {
  const address = newAddress();
  await chooseTime(page, "Integration", 2);
  await tellWho(page, address);
  await hold(page);
  const asked = await newestMail(portal.mailbox, address);
  const other = await (await anotherPerson()).newPage();
  await other.goto(linkIn(asked));
  await other.getByLabel(/email|address/i).fill("somebody-else@example.org");
  await other.getByRole("button", { name: /confirm/i }).click();
  await expect(other.getByText("That is not the address this mail went to.")).toBeVisible();
  await other.getByLabel(/email|address/i).fill(address);
  await other.getByRole("button", { name: /confirm/i }).click();
  await expect(other).toHaveURL(/\/sessions\//);
});

test("a time that goes meanwhile is explained, and nothing typed is lost", async ({
  page,
  portal,
  anotherPerson,
}) => {
  const wanted = await chooseTime(page, "First conversation", 1);
  const address = newAddress();
  await tellWho(page, address);

  const rival = await (await anotherPerson()).newPage();
  expect(await chooseTime(rival, "First conversation", 1)).toBe(wanted);
  await tellWho(rival, newAddress());
  await hold(rival);
  await expect(rival).toHaveURL(/\/book\/held\//);

  await hold(page);
  await expect(page.getByRole("heading", { name: "That time has just gone" })).toBeFocused();
  await expect(page.getByLabel("What should Sergio call you?")).toHaveValue("Alex");
  await expect(page.getByLabel("Email")).toHaveValue(address);
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  expect(await allMail(portal.mailbox, address)).toEqual([]);

  await page.getByRole("group", { name: "The nearest free times" }).getByRole("radio").first().check();
  await page.getByRole("button", { name: "Hold the new time" }).click();
  await expect(page).toHaveURL(/\/book\/held\//);
  await newestMail(portal.mailbox, address);
});

test("what is missing is said beside its field, and the first one has the focus", async ({ page }) => {
  await page.goto("/book");
  await expectNoSidewaysScroll(page);
  await expectAccessible(page);
  await hold(page);
  await expect(page.getByText("Please choose a time.")).toBeVisible();
  await expect(page.getByLabel("What should Sergio call you?")).toHaveAccessibleDescription(
    /Please tell us what to call you/,
  );
  await expect(page.getByLabel("I am an adult.")).toHaveAccessibleDescription(/Sessions are for adults/);
  await expectAccessible(page);

  await page
    .getByRole("group", { name: /^Times on/ })
    .getByRole("radio")
    .first()
    .check({ force: true });
  await tellWho(page, "not an address");
  await hold(page);
  await expect(page.getByLabel("Email")).toHaveAccessibleDescription(/name@example\.org/);
  await expect(page.getByLabel("Email")).toBeFocused();
  await expect(page.getByLabel("Email")).toHaveValue("not an address");
});

test("what is agreed on together is asked for, and leads to a first conversation", async ({ page }) => {
  await page.goto("/book");
  await page.getByRole("radio", { name: /^Guidance/ }).check();
  await expect(page.getByText("This is something to ask for")).toBeVisible();
  await expect(page.getByRole("button", { name: "Hold this time" })).toHaveCount(0);
  await expectAccessible(page);
  await page.getByRole("button", { name: "Choose a first conversation" }).click();
  await expect(page.getByRole("radio", { name: /^First conversation/ })).toBeChecked();
});

test("a held time that is let go is free again, and the form still knows the name", async ({ page }) => {
  const start = await chooseTime(page, "First conversation", 3);
  await tellWho(page, newAddress());
  await hold(page);
  await expect(page.getByRole("heading", { name: "Please check your mail" })).toBeVisible();
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  await page.getByRole("button", { name: "Let this time go" }).click();
  await expect(page.getByLabel("What should Sergio call you?")).toHaveValue("Alex");
  expect(await chooseTime(page, "First conversation", 3)).toBe(start);
});

test("the first times are in the page before any script runs", async ({ page }) => {
  const html = await (await page.request.get("/book")).text();
  expect(html).toMatch(/<time dateTime="\d{4}-\d\d-\d\dT\d\d:\d\d:00\.000Z"/);
});

test("times are in the reader's own named zone, and it can be changed", async ({ page }) => {
  await page.goto("/book");
  await expect(page.getByText("Lisbon time (Europe/Lisbon)")).toBeVisible();
  await page.getByRole("button", { name: "Change zone" }).click();
  await page.getByLabel("Show times in").selectOption("America/New_York");
  await expect(page.getByText("New York time (America/New_York)")).toBeVisible();
  await page.reload();
  await expect(page.getByText("New York time (America/New_York)")).toBeVisible();
});

async function typeId(page: Page, kind: string): Promise<string> {
  const reader = await page.context().newPage();
  await reader.goto("/book");
  const id = await reader.getByRole("radio", { name: new RegExp(`^${kind}`) }).getAttribute("value");
  await reader.close();
  return id ?? "";
}
