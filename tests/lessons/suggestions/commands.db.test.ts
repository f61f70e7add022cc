import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { asSystem } from "#db/client.ts";
import { auditLog, bookings, lessonSuggestions, lessons } from "#db/schema/index.ts";
import { removeSuggestion, restoreSuggestion, suggestLesson } from "#lib/lessons/suggestions/commands.ts";
import { listBesideSession, listToSuggest } from "#lib/lessons/suggestions/queries.ts";
import { NotFound } from "#lib/refusal.ts";
import { aBooking } from "#tests/support/bookings.ts";
import { aJourney, aLesson } from "#tests/support/lessons.ts";
import { onFreshDatabase } from "#tests/support/on-fresh-database.ts";
import { aClient, aCoach, aType } from "#tests/support/people.ts";

onFreshDatabase();
const at = (iso: string) => Date.parse(iso);
const start = at("2026-12-08T18:00:00Z");
const day = 86_400_000;
const now = start - 20 * day;

type Meeting = {
  status?: "requested" | "confirmed" | "completed" | "cancelled" | "declined";
  begin?: number;
};

let lesson: Awaited<ReturnType<typeof aLesson>>;
beforeAll(async () => {
  lesson = await aLesson();
});

async function aMeeting({ status = "confirmed", begin = start }: Meeting = {}) {
  const [sol, ada] = [await aCoach({ name: "Sol" }), await aClient({ name: "Ada" })];
  const booking = await aBooking({ for: ada, with: sol, type: await aType(sol), start: begin, status });
  return { sol, ada, booking };
}

async function aCoupleMeeting() {
  const [sol, jo, ute] = [await aCoach(), await aClient({ name: "Jo" }), await aClient({ name: "Ute" })];
  const type = await aType(sol, { kind: "couple" });
  return { sol, jo, ute, booking: await aBooking({ for: [jo, ute], with: sol, type, start }) };
}

const wish = (days: number, ...people: { id: string }[]) => ({
  lessonId: lesson.id,
  block: null,
  days,
  clientIds: people.map(({ id }) => id),
});
const beside = (booking: string) =>
  asSystem("a test looks", (tx) =>
    tx.select().from(lessonSuggestions).where(eq(lessonSuggestions.bookingId, booking)),
  );
const refusal = (sentence: RegExp, more: object = {}) =>
  expect.objectContaining({ name: "Refusal", message: expect.stringMatching(sentence), ...more });

describe("a coach", () => {
  test("puts a lesson beside a session, or one exercise of it", async () => {
    const { sol, ada, booking } = await aMeeting();
    await suggestLesson(sol, booking, wish(-5, ada), now);
    await suggestLesson(sol, booking, { ...wish(1, ada), block: "draw-the-loop" }, now);
    const shown = await listBesideSession(sol, booking);
    expect(shown).toMatchObject([
      { clientId: ada.id, lesson: "When One Reaches", exercise: undefined, days: -5, isDone: false },
      { clientId: ada.id, lesson: "When One Reaches", exercise: "Draw the loop", days: 1, isDone: false },
    ]);
    expect(shown.map(({ from }) => from)).toEqual([at("2026-12-03T09:00:00Z"), at("2026-12-09T09:00:00Z")]);
    const notes = await asSystem("a test looks", (tx) =>
      tx.select().from(auditLog).where(eq(auditLog.subjectId, booking)),
    );
    expect(notes.map(({ action, meta }) => [action, meta])).toContainEqual([
      "lesson.suggested",
      { lessonId: lesson.id, days: -5 },
    ]);
  });

  test("means both of a couple, or one of the two", async () => {
    const { sol, jo, ute, booking } = await aCoupleMeeting();
    expect(await suggestLesson(sol, booking, wish(-5, jo, ute), now)).toHaveLength(2);
    await suggestLesson(sol, booking, wish(1, ute), now);
    expect((await listBesideSession(sol, booking)).map(({ days, clientId }) => [days, clientId])).toEqual(
      expect.arrayContaining([
        [-5, jo.id],
        [-5, ute.id],
        [1, ute.id],
      ]),
    );
  });

  test("may do so beside what is asked for, and beside what is over", async () => {
    for (const [status, days] of [
      ["requested", -5],
      ["completed", 1],
    ] as const) {
      const { sol, ada, booking } = await aMeeting({ status });
      expect(await suggestLesson(sol, booking, wish(days, ada), now)).toHaveLength(1);
    }
  });

  test.each(["cancelled", "declined"] as const)("not beside a session that is %s", async (status) => {
    const { sol, ada, booking } = await aMeeting({ status });
    await expect(suggestLesson(sol, booking, wish(1, ada), now)).rejects.toEqual(refusal(/session is off/));
    expect(await beside(booking)).toEqual([]);
  });

  test("not twice for one day and client, whatever the lesson, and of two at once one is told", async () => {
    const { sol, ada, booking } = await aMeeting();
    const asked = await Promise.allSettled([1, 2].map(() => suggestLesson(sol, booking, wish(-5, ada), now)));
    expect(asked.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    const other = await aLesson();
    await expect(suggestLesson(sol, booking, { ...wish(-5, ada), lessonId: other.id }, now)).rejects.toEqual(
      refusal(/for Ada on that day already/, { field: "days", status: 409 }),
    );
    expect(await beside(booking)).toHaveLength(1);
  });

  test("for neither of two where one has something on that day", async () => {
    const { sol, jo, ute, booking } = await aCoupleMeeting();
    await suggestLesson(sol, booking, wish(-5, ute), now);
    await expect(suggestLesson(sol, booking, wish(-5, jo, ute), now)).rejects.toEqual(refusal(/for Ute/));
    expect(await beside(booking)).toHaveLength(1);
  });

  test("not a lesson for professionals, unless they mentor this one", async () => {
    const { sol, ada, booking } = await aMeeting();
    const forMentored = { ...wish(-5, ada), lessonId: (await aLesson({ audience: "mentored" })).id };
    const refused = refusal(/Ada does not have this lesson/, { field: "lessonId" });
    await expect(suggestLesson(sol, booking, forMentored, now)).rejects.toEqual(refused);
    // Whether somebody else mentors them is nothing that this coach is told.
    await aJourney(await aCoach(), "mentorship", ada);
    await expect(suggestLesson(sol, booking, forMentored, now)).rejects.toEqual(refused);
    await aJourney(sol, "mentorship", ada);
    expect(await suggestLesson(sol, booking, forMentored, now)).toHaveLength(1);
  });

  test("not a lesson that is withdrawn, nor an exercise that it does not have", async () => {
    const { sol, ada, booking } = await aMeeting();
    const gone = await aLesson();
    await asSystem("a test withdraws", (tx) =>
      tx.update(lessons).set({ withdrawnAt: now }).where(eq(lessons.id, gone.id)),
    );
    await expect(suggestLesson(sol, booking, { ...wish(1, ada), lessonId: gone.id }, now)).rejects.toEqual(
      refusal(/Nobody can read this lesson/),
    );
    for (const block of ["no-such-exercise", "ceiling"])
      await expect(suggestLesson(sol, booking, { ...wish(1, ada), block }, now)).rejects.toEqual(
        refusal(/not in the lesson any more/),
      );
  });

  test("nothing before a session that has begun, and nothing whose time is long over", async () => {
    const { sol, ada, booking } = await aMeeting();
    await expect(suggestLesson(sol, booking, wish(-1, ada), start)).rejects.toEqual(
      refusal(/has begun/, { field: "days" }),
    );
    await expect(suggestLesson(sol, booking, wish(1, ada), start + 20 * day)).rejects.toEqual(
      refusal(/so long ago/, { field: "days" }),
    );
    expect(await suggestLesson(sol, booking, wish(7, ada), start + 20 * day)).toHaveLength(1);
  });

  test("nothing that the quiet days round another session leave no time", async () => {
    const { sol, ada, booking } = await aMeeting();
    const guidance = await aType(sol, { kind: "guidance", minutes: 360 });
    await aBooking({ for: ada, with: sol, type: guidance, start: start - 2 * day, minutes: 360 });
    await expect(suggestLesson(sol, booking, wish(-2, ada), now)).rejects.toEqual(refusal(/quiet days/));
    expect(await suggestLesson(sol, booking, wish(-5, ada), now)).toHaveLength(1);
  });

  test("learns nothing of guidance that a client has with somebody else", async () => {
    const { sol, ada, booking } = await aMeeting();
    const kim = await aCoach();
    const guidance = await aType(kim, { kind: "guidance", minutes: 360 });
    await aBooking({ for: ada, with: kim, type: guidance, start: start - 2 * day, minutes: 360 });
    await suggestLesson(sol, booking, wish(-2, ada), now);
    expect(await listBesideSession(sol, booking)).toMatchObject([{ from: at("2026-12-06T09:00:00Z") }]);
  });

  test("does none of this beside another's session, nor for somebody who does not come", async () => {
    const { sol, ada, booking } = await aMeeting();
    const other = await aCoach();
    const stranger = await aClient();
    await aJourney(sol, "individual", stranger);
    for (const asked of [
      () => suggestLesson(other, booking, wish(-5, ada), now),
      () => suggestLesson(sol, booking, wish(-5, stranger), now),
      () => suggestLesson(sol, booking, { ...wish(-5, ada), lessonId: booking }, now),
      () => suggestLesson(sol, lesson.id, wish(-5, ada), now),
    ])
      await expect(asked()).rejects.toBeInstanceOf(NotFound);
    expect(await beside(booking)).toEqual([]);
  });
});

describe("taking it away", () => {
  test("and back again leaves it as it was, also what its reader said", async () => {
    const { sol, ada, booking } = await aMeeting();
    const [id = ""] = await suggestLesson(sol, booking, wish(-5, ada), now);
    await asSystem("a test is done", (tx) => tx.update(lessonSuggestions).set({ doneAt: now }));
    const before = await beside(booking);
    const undo = await removeSuggestion(sol, id);
    expect(await beside(booking)).toEqual([]);
    expect(await restoreSuggestion(sol, undo)).toBe(id);
    expect(await restoreSuggestion(sol, undo)).toBe(id);
    const without = (rows: typeof before) => rows.map(({ createdAt, ...row }) => row);
    expect(without(await beside(booking))).toEqual(without(before));
  });

  test("is for the coach who put it there", async () => {
    const { sol, ada, booking } = await aMeeting();
    const [id = ""] = await suggestLesson(sol, booking, wish(-5, ada), now);
    const other = await aCoach();
    await expect(removeSuggestion(other, id)).rejects.toBeInstanceOf(NotFound);
    await expect(removeSuggestion(sol, booking)).rejects.toBeInstanceOf(NotFound);
    const undo = await removeSuggestion(sol, id);
    await expect(restoreSuggestion(other, undo)).rejects.toEqual(refusal(/cannot be undone/));
    await expect(restoreSuggestion(sol, `${undo.slice(0, -4)}AAAA`)).rejects.toEqual(
      refusal(/cannot be undone/),
    );
    expect(await beside(booking)).toEqual([]);
  });

  test("cannot be undone over another one that is there by then", async () => {
    const { sol, ada, booking } = await aMeeting();
    const [id = ""] = await suggestLesson(sol, booking, wish(-5, ada), now);
    const undo = await removeSuggestion(sol, id);
    await suggestLesson(sol, booking, { ...wish(-5, ada), block: "draw-the-loop" }, now);
    await expect(restoreSuggestion(sol, undo)).rejects.toEqual(refusal(/on that day already/));
  });
});

describe("what there is to choose from", () => {
  test("are the lessons that can be read, those for professionals only where one is mentored", async () => {
    const { sol, ada } = await aMeeting();
    const withdrawn = await aLesson();
    await asSystem("a test withdraws", (tx) =>
      tx.update(lessons).set({ withdrawnAt: now }).where(eq(lessons.id, withdrawn.id)),
    );
    const forMentored = await aLesson({ audience: "mentored" });
    const offered = async () => {
      const { lessons: all, mentored } = await listToSuggest(sol, [ada.id]);
      return { ids: all.map(({ lessonId }) => lessonId), mentored };
    };
    const before = await offered();
    expect(before.ids).toContain(lesson.id);
    expect(before.ids).not.toContain(withdrawn.id);
    expect(before.ids).not.toContain(forMentored.id);
    await aJourney(sol, "mentorship", ada);
    const after = await offered();
    expect(after.ids).toContain(forMentored.id);
    expect(after.mentored).toEqual([ada.id]);
    const [{ exercises = [] } = {}] = (await listToSuggest(sol, [ada.id])).lessons;
    expect(exercises).toEqual([{ block: "draw-the-loop", title: "Draw the loop" }]);
  });
});

describe("when a session is cancelled or moved", () => {
  test("what the coach sees of it moves along", async () => {
    const { sol, ada, booking } = await aMeeting();
    await suggestLesson(sol, booking, wish(-5, ada), now);
    const later = { start: start + 3 * day, end: start + 3 * day + 3_600_000 };
    await asSystem("a test moves it", (tx) =>
      tx.update(bookings).set({ during: later, occupied: later }).where(eq(bookings.id, booking)),
    );
    expect(await listBesideSession(sol, booking)).toMatchObject([{ from: at("2026-12-06T09:00:00Z") }]);
  });
});
