import type { Locator, Page } from "@playwright/test";
import { expectAccessible, expectNoSidewaysScroll } from "#tests/support/accessible.ts";
import { test } from "#tests/support/at-the-desk.ts";
import { expect } from "#tests/support/browser.ts";
import { aLesson } from "#tests/support/lessons.ts";
import { aClient, aCoach } from "#tests/support/people.ts";
import { inDatabase, signIn } from "#tests/support/signed-in.ts";

// The pages hold a frame, and axe reads each twice.
test.slow();

type Portal = Parameters<typeof inDatabase>[0];

const someLesson = (portal: Portal, body = ":::idea\nAs it came.\n:::\n") =>
  inDatabase(portal, () => aLesson({ body }));
const part = (page: Page, name: string) => page.getByRole("region", { name, exact: true });
const text = (within: Page | Locator, name = "Text") => within.getByRole("textbox", { name, exact: true });
const seen = (page: Page) => page.frameLocator("iframe[title='The lesson']");
const saved = (page: Page) => expect(page.getByText(/^Saved \d\d:\d\d$/)).toBeVisible({ timeout: 15_000 });

async function open(page: Page, id: string) {
  await page.goto(`/coach/lessons/${id}`);
  await expect(page.getByRole("toolbar").first()).toBeVisible();
}

async function isWide(page: Page) {
  return (page.viewportSize()?.width ?? 0) >= 1024;
}

async function expectSound(page: Page) {
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
}

test("a coach writes a part by keyboard alone, publishes, and a client reads it", async ({
  page,
  portal,
  anotherPerson,
}) => {
  const { id, slug } = await someLesson(portal);
  await open(page, id);
  await page.getByRole("button", { name: "Add a part after Idea" }).focus();
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: /^Exercise/ }).focus();
  await page.keyboard.press("Enter");
  await expect(part(page, "Exercise").getByLabel("Title")).toBeFocused();
  await page.keyboard.type("Two columns");
  await text(part(page, "Exercise"), "What to do").focus();
  const bold = part(page, "Exercise").getByRole("button", { name: "Bold" });
  await page.keyboard.press("ControlOrMeta+B");
  await expect(bold).toHaveAttribute("aria-pressed", "true");
  await page.keyboard.type("Slowly");
  await expect(bold).toHaveAttribute("aria-pressed", "true");
  await page.keyboard.press("ControlOrMeta+B");
  await page.keyboard.type(", take one moment.");
  await part(page, "Exercise").getByLabel("Label").focus();
  await page.keyboard.type("What I saw");
  await part(page, "Exercise").getByRole("button", { name: "Up Exercise" }).focus();
  await page.keyboard.press("Enter");
  await expect(part(page, "Exercise").getByRole("button", { name: "Up Exercise" })).toBeFocused();
  await expect(page.getByText("Exercise is now part 1 of 2.")).toBeAttached();
  await saved(page);
  await expectSound(page);

  await page.getByRole("button", { name: "Publish" }).press("Enter");
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByText(/What readers wrote stays theirs/)).toBeVisible();
  await dialog.getByRole("button", { name: "Publish" }).press("Enter");
  await expect(page.getByText("Published. Readers have it now.")).toBeVisible();

  const context = await anotherPerson();
  await signIn(context, portal, await inDatabase(portal, () => aClient()));
  const client = await context.newPage();
  await client.goto(`/lessons/${slug}`);
  await expect(client.getByRole("heading", { name: "Two columns" })).toBeVisible();
  await expect(client.locator("strong", { hasText: "Slowly" })).toBeVisible();
  await expect(client.getByText(/What I saw/).first()).toBeVisible();
});

test("what is not ready is said beside its part, and what is removed comes back", async ({
  page,
  portal,
}) => {
  const { id } = await someLesson(portal);
  await open(page, id);
  await page.getByRole("button", { name: "Add a part here" }).click();
  await page.getByRole("button", { name: /^Journal prompt/ }).click();
  await page.getByRole("button", { name: "Publish" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Publish" }).click();
  await expect(part(page, "Journal prompt").getByText(/^Nothing is written here yet/)).toBeVisible({
    timeout: 15_000,
  });
  await part(page, "Idea").getByRole("button", { name: "Remove Idea" }).click();
  await expect(part(page, "Idea")).toHaveCount(0);
  await page.getByRole("button", { name: "Undo" }).press("Enter");
  await expect(text(part(page, "Idea"))).toHaveText("As it came.");
  await saved(page);
  await page.getByRole("button", { name: "Let go of this draft" }).click();
  await expect(part(page, "Journal prompt")).toHaveCount(0);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(part(page, "Journal prompt")).toBeVisible();
  await saved(page);
});

test("of two who write at once the later one is told, sees both, and loses nothing", async ({
  page,
  portal,
  anotherPerson,
}) => {
  const { id } = await someLesson(portal);
  await open(page, id);
  const context = await anotherPerson();
  await signIn(context, portal, await inDatabase(portal, () => aCoach({ name: "Kim" })));
  const kim = await context.newPage();
  await open(kim, id);
  await expect(page.getByText("As readers have it")).toBeVisible();
  await text(part(kim, "Idea")).fill("From Kim.");
  await saved(kim);
  await text(part(page, "Idea")).fill("From Sergio.");
  await expect(page.getByText(/^Kim wrote here meanwhile/)).toBeVisible({ timeout: 15_000 });
  await expect(text(part(page, "Idea"))).toHaveText("From Sergio.");
  await page.getByText(/^Read what stands there/).click();
  await expect(page.getByRole("alert").getByText("From Kim.")).toBeVisible();
  await page.getByRole("button", { name: "Go on with theirs" }).click();
  await expect(text(part(page, "Idea"))).toHaveText("From Kim.");
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(text(part(page, "Idea"))).toHaveText("From Sergio.");
  await saved(page);
  await page.reload();
  await expect(text(part(page, "Idea"))).toHaveText("From Sergio.");
});

test("of rich text that is pasted only the words stay", async ({ page, portal }) => {
  const { id } = await someLesson(portal);
  await open(page, id);
  const area = text(part(page, "Idea"));
  await area.click();
  await page.keyboard.press("ControlOrMeta+A");
  await area.evaluate((element) => {
    const from = new DataTransfer();
    from.setData(
      "text/html",
      '<h1 style="color:red">Big</h1><img src=x onerror=alert(1)><script>alert(1)</script>',
    );
    from.setData("text/plain", "Big <script>alert(1)</script>\nand small");
    element.dispatchEvent(
      new ClipboardEvent("paste", { clipboardData: from, bubbles: true, cancelable: true }),
    );
  });
  await expect(area.getByRole("paragraph")).toHaveText(["Big <script>alert(1)</script>", "and small"]);
  await saved(page);
  await page.reload();
  await expect(text(part(page, "Idea")).getByRole("paragraph")).toHaveText([
    "Big <script>alert(1)</script>",
    "and small",
  ]);
});

test("the preview shows what is saved, by day and in the dark", async ({ page, portal }) => {
  const { id } = await someLesson(portal);
  await open(page, id);
  await text(part(page, "Idea")).fill("Seen at once.");
  await saved(page);
  if (!(await isWide(page))) await page.getByRole("radio", { name: "See it" }).check({ force: true });
  await expect(seen(page).getByText("Seen at once.")).toBeVisible();
  await expect(seen(page).locator("html")).toHaveCSS("color-scheme", "light");
  await page.getByRole("radio", { name: "In the dark" }).check({ force: true });
  await expect(seen(page).locator("html")).toHaveCSS("color-scheme", "dark");
  await expectSound(page);
});

test("a list, a link and a quote are made with the buttons", async ({ page, portal }) => {
  const { id } = await someLesson(portal);
  await open(page, id);
  const idea = part(page, "Idea");
  await text(idea).fill("One");
  await idea.getByRole("button", { name: "List", exact: true }).click();
  await expect(text(idea).getByRole("listitem")).toHaveText("One");
  await expect(idea.getByRole("button", { name: "List", exact: true })).toHaveAttribute(
    "aria-pressed",
    "true",
  );
  await idea.getByRole("button", { name: "Quote" }).click();
  await expect(text(idea).getByRole("blockquote")).toHaveText("One");
  await page.keyboard.press("ControlOrMeta+A");
  await idea.getByRole("button", { name: "Link" }).click();
  await page.getByLabel("Address").fill("javascript:alert(1)");
  await page.getByRole("button", { name: "Set the link" }).click();
  await expect(page.getByText(/^Please write an address/)).toBeVisible();
  await page.getByLabel("Address").fill("example.org");
  await page.getByRole("button", { name: "Set the link" }).click();
  await expect(text(idea).getByRole("link", { name: "One" })).toHaveAttribute("href", "https://example.org");
  await saved(page);
});

test("what the editor never sends is refused, and nothing of it is kept", async ({ page, portal }) => {
  const { id } = await someLesson(portal);
  await open(page, id);
  const send = async (root: object) => {
    const answer = await page.request.post(`/api/coach/lessons/${id}/draft`, {
      headers: { origin: new URL(page.url()).origin },
      data: {
        language: "en",
        revision: 0,
        version: 1,
        words: { title: "T", summary: "S", goal: "G" },
        blocks: [{ type: "idea", state: { root } }],
      },
    });
    return answer.status();
  };
  const paragraph = (part: object) => ({ type: "root", children: [{ type: "paragraph", children: [part] }] });
  const nested = (depth: number): object =>
    depth === 0
      ? { type: "text", text: "deep" }
      : { type: "list", listType: "bullet", children: [{ type: "listitem", children: [nested(depth - 1)] }] };
  expect(await send(paragraph({ type: "image", src: "x" }))).toBe(422);
  expect(await send(paragraph({ type: "link", url: "javascript:alert(1)", children: [] }))).toBe(422);
  expect(await send({ type: "root", children: [nested(500)] })).toBe(422);
  expect(await send(paragraph({ type: "text", text: "x".repeat(1_100_000) }))).toBe(422);
  await page.reload();
  await expect(page.getByText("As readers have it")).toBeVisible();
});
