import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { asSystem, asViewer } from "#db/client.ts";
import { journeyMembers, lessonProgress, lessons } from "#db/schema/index.ts";
import { findLesson, listCourses } from "#lib/lessons/queries.ts";
import { ensureCourse, readShippedCourse } from "#lib/lessons/shipped-course.ts";
import { aJourney } from "#tests/support/lessons.ts";
import { onFreshDatabase } from "#tests/support/on-fresh-database.ts";
import { aClient, aCoach } from "#tests/support/people.ts";

const database = onFreshDatabase();
const open = "when-one-reaches";
const forClients = "two-whole-people";
const forMentored = "companion-for-professionals";
const now = Date.parse("2026-12-01T10:00:00Z");

beforeAll(() => ensureCourse(database.url, now));

async function aMentee() {
  const [coach, mentee] = [await aCoach(), await aClient()];
  await aJourney(coach, "mentorship", mentee);
  return mentee;
}

const slugsFor = async (viewer: Parameters<typeof listCourses>[0]) =>
  (await listCourses(viewer)).flatMap((course) => course.lessons.map(({ slug }) => slug));

describe("who reads which lesson", () => {
  test.each([
    ["a visitor", async () => undefined, [open]],
    ["a client", () => aClient(), [open, forClients]],
    ["a mentored professional", aMentee, [open, forClients, forMentored]],
    ["a coach", () => aCoach(), [open, forClients, forMentored]],
  ])("%s", async (_, who, may) => {
    const viewer = await who();
    for (const slug of [open, forClients, forMentored])
      expect((await findLesson(viewer, slug))?.slug, slug).toBe(may.includes(slug) ? slug : undefined);
    expect(await findLesson(viewer, "no-such-lesson")).toBeUndefined();
  });

  test("a visitor knows the names of lessons for clients, and nothing of those for professionals", async () => {
    const [course] = await listCourses(undefined);
    const shown = course?.lessons.map(({ slug, isOpen }) => ({ slug, isOpen }));
    expect(shown).toContainEqual({ slug: open, isOpen: true });
    expect(shown).toContainEqual({ slug: forClients, isOpen: false });
    expect(shown?.map(({ slug }) => slug)).not.toContain(forMentored);
    expect(await slugsFor(await aClient())).not.toContain(forMentored);
    expect(await slugsFor(await aMentee())).toContain(forMentored);
  });

  test("one whose mentoring has ended does not find the lesson for professionals any more", async () => {
    const mentee = await aMentee();
    await asSystem("a test ends it", (tx) =>
      tx.update(journeyMembers).set({ leftAt: now }).where(eq(journeyMembers.clientId, mentee.id)),
    );
    expect(await findLesson(mentee, forMentored)).toBeUndefined();
  });

  test("the row policies say the same beneath the WHERE", async () => {
    const seen = async (viewer: { id: string }) =>
      (await asViewer(viewer, (tx) => tx.select({ slug: lessons.slug }).from(lessons))).map(
        ({ slug }) => slug,
      );
    expect(await seen(await aClient())).not.toContain(forMentored);
    expect(await seen(await aMentee())).toContain(forMentored);
  });
});

describe("a lesson", () => {
  test("stands between the one before it and the one after it, of those that the reader has", async () => {
    const client = await aClient();
    const shipped = (await readShippedCourse()).lessons.filter(({ audience }) => audience !== "mentored");
    const last = shipped.at(-1);
    const found = await findLesson(client, last?.slug ?? "");
    expect(found).toMatchObject({ number: shipped.length, next: undefined });
    expect(found?.previous?.slug).toBe(shipped.at(-2)?.slug);
    expect(await findLesson(undefined, open)).toMatchObject({ previous: undefined, next: undefined });
  });

  test("knows what its reader said of it, and nothing of what others said", async () => {
    const [one, other] = [await aClient(), await aClient()];
    const lesson = await findLesson(one, open);
    await asViewer(one, (tx) =>
      tx.insert(lessonProgress).values({
        clientId: one.id,
        lessonId: lesson?.id ?? "",
        state: "done_for_now",
        changedAt: now,
      }),
    );
    expect((await findLesson(one, open))?.progress).toEqual({ state: "done_for_now", place: null });
    expect((await findLesson(other, open))?.progress).toBeUndefined();
  });

  test("the course is given to a practice once; what a coach withdrew stays withdrawn", async () => {
    await asSystem("a test withdraws it", (tx) =>
      tx.update(lessons).set({ withdrawnAt: now }).where(eq(lessons.slug, forClients)),
    );
    await ensureCourse(database.url, now);
    expect(await findLesson(await aClient(), forClients)).toBeUndefined();
    expect(await listCourses(await aCoach())).toHaveLength(1);
  });
});
