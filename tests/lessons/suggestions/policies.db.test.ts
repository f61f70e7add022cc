import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { asSystem, asViewer } from "#db/client.ts";
import { lessonSuggestions } from "#db/schema/index.ts";
import { aBooking } from "#tests/support/bookings.ts";
import { aJourney, aLesson } from "#tests/support/lessons.ts";
import { onFreshDatabase } from "#tests/support/on-fresh-database.ts";
import { aClient, aCoach, aType, type Client, type Coach } from "#tests/support/people.ts";
import { aSuggestion } from "#tests/support/suggestions.ts";

onFreshDatabase();
const start = Date.parse("2026-12-08T18:00:00Z");

let lesson: Awaited<ReturnType<typeof aLesson>>;
beforeAll(async () => {
  lesson = await aLesson();
});

async function aMeeting() {
  const [sol, ada] = [await aCoach(), await aClient()];
  return { sol, ada, booking: await aBooking({ for: ada, with: sol, type: await aType(sol), start }) };
}

const beside = (booking: string) =>
  asSystem("a test looks", (tx) =>
    tx.select().from(lessonSuggestions).where(eq(lessonSuggestions.bookingId, booking)),
  );

describe("the row policies", () => {
  const seenBy = (viewer: { id: string }) =>
    asViewer(viewer, (tx) => tx.select({ clientId: lessonSuggestions.clientId }).from(lessonSuggestions));

  test("show a client their own, their partner nothing of it, and another coach nothing", async () => {
    const [sol, jo, ute] = [await aCoach(), await aClient(), await aClient()];
    const type = await aType(sol, { kind: "couple" });
    const booking = await aBooking({ for: [jo, ute], with: sol, type, start });
    await aSuggestion({ by: sol, for: jo, booking, days: -5, lesson: lesson.slug });
    const other = await aCoach();
    await aJourney(other, "individual", jo);
    expect(await seenBy(jo)).toEqual([{ clientId: jo.id }]);
    expect(await seenBy(ute)).toEqual([]);
    expect(await seenBy(other)).toEqual([]);
    expect(await seenBy(sol)).toEqual([{ clientId: jo.id }]);
  });

  test("let a client neither make, take away nor change one, but for when they were done", async () => {
    const { sol, ada, booking } = await aMeeting();
    await aSuggestion({ by: sol, for: ada, booking, days: -5, lesson: lesson.slug });
    const row = { bookingId: booking, clientId: ada.id, coachId: sol.id, lessonId: lesson.id, days: 3 };
    await expect(asViewer(ada, (tx) => tx.insert(lessonSuggestions).values(row))).rejects.toThrow();
    await asViewer(ada, (tx) => tx.delete(lessonSuggestions));
    await expect(asViewer(ada, (tx) => tx.update(lessonSuggestions).set({ days: 9 }))).rejects.toThrow();
    expect(await beside(booking)).toMatchObject([{ days: -5 }]);
    await asViewer(ada, (tx) => tx.update(lessonSuggestions).set({ doneAt: start }));
    expect(await beside(booking)).toMatchObject([{ doneAt: start }]);
  });

  test("let a coach put nothing beside another's session, nor for another's client", async () => {
    const { ada, booking } = await aMeeting();
    const mine = await aMeeting();
    const put = (by: Coach, bookingId: string, client: Client) =>
      asViewer(by, (tx) =>
        tx
          .insert(lessonSuggestions)
          .values({ bookingId, clientId: client.id, coachId: by.id, lessonId: lesson.id, days: 3 }),
      );
    await expect(put(mine.sol, booking, mine.ada)).rejects.toThrow();
    await expect(put(mine.sol, mine.booking, ada)).rejects.toThrow();
    await put(mine.sol, mine.booking, mine.ada);
    expect(await beside(mine.booking)).toHaveLength(1);
  });
});
