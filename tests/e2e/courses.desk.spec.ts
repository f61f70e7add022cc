import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { addCourse } from "#lib/lessons/authoring/courses.ts";
import { openDraft, saveDraft } from "#lib/lessons/authoring/drafts.ts";
import { exportCourse } from "#lib/lessons/authoring/export.ts";
import { addLesson } from "#lib/lessons/authoring/new-lesson.ts";
import { orderLessons } from "#lib/lessons/authoring/order.ts";
import { publishDraft } from "#lib/lessons/authoring/publish.ts";
import { listShelf } from "#lib/lessons/authoring/shelf.ts";
import { expectAccessible, expectNoSidewaysScroll } from "#tests/support/accessible.ts";
import { test } from "#tests/support/at-the-desk.ts";
import { expect } from "#tests/support/browser.ts";
import type { Portal } from "#tests/support/portal.ts";
import { demoCoach, inDatabase } from "#tests/support/signed-in.ts";

// The pages are long, and axe reads each twice.
test.slow();

async function expectSound(page: Page) {
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
}

const words = (title: string) => ({ title, summary: "What it is.", goal: "What for." });
const body = (said: string) => `:::idea\n${said}\n:::\n`;

/** A course of its own, its lessons published by the coach. */
async function aCourse(portal: Portal, title: string, lessons: string[]) {
  return inDatabase(portal, async () => {
    const id = await addCourse(demoCoach, { title, summary: "Small things.", intro: "Begin." });
    const ids: string[] = [];
    for (const lesson of lessons) ids.push(await aPublished(id, lesson));
    return { id, ids };
  });
}

async function aPublished(courseId: string, title: string): Promise<string> {
  const { id: lessonId } = await addLesson(demoCoach, { courseId, title }, Date.now());
  await publish(lessonId, body("Her question makes him quieter."), title);
  return lessonId;
}

async function publish(lessonId: string, text: string, title: string): Promise<void> {
  const { revision: from, version } = await openDraft(demoCoach, lessonId, "en");
  const draft = { lessonId, language: "en", revision: from, version, words: words(title), body: text };
  const { revision } = await saveDraft(demoCoach, draft, Date.now());
  await publishDraft(demoCoach, { lessonId, language: "en", revision }, Date.now());
}

const shelf = (page: Page, course: string) => page.getByRole("region", { name: course, exact: true });
const titles = (page: Page, course: string) =>
  shelf(page, course)
    .getByRole("list", { name: "Lessons in their order" })
    .getByRole("heading", { level: 3 });

test("lessons are put in another order by keyboard, and back; the later of two coaches is told", async ({
  page,
  portal,
}) => {
  const { id, ids } = await aCourse(portal, "Order of things", ["First", "Second", "Third"]);
  const [one = "", two = "", three = ""] = ids;
  await page.goto("/coach/lessons");
  await expect(titles(page, "Order of things")).toHaveText(["First", "Second", "Third"]);
  await expectSound(page);

  const down = page.getByRole("button", { name: "Move First down" });
  await down.focus();
  await page.keyboard.press("Enter");
  await expect(titles(page, "Order of things")).toHaveText(["Second", "First", "Third"]);
  await expect(down).toBeFocused();
  await page.keyboard.press("Alt+ArrowDown");
  await expect(titles(page, "Order of things")).toHaveText(["Second", "Third", "First"]);
  await expect(page.getByText("First is lesson 3 now.")).toBeVisible();
  await expect(down).toHaveAttribute("aria-disabled", "true");
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(titles(page, "Order of things")).toHaveText(["Second", "First", "Third"]);
  const stored = () =>
    inDatabase(portal, async () =>
      (await listShelf(demoCoach)).find((course) => course.id === id)?.lessons.map((lesson) => lesson.id),
    );
  await expect.poll(stored).toEqual([two, one, three]);

  // A page opened anew: the one before may still be reading its list, and would read the other coach's.
  await page.goto("/coach/lessons");
  await expect(titles(page, "Order of things")).toHaveText(["Second", "First", "Third"]);
  await expectSound(page);
  await inDatabase(portal, () =>
    orderLessons(demoCoach, id, { order: [three, two, one], seen: [two, one, three] }),
  );
  await page.getByRole("button", { name: "Move Third up" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "Somebody else changed this list" })).toBeVisible();
  await expect(titles(page, "Order of things")).toHaveText(["Third", "Second", "First"]);
  await expectSound(page);
});

test("who finds a lesson is changed and a lesson withdrawn, each with what it means first, and undone", async ({
  page,
  portal,
}) => {
  await aCourse(portal, "Who reads", ["A quiet hour"]);
  await page.goto("/coach/lessons");
  const row = shelf(page, "Who reads").getByRole("listitem").filter({ hasText: "A quiet hour" }).first();
  await expect(row).toContainText("For clients");

  await row.getByRole("button", { name: /^Who finds it/ }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("radio", { name: /^For mentored professionals/ }).check();
  await expect(dialog.getByRole("status")).toContainText("Clients do not find it any more");
  await expectSound(page);
  await dialog.getByRole("button", { name: "Let it be so" }).click();
  await expect(row.getByText("It is for mentored professionals now.")).toBeVisible();
  await expect(row.getByText("For mentored professionals", { exact: true })).toBeVisible();
  await expect(row.getByRole("button", { name: "Undo" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(row.getByText("For clients", { exact: true })).toBeVisible();

  await row.getByRole("button", { name: /^Withdraw/ }).click();
  await expect(dialog).toContainText("What they wrote in it stays with them.");
  await dialog.getByRole("button", { name: "Withdraw it" }).click();
  await expect(row.getByText(/^Withdrawn since /)).toBeVisible();
  await expectSound(page);
  expect((await page.request.get("/lessons/a-quiet-hour")).status()).toBe(200);
  await row.getByRole("button", { name: /^Bring back/ }).click();
  await dialog.getByRole("button", { name: "Bring it back" }).click();
  await expect(row.getByText(/^Withdrawn since /)).toHaveCount(0);
});

test("a course, a lesson and another language of it are begun, and what was typed wrongly is kept", async ({
  page,
  portal,
}) => {
  await aCourse(portal, "Languages", ["A spoken word"]);
  await page.goto("/coach/lessons");
  await page.getByRole("button", { name: "Begin a course" }).click();
  const form = page.getByRole("region", { name: "A new course" });
  await form.getByLabel("Title").fill("Evenings at home");
  await form.getByRole("button", { name: "Begin this course" }).click();
  await expect(form.getByLabel("In one sentence")).toBeFocused();
  await expect(form.getByLabel("Title")).toHaveValue("Evenings at home");
  await form.getByLabel("In one sentence").fill("Small things for evenings.");
  await form.getByRole("button", { name: "Begin this course" }).click();
  const course = shelf(page, "Evenings at home");
  await expect(course.getByText("This course has no lessons yet.")).toBeVisible();

  await course.getByRole("button", { name: /^Add a lesson/ }).click();
  await course.getByLabel("Title").fill("After the washing up");
  await page.keyboard.press("Enter");
  await expect(titles(page, "Evenings at home")).toHaveText(["After the washing up"]);
  await expect(course.getByText(/^Not published yet\. Draft by Sergio/)).toBeVisible();

  await course.getByRole("button", { name: /^Change its words/ }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("In one sentence").fill("For evenings.");
  await expectSound(page);
  await dialog.getByRole("button", { name: "Save these words" }).click();
  await expect(course.getByText("For evenings.")).toBeVisible();

  const row = shelf(page, "Languages").getByRole("listitem").filter({ hasText: "A spoken word" }).first();
  await row.getByRole("button", { name: /^Another language/ }).click();
  await dialog.getByLabel("Language").selectOption("Spanish");
  await dialog.getByRole("button", { name: "Begin a draft" }).click();
  await expect(row.getByText(/^There is a draft in Spanish now/)).toBeVisible();
  await expect(row.getByRole("link", { name: "Versions of A spoken word, Spanish" })).toBeVisible();
  await expectSound(page);
});

test("two versions are compared, and an earlier one becomes the draft, and is undone", async ({
  page,
  portal,
}) => {
  const { ids } = await aCourse(portal, "Versions", ["A loop"]);
  const [lesson = ""] = ids;
  await inDatabase(portal, () => publish(lesson, body("Her question makes him silent."), "A loop"));
  await page.goto(`/coach/lessons/${lesson}/versions?in=en`);
  await expectSound(page);
  await page.getByRole("link", { name: /^Read it ?: version 1$/ }).click();
  await expect(page.getByRole("region", { name: "As it was in version 1" })).toContainText("quieter");
  await page.getByRole("button", { name: "Compare them" }).click();
  const compared = page.getByRole("region", { name: "From version 1 to version 2" });
  await expect(compared.getByRole("deletion").filter({ hasText: "quieter" })).toHaveText("[went: quieter]");
  await expect(compared.getByRole("insertion").filter({ hasText: "silent" })).toHaveText("[came: silent]");
  await expectSound(page);

  const restore = page.getByRole("button", { name: "Make version 1 the new draft" });
  await restore.click();
  await expect(page.getByText("Version 1 is the draft now.")).toBeVisible();
  await expect(page.getByText("Draft", { exact: true })).toBeVisible();
  await restore.click();
  await page.getByRole("dialog").getByRole("button", { name: "Keep the draft" }).click();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByText("Undone. The draft is as it was before.")).toBeVisible();
  await expect(page.getByText("Draft", { exact: true })).toHaveCount(0);
});

test("a course is taken along and brought in again, and nothing happens before the coach says so", async ({
  page,
  portal,
}) => {
  const { id } = await aCourse(portal, "Along", ["A walk", "A wait"]);
  await page.goto("/coach/lessons");
  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: "Take along what is published of Along" }).click();
  const saved = await download;
  expect(saved.suggestedFilename()).toMatch(/^lessons-\d{4}-\d\d-\d\d\.zip$/);

  const files = page.getByLabel("Files", { exact: true });
  const look = page.getByRole("button", { name: "Look into these files" });
  await files.setInputFiles({ name: "x.md", mimeType: "text/markdown", buffer: Buffer.from("Hello") });
  await look.click();
  await expect(page.getByRole("heading", { name: "Please mend this first" })).toBeFocused();
  await expect(page.getByText("x.md, line 1")).toBeVisible();
  await expectSound(page);

  const zip = await readFile(await saved.path());
  await files.setInputFiles({ name: "a.zip", mimeType: "application/zip", buffer: zip });
  await look.click();
  await expect(page.getByText("Nothing changes")).toHaveCount(2);
  await expect(page.getByRole("button", { name: /drafts? of these$/ })).toHaveCount(0);

  const exported = await inDatabase(portal, () => exportCourse(demoCoach, id));
  const said = exported.get("01-a-walk.md") ?? "";
  const buffer = Buffer.from(said.replace("title: A walk", "title: A long walk"));
  await files.setInputFiles({ name: "01-a-walk.md", mimeType: "text/markdown", buffer });
  await look.click();
  await expect(page.getByText("A new draft", { exact: true })).toBeVisible();
  await expectSound(page);
  await page.getByRole("button", { name: "Make one draft of these" }).click();
  await expect(page.getByText("There is one draft more now")).toBeVisible();
  await expect(shelf(page, "Along").getByText(/\. Draft by Sergio/)).toBeVisible();
  await expect(titles(page, "Along")).toHaveText(["A walk", "A wait"]);
});
