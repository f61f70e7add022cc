import type { Page } from "@playwright/test";
import postgres from "postgres";
import { expectAccessible, expectNoSidewaysScroll } from "#tests/support/accessible.ts";
import { expect, test } from "#tests/support/browser.ts";
import { aClient } from "#tests/support/people.ts";
import type { Portal } from "#tests/support/portal.ts";
import { inDatabase, signIn } from "#tests/support/signed-in.ts";

const open = "/lessons/when-one-reaches";
const forClients = "/lessons/two-whole-people";
const forMentored = "/lessons/companion-for-professionals";

const part = (page: Page, name: string) => page.getByRole("region", { name, exact: true });

async function asClient(page: Page, portal: Portal) {
  const ada = await inDatabase(portal, () => aClient());
  await signIn(page.context(), portal, ada);
  return ada;
}

test("a visitor finds the lessons and reads the first one", async ({ page }) => {
  await page.goto("/");
  await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Lessons" }).click();
  await expect(page.getByRole("heading", { name: "Lessons", level: 1 })).toBeVisible();
  await expect(page.getByRole("link", { name: "Two Whole People" })).toHaveCount(0);
  await expectAccessible(page);
  await page.getByRole("link", { name: "When One Reaches and One Steps Back" }).click();
  await expect(page).toHaveTitle("Lesson 1 – Attune");
  await expect(page.getByRole("link", { name: "Leave this page quickly" })).toBeVisible();
  await expect(page.getByText("Clients can write here").first()).toBeVisible();
  await expect(page.getByRole("button", { name: "Keep my place here" })).toHaveCount(0);
  await expect(page.getByRole("button", { name: "Done for now" })).toHaveCount(0);
  await expectNoSidewaysScroll(page);
});

test("a lesson for others answers as one that is not there, byte for byte", async ({ page, portal }) => {
  const bytes = async (path: string) => {
    const answer = await page.request.get(path);
    const nonce = /'nonce-([^']+)'/.exec(answer.headers()["content-security-policy"] ?? "")?.[1] ?? "-";
    const slug = path.split("/").at(-1) ?? "-";
    return `${answer.status()} ${(await answer.text()).replaceAll(nonce, "").replaceAll(slug, "")}`;
  };
  const nowhere = "/lessons/no-such-lesson";
  expect(await bytes(forClients)).toBe(await bytes(nowhere));
  expect(await bytes(nowhere)).toMatch(/^404 .*Sign in/s);
  await asClient(page, portal);
  expect(await bytes(forMentored)).toBe(await bytes(nowhere));
  expect(await bytes(forClients)).toMatch(/^200 /);
});

test("a client says how they leave a lesson, takes it back, and finds it in the list", async ({
  page,
  portal,
}) => {
  await asClient(page, portal);
  await page.goto(forClients);
  const end = part(page, "That is the lesson.");
  const both = await Promise.all(
    ["Done for now", "Not for me today"].map((name) => end.getByRole("button", { name }).boundingBox()),
  );
  expect(both[0]?.height).toBe(both[1]?.height);
  await end.getByRole("button", { name: "Done for now" }).focus();
  await page.keyboard.press("Enter");
  await expect(end.getByText("You said that you are done for now.")).toBeVisible();
  await expect(end.getByRole("button", { name: "Undo" })).toBeFocused();
  await page.goto("/lessons");
  const row = page.getByRole("listitem").filter({ hasText: "Two Whole People" });
  await expect(row.getByText("Done for now")).toBeVisible();
  await row.getByRole("link", { name: "Two Whole People" }).click();
  await end.getByRole("button", { name: "Undo" }).click();
  await expect(end.getByText("Both are fine endings.")).toBeVisible();
  await page.reload();
  await end.getByRole("button", { name: "Not for me today" }).click();
  await expect(end.getByText("You set it aside.")).toBeVisible();
  await page.goto("/lessons");
  await expect(row.getByText("Set aside")).toBeVisible();
});

test("a double click says it once", async ({ page, portal }) => {
  await asClient(page, portal);
  await page.goto(forClients);
  const end = part(page, "That is the lesson.");
  await end.getByRole("button", { name: "Done for now" }).dblclick();
  await expect(end.getByText("You said that you are done for now.")).toBeVisible();
  await page.reload();
  await expect(end.getByRole("button", { name: "Undo" })).toBeVisible();
});

test("a client keeps their place, comes back to it, and lets it go", async ({ page, portal }) => {
  await asClient(page, portal);
  await page.goto(open);
  const journal = part(page, "For your journal");
  await journal.getByRole("button", { name: "Keep my place here" }).click();
  await expect(journal.getByRole("button", { name: "You kept your place here. Let it go" })).toBeFocused();
  await page.goto("/lessons");
  await page.getByRole("listitem").getByRole("link", { name: "For your journal" }).click();
  await expect(page).toHaveURL(/#ceiling$/);
  await expect(journal).toBeInViewport();
  await journal.getByRole("button", { name: "Let it go" }).click();
  await expect(journal.getByRole("button", { name: "Keep my place here" })).toBeVisible();
  await page.goto("/lessons");
  await expect(page.getByText("You kept your place at")).toHaveCount(0);
});

test("without a line the page says that nothing was kept", async ({ page, portal, problems }) => {
  await asClient(page, portal);
  await page.goto(open);
  await page.route("**/api/lessons/**", (route) => route.abort());
  const end = part(page, "That is the lesson.");
  await end.getByRole("button", { name: "Done for now" }).click();
  await expect(end.getByRole("alert")).toHaveText(/could not reach the portal/);
  await expectAccessible(page);
  problems.length = 0;
});

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });

  test("a client says how they leave a lesson and keeps their place", async ({ page, portal }) => {
    await asClient(page, portal);
    await page.goto(open);
    const end = part(page, "That is the lesson.");
    await end.getByRole("button", { name: "Not for me today" }).click();
    await expect(page).toHaveURL(/\/lessons\/when-one-reaches\?kept#end$/);
    await expect(end.getByText("You set it aside.")).toBeVisible();
    const journal = part(page, "For your journal");
    await journal.getByRole("button", { name: "Keep my place here" }).click();
    await expect(page).toHaveURL(/\?kept#ceiling$/);
    await expect(journal.getByRole("button", { name: "Let it go" })).toBeVisible();
  });
});

/** Every row that names this person. */
async function rowsAbout({ id }: { id: string }, portal: Portal) {
  const sql = postgres(portal.database.adminUrl, { max: 1, onnotice: () => {} });
  const tables = await sql<
    { name: string }[]
  >`select tablename as name from pg_tables where schemaname = 'public'`;
  const rows: string[] = [];
  for (const { name } of tables)
    for (const {
      row,
    } of await sql`select t::text as row from ${sql(name)} t where t::text like ${`%${id}%`}`)
      rows.push(`${name} ${row}`);
  await sql.end({ timeout: 5 });
  return rows.sort();
}

test("opening lessons keeps nothing, and an act of one's own does", async ({ page, portal }) => {
  const ada = await asClient(page, portal);
  const before = await rowsAbout(ada, portal);
  expect(before.length).toBeGreaterThan(0);
  for (const path of ["/lessons", open, forClients, `${open}?in=es`]) await page.goto(path);
  expect(await rowsAbout(ada, portal)).toEqual(before);
  await part(page, "That is the lesson.").getByRole("button", { name: "Not for me today" }).click();
  await expect(page.getByText("You set it aside.")).toBeVisible();
  expect((await rowsAbout(ada, portal)).length).toBeGreaterThan(before.length);
});

for (const colorScheme of ["light", "dark"] as const)
  test(`a lesson can be read by everybody, at any width, large and ${colorScheme}`, async ({
    page,
    portal,
  }) => {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await asClient(page, portal);
    for (const path of ["/lessons", open]) {
      await page.goto(path);
      await expectAccessible(page);
      for (const width of [360, 320, 640]) {
        await page.setViewportSize({ width, height: 800 });
        await expectNoSidewaysScroll(page);
      }
      // Text of twice the size, as a browser's own setting makes it.
      await page.evaluate(() => document.documentElement.style.setProperty("font-size", "200%"));
      await expectNoSidewaysScroll(page);
    }
  });

test("on paper stands the lesson and nothing that is pressed", async ({ page, portal }) => {
  await asClient(page, portal);
  await page.goto(open);
  await page.emulateMedia({ media: "print" });
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(part(page, "For your journal")).toBeVisible();
  for (const name of ["Keep my place here", "Done for now", "Sign out"])
    await expect(page.getByRole("button", { name }).first()).toBeHidden();
  for (const name of ["In this lesson", "Other lessons", "Main"])
    await expect(page.getByRole("navigation", { name })).toBeHidden();
});
