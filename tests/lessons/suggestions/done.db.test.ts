import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { asSystem, asViewer } from "#db/client.ts";
import { bookings, lessonSuggestions } from "#db/schema/index.ts";
import { ensureCourse } from "#lib/lessons/shipped-course.ts";
import { markSuggestionDone, undoSuggestionDone } from "#lib/lessons/suggestions/done.ts";
import { aBooking } from "#tests/support/bookings.ts";
import { onFreshDatabase } from "#tests/support/on-fresh-database.ts";
import { aClient, aCoach, aType, type Client } from "#tests/support/people.ts";
import { aSuggestion, lessonNamed } from "#tests/support/suggestions.ts";

const database = onFreshDatabase();
const at = (iso: string) => Date.parse(iso);
const start = at("2026-12-08T18:00:00Z");
const dayBefore = at("2026-12-07T09:00:00Z");
const lesson = "when-one-reaches";

beforeAll(() => ensureCourse(database.url, start));

async function aMeeting(...people: Client[]) {
  const sol = await aCoach();
  const type = await aType(sol, people.length > 1 ? { kind: "couple" } : {});
  return { sol, booking: await aBooking({ for: people, with: sol, type, start }) };
}

async function doneAt(id: string): Promise<number | null | undefined> {
  const [row] = await asSystem("a test looks", (tx) =>
    tx
      .select({ doneAt: lessonSuggestions.doneAt })
      .from(lessonSuggestions)
      .where(eq(lessonSuggestions.id, id)),
  );
  return row?.doneAt;
}

const mark = async (client: Client, now: number, slug = lesson) => {
  const lessonId = await lessonNamed(slug);
  await asViewer(client, (tx) => markSuggestionDone(tx, client, lessonId, now));
};
const undo = async (client: Client, when: number) => {
  const lessonId = await lessonNamed(lesson);
  await asViewer(client, (tx) => undoSuggestionDone(tx, client, lessonId, when));
};

describe("a client who is done for now with a lesson", () => {
  test("lets the coach know where it was suggested and has come due", async () => {
    const ada = await aClient();
    const { sol, booking } = await aMeeting(ada);
    const shown = await aSuggestion({ by: sol, for: ada, booking, days: -1 });
    const later = await aSuggestion({ by: sol, for: ada, booking, days: 7 });
    const another = await aSuggestion({ by: sol, for: ada, booking, days: -2, lesson: "two-whole-people" });
    await mark(ada, dayBefore);
    expect([await doneAt(shown), await doneAt(later), await doneAt(another)]).toEqual([
      dayBefore,
      null,
      null,
    ]);
  });

  test("says nothing of it before its time, nor beside a session that is off", async () => {
    const ada = await aClient();
    const { sol, booking } = await aMeeting(ada);
    const shown = await aSuggestion({ by: sol, for: ada, booking, days: -1 });
    await mark(ada, dayBefore - 1);
    expect(await doneAt(shown)).toBeNull();
    await asSystem("a test cancels", (tx) =>
      tx.update(bookings).set({ status: "cancelled", cancelledAt: 0 }).where(eq(bookings.id, booking)),
    );
    await mark(ada, dayBefore);
    expect(await doneAt(shown)).toBeNull();
  });

  test("says it for themselves alone, also where two come together", async () => {
    const [jo, ute] = [await aClient(), await aClient()];
    const { sol, booking } = await aMeeting(jo, ute);
    const [his, hers] = [
      await aSuggestion({ by: sol, for: jo, booking, days: -1 }),
      await aSuggestion({ by: sol, for: ute, booking, days: -1 }),
    ];
    await mark(jo, dayBefore);
    expect([await doneAt(his), await doneAt(hers)]).toEqual([dayBefore, null]);
    await undo(ute, dayBefore);
    expect(await doneAt(his)).toBe(dayBefore);
  });

  test("may take it back, and what was done another time stays", async () => {
    const ada = await aClient();
    const { sol, booking } = await aMeeting(ada);
    const first = await aSuggestion({ by: sol, for: ada, booking, days: -2 });
    const second = await aSuggestion({ by: sol, for: ada, booking, days: -1 });
    await mark(ada, dayBefore - 1);
    await mark(ada, dayBefore + 5);
    await undo(ada, dayBefore + 5);
    expect([await doneAt(first), await doneAt(second)]).toEqual([dayBefore - 1, null]);
  });
});
