import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { asSystem } from "#db/client.ts";
import { bookings, lessonProgress, letterWords, mailPreferences } from "#db/schema/index.ts";
import { sendSuggestions } from "#lib/lessons/suggestions/send-due.ts";
import { openedLettersTo } from "#tests/bookings/opened-letters.ts";
import { onPostOffice } from "#tests/mail/post-office.ts";
import { aBooking } from "#tests/support/bookings.ts";
import { aLesson } from "#tests/support/lessons.ts";
import { aClient, aCoach, aType, type Client } from "#tests/support/people.ts";
import { aSuggestion } from "#tests/support/suggestions.ts";

onPostOffice();
const hour = 3_600_000;
const day = 24 * hour;
const at = (iso: string) => Date.parse(iso);
const start = at("2026-12-08T18:00:00Z");
const fiveBefore = at("2026-12-03T09:00:00Z");

let lesson: Awaited<ReturnType<typeof aLesson>>;
let other: Awaited<ReturnType<typeof aLesson>>;
beforeAll(async () => {
  lesson = await aLesson({ slug: "small-and-kind" });
  other = await aLesson({ slug: "after-guidance" });
});

type World = { zone?: string; begin?: number; minutes?: number; kind?: "preparation" | "guidance" };

async function aMeeting({
  zone = "Europe/Lisbon",
  begin = start,
  minutes = 60,
  kind = "preparation",
}: World = {}) {
  const [ada, sol] = [await aClient({ name: "Ada", zone }), await aCoach({ name: "Sol" })];
  const type = await aType(sol, { kind, minutes });
  return { ada, sol, booking: await aBooking({ for: ada, with: sol, type, start: begin, minutes }) };
}

type Meeting = Awaited<ReturnType<typeof aMeeting>>;
const put = ({ ada, sol, booking }: Meeting, days: number, more: { lesson?: string; block?: string } = {}) =>
  aSuggestion({ by: sol, for: ada, booking, days, lesson: lesson.slug, ...more });
const change = (booking: string, values: Partial<typeof bookings.$inferInsert>) =>
  asSystem("a test changes it", (tx) => tx.update(bookings).set(values).where(eq(bookings.id, booking)));
const prefer = (person: Client, wishes: Partial<typeof mailPreferences.$inferInsert>) =>
  asSystem("a test chooses", (tx) =>
    tx.insert(mailPreferences).values({ userId: person.id, updatedAt: 0, ...wishes }),
  );
const answer = (person: Client, state: "done_for_now" | "set_aside", changedAt: number) =>
  asSystem("a test answers", (tx) =>
    tx.insert(lessonProgress).values({ clientId: person.id, lessonId: lesson.id, state, changedAt }),
  );
const lettersTo = openedLettersTo;
const countTo = async (person: Client) => (await lettersTo(person)).length;

/** A job each minute from the one instant to the other; gives when it planned a letter for this person. */
async function minuteByMinute(person: Client, from: number, until: number): Promise<string[]> {
  const when: string[] = [];
  let known = await countTo(person);
  for (let now = from; now <= until; now += 60_000) {
    await sendSuggestions(now);
    const count = await countTo(person);
    if (count > known) when.push(new Date(now).toISOString());
    known = count;
  }
  return when;
}

describe("a client for whom something was chosen", () => {
  test("is written to once, in the morning of that day", async () => {
    const meeting = await aMeeting();
    await put(meeting, -5);
    expect(await minuteByMinute(meeting.ada, fiveBefore - 3 * 60_000, fiveBefore + 3 * 60_000)).toEqual([
      "2026-12-03T09:00:00.000Z",
    ]);
    for (const now of [fiveBefore + 3 * hour, fiveBefore + day, start - 1]) await sendSuggestions(now);
    expect(await lettersTo(meeting.ada)).toMatchObject([
      {
        kind: "lesson_suggested",
        lane: "reminder",
        bookingId: meeting.booking,
        expiresAt: start,
        notBefore: null,
      },
    ]);
  });

  test("reads nothing in it of what it is about, and finds the way through signing in", async () => {
    const meeting = await aMeeting();
    await put(meeting, -5, { block: "draw-the-loop" });
    await sendSuggestions(fiveBefore);
    const [{ subject = "", text = "", html = "", headers = {} } = {}] = await lettersTo(meeting.ada);
    expect(subject).toBe("A note from your portal");
    expect(headers["List-Unsubscribe-Post"]).toBe("List-Unsubscribe=One-Click");
    expect(text).toContain("You meet Sol on Tuesday 8 December. Here is something short to read");
    expect(text).toContain("/sign-in?next=%2Flessons%2Fsmall-and-kind%23draw-the-loop");
    expect(html + text).not.toMatch(/When One Reaches|Draw the loop|lesson\b/);
  });

  test("is led to the first page where an address would tell what it is about", async () => {
    const meeting = await aMeeting();
    await put(meeting, 1, { lesson: other.slug });
    await sendSuggestions(at("2026-12-09T09:00:00Z"));
    const [{ text = "" } = {}] = await lettersTo(meeting.ada);
    expect(text).toContain("Sol thought of something short for you to read now");
    expect(text).toContain("/sign-in?next=%2Fsessions\n");
    expect(text).not.toMatch(/guidance/i);
  });

  test("reads the coach's own words", async () => {
    const meeting = await aMeeting();
    await put(meeting, -5);
    await asSystem("a test writes", (tx) =>
      tx.insert(letterWords).values({
        coachId: meeting.sol.id,
        kind: "lesson_suggested",
        words: "Take your time.",
        updatedAt: 0,
      }),
    );
    await sendSuggestions(fiveBefore);
    expect((await lettersTo(meeting.ada))[0]?.text).toContain("From Sol:\n\nTake your time.");
  });

  test("is not written to where they want no such mail, also not later about what was due", async () => {
    const meeting = await aMeeting();
    await put(meeting, -5);
    await prefer(meeting.ada, { lessons: false });
    await sendSuggestions(fiveBefore);
    await asSystem("a test wants it again", (tx) => tx.update(mailPreferences).set({ lessons: true }));
    await sendSuggestions(fiveBefore + day);
    expect(await countTo(meeting.ada)).toBe(0);
  });

  test("is not written to about what they have answered already", async () => {
    for (const state of ["done_for_now", "set_aside"] as const) {
      const meeting = await aMeeting();
      await put(meeting, -5);
      await answer(meeting.ada, state, fiveBefore);
      await sendSuggestions(fiveBefore + 60_000);
      expect(await countTo(meeting.ada)).toBe(0);
    }
  });
});

describe("the hour", () => {
  test("is nine on the reader's own clock across both changes of it, wherever the coach is", async () => {
    for (const [begin, days, due] of [
      ["2026-11-03T18:00:00Z", -3, "2026-10-31T13:00:00.000Z"],
      ["2026-10-31T18:00:00Z", 1, "2026-11-01T14:00:00.000Z"],
      ["2027-03-13T18:00:00Z", 1, "2027-03-14T13:00:00.000Z"],
    ] as const) {
      const meeting = await aMeeting({ zone: "America/New_York", begin: at(begin) });
      await put(meeting, days);
      expect(await minuteByMinute(meeting.ada, at(due) - 2 * 60_000, at(due) + 2 * 60_000)).toEqual([due]);
    }
  });

  test("is after quiet hours", async () => {
    const meeting = await aMeeting();
    await put(meeting, -5);
    await prefer(meeting.ada, { quietUntil: 11 * 60 });
    await sendSuggestions(fiveBefore);
    expect(await lettersTo(meeting.ada)).toMatchObject([{ notBefore: fiveBefore + 2 * hour }]);
  });

  test("is after the quiet days, also for what belongs to that day itself and is on the page by then", async () => {
    const begin = at("2026-12-08T10:00:00Z");
    const meeting = await aMeeting({ kind: "guidance", begin, minutes: 360 });
    await put(meeting, 1);
    await sendSuggestions(at("2026-12-09T09:00:00Z"));
    expect(await lettersTo(meeting.ada)).toMatchObject([{ notBefore: at("2026-12-10T16:00:00Z") }]);
  });

  test("for what belongs to another session is when the quiet days are over", async () => {
    const meeting = await aMeeting({ begin: at("2026-12-12T18:00:00Z") });
    await put(meeting, -3);
    const guidance = await aType(meeting.sol, { kind: "guidance", minutes: 360 });
    const begin = at("2026-12-08T10:00:00Z");
    await aBooking({ for: meeting.ada, with: meeting.sol, type: guidance, start: begin, minutes: 360 });
    const quietEnds = at("2026-12-10T16:00:00Z");
    for (let now = at("2026-12-09T09:00:00Z"); now < quietEnds; now += hour) await sendSuggestions(now);
    expect(await countTo(meeting.ada)).toBe(0);
    await sendSuggestions(quietEnds);
    expect(await lettersTo(meeting.ada)).toMatchObject([{ notBefore: null }]);
  });
});

describe("a session that changes", () => {
  test("to another day brings the mail on its own day, and none on the old one", async () => {
    const meeting = await aMeeting();
    await put(meeting, -5);
    const later = { start: start + 2 * day, end: start + 2 * day + hour };
    await change(meeting.booking, { during: later, occupied: later });
    for (const now of [fiveBefore, fiveBefore + hour]) await sendSuggestions(now);
    expect(await countTo(meeting.ada)).toBe(0);
    await sendSuggestions(fiveBefore + 2 * day);
    expect((await lettersTo(meeting.ada))[0]?.text).toContain("on Thursday 10 December");
  });

  test("to another day after the mail brings one for the new day; to another hour, none", async () => {
    const meeting = await aMeeting();
    await put(meeting, -5);
    await sendSuggestions(fiveBefore);
    const hourLater = { start: start + hour, end: start + 2 * hour };
    await change(meeting.booking, { during: hourLater, occupied: hourLater });
    await sendSuggestions(fiveBefore + hour);
    expect(await countTo(meeting.ada)).toBe(1);
    const dayLater = { start: start + day, end: start + day + hour };
    await change(meeting.booking, { during: dayLater, occupied: dayLater });
    await sendSuggestions(fiveBefore + day);
    expect(await countTo(meeting.ada)).toBe(2);
  });

  test.each(["cancelled", "declined", "requested"] as const)("to %s brings none", async (status) => {
    const meeting = await aMeeting();
    await put(meeting, -5);
    await put(meeting, 1);
    await change(meeting.booking, {
      status,
      ...(status === "cancelled" && { cancelledAt: 0 }),
      ...(status === "declined" && { declinedAt: 0 }),
    });
    for (const now of [fiveBefore, at("2026-12-09T09:00:00Z")]) await sendSuggestions(now);
    expect(await countTo(meeting.ada)).toBe(0);
  });

  test("to done brings what was chosen for afterwards", async () => {
    const meeting = await aMeeting();
    await put(meeting, 1);
    await change(meeting.booking, { status: "completed" });
    await sendSuggestions(at("2026-12-09T09:00:00Z"));
    expect(await lettersTo(meeting.ada)).toMatchObject([{ expiresAt: at("2026-12-23T09:00:00Z") }]);
  });
});

describe("what comes late", () => {
  test("is written about within a day: when the portal was off, and when it was chosen late", async () => {
    for (const [late, count] of [
      [day - 60_000, 1],
      [day, 0],
    ] as const) {
      const meeting = await aMeeting();
      await put(meeting, -5);
      await sendSuggestions(fiveBefore + late);
      expect(await countTo(meeting.ada)).toBe(count);
    }
  });

  test("is only the newest, where several came due meanwhile", async () => {
    const meeting = await aMeeting();
    await put(meeting, -5);
    await put(meeting, -4, { block: "draw-the-loop" });
    await sendSuggestions(fiveBefore + day);
    const letters = await lettersTo(meeting.ada);
    expect(letters).toHaveLength(1);
    expect(letters[0]?.text).toContain("draw-the-loop");
  });

  test("is nothing once the session has begun", async () => {
    const meeting = await aMeeting({ begin: at("2026-12-08T09:30:00Z") });
    await put(meeting, -1);
    await sendSuggestions(at("2026-12-08T09:30:00Z"));
    expect(await countTo(meeting.ada)).toBe(0);
  });

  test("two processes at once plan each once", async () => {
    const meetings = await Promise.all(Array.from({ length: 5 }, () => aMeeting()));
    for (const meeting of meetings) await put(meeting, -5);
    await Promise.all(Array.from({ length: 4 }, () => sendSuggestions(fiveBefore + 60_000)));
    for (const { ada } of meetings) expect(await countTo(ada)).toBe(1);
  });
});
