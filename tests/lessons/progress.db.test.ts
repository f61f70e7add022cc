import { and, eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { asSystem } from "#db/client.ts";
import { lessonProgress, lessonSuggestions } from "#db/schema/index.ts";
import { answerLesson, keepPlace } from "#lib/lessons/progress.ts";
import { findLesson, listCourses } from "#lib/lessons/queries.ts";
import { NotFound } from "#lib/refusal.ts";
import { everyRow } from "#tests/auth/every-row.ts";
import { aBooking } from "#tests/support/bookings.ts";
import { aJourney, aLesson } from "#tests/support/lessons.ts";
import { onFreshDatabase } from "#tests/support/on-fresh-database.ts";
import { aClient, aCoach, aType, type Client } from "#tests/support/people.ts";
import { aSuggestion } from "#tests/support/suggestions.ts";

const database = onFreshDatabase();
const now = Date.parse("2026-12-01T10:00:00Z");
const later = now + 60_000;
const day = 86_400_000;
let lesson: { id: string; slug: string };

beforeAll(async () => {
  lesson = await aLesson();
});

const kept = async (client: Client) => (await findLesson(client, lesson.slug))?.progress;
const rowsOf = ({ id }: Client) =>
  asSystem("a test looks", (tx) => tx.select().from(lessonProgress).where(eq(lessonProgress.clientId, id)));

describe("what a client says of a lesson", () => {
  test.each([
    ["done", "done_for_now"],
    ["aside", "set_aside"],
  ] as const)("%s is kept, said twice is kept once, and taken back leaves nothing", async (answer, state) => {
    const ada = await aClient();
    await answerLesson(ada, lesson.id, answer, now);
    await answerLesson(ada, lesson.id, answer, later);
    expect(await kept(ada)).toEqual({ state, place: null });
    await answerLesson(ada, lesson.id, "undo", later);
    expect(await rowsOf(ada)).toEqual([]);
  });

  test("goes back to the place that was kept before", async () => {
    const ada = await aClient();
    await keepPlace(ada, lesson.id, "draw-the-loop", now);
    await answerLesson(ada, lesson.id, "done", now);
    expect(await kept(ada)).toEqual({ state: "done_for_now", place: "draw-the-loop" });
    await answerLesson(ada, lesson.id, "undo", later);
    expect(await kept(ada)).toEqual({ state: "opened", place: "draw-the-loop" });
  });

  test("taken back where nothing was said changes nothing", async () => {
    const ada = await aClient();
    const before = await everyRow(database.adminUrl);
    await answerLesson(ada, lesson.id, "undo", now);
    expect(await everyRow(database.adminUrl)).toEqual(before);
  });

  test("is one row when two windows say it at once", async () => {
    const ada = await aClient();
    await Promise.all([
      answerLesson(ada, lesson.id, "done", now),
      answerLesson(ada, lesson.id, "aside", now),
      keepPlace(ada, lesson.id, "ceiling", now),
    ]);
    expect(await rowsOf(ada)).toHaveLength(1);
  });

  test("is nobody else's", async () => {
    const [ada, bea] = [await aClient(), await aClient()];
    await answerLesson(ada, lesson.id, "done", now);
    await answerLesson(bea, lesson.id, "undo", now);
    expect([await kept(ada), await kept(bea)]).toEqual([{ state: "done_for_now", place: null }, undefined]);
  });

  test("tells the coach who chose the lesson that it is done for now, and untells it", async () => {
    const [ada, coach] = [await aClient(), await aCoach()];
    await aJourney(coach, "individual", ada);
    const booking = await aBooking({ for: ada, with: coach, type: await aType(coach), start: now + 3 * day });
    const id = await aSuggestion({ by: coach, for: ada, booking, days: -5, lesson: lesson.slug });
    const doneAt = async () => {
      const [row] = await asSystem("a test looks", (tx) =>
        tx
          .select({ doneAt: lessonSuggestions.doneAt })
          .from(lessonSuggestions)
          .where(and(eq(lessonSuggestions.id, id))),
      );
      return row?.doneAt;
    };
    await answerLesson(ada, lesson.id, "aside", now);
    expect(await doneAt()).toBeNull();
    await answerLesson(ada, lesson.id, "done", later);
    expect(await doneAt()).toBe(later);
    // A place that is kept afterwards is another matter.
    await keepPlace(ada, lesson.id, "ceiling", later + 1);
    await answerLesson(ada, lesson.id, "undo", later + 2);
    expect(await doneAt()).toBeNull();
    await answerLesson(ada, lesson.id, "done", later + 3);
    await answerLesson(ada, lesson.id, "aside", later + 4);
    expect(await doneAt()).toBeNull();
  });
});

describe("a place in a lesson", () => {
  test("is kept at a block, moves, is named in the list, and is let go", async () => {
    const ada = await aClient();
    await keepPlace(ada, lesson.id, "idea-1", now);
    await keepPlace(ada, lesson.id, "draw-the-loop", later);
    const lessons = (await listCourses(ada)).flatMap((course) => course.lessons);
    const listed = lessons.find(({ id }) => id === lesson.id);
    expect(listed?.keptAt).toEqual({ anchor: "draw-the-loop", heading: "Something to try" });
    await keepPlace(ada, lesson.id, null, later);
    expect(await rowsOf(ada)).toEqual([]);
  });

  test("is let go without taking back what was said", async () => {
    const ada = await aClient();
    await answerLesson(ada, lesson.id, "aside", now);
    await keepPlace(ada, lesson.id, "idea-1", now);
    await keepPlace(ada, lesson.id, null, now);
    expect(await kept(ada)).toEqual({ state: "set_aside", place: null });
  });

  test("is nowhere that the lesson does not have", async () => {
    const ada = await aClient();
    await expect(keepPlace(ada, lesson.id, "no-such-block", now)).rejects.toThrow(NotFound);
    expect(await rowsOf(ada)).toEqual([]);
  });
});

test("of a lesson that is for others, or for nobody, nothing can be said and no place kept", async () => {
  const ada = await aClient();
  const forOthers = await aLesson({ audience: "mentored" });
  for (const id of [forOthers.id, crypto.randomUUID()]) {
    for (const answer of ["done", "aside", "undo"] as const)
      await expect(answerLesson(ada, id, answer, now)).rejects.toThrow(NotFound);
    for (const place of ["idea-1", null])
      await expect(keepPlace(ada, id, place, now)).rejects.toThrow(NotFound);
  }
  expect(await rowsOf(ada)).toEqual([]);
});

test("reading changes no row, neither a lesson nor the list of them", async () => {
  const [ada, coach] = [await aClient(), await aCoach()];
  const before = await everyRow(database.adminUrl);
  for (const viewer of [ada, coach, undefined]) {
    await findLesson(viewer, lesson.slug);
    await listCourses(viewer);
  }
  expect(await everyRow(database.adminUrl)).toEqual(before);
});
