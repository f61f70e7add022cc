import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { asSystem } from "#db/client.ts";
import { letterWords, mailPreferences, reflectionShares } from "#db/schema/index.ts";
import { ensureQuestions } from "#lib/questions/shipped-sets.ts";
import { sendAsked } from "#lib/reflections/letters/send-due.ts";
import { takeBack } from "#lib/reflections/take-back.ts";
import { openedLettersTo } from "#tests/bookings/opened-letters.ts";
import { onPostOffice } from "#tests/mail/post-office.ts";
import { aReflection, beforeIt, daysAfter } from "#tests/support/asked.ts";
import { aBooking } from "#tests/support/bookings.ts";
import { aClient, aCoach, aType, type Client } from "#tests/support/people.ts";
import {
  aGuidance,
  aMeeting,
  archive,
  at,
  change,
  hour,
  type Kind,
  type Meeting,
  movedTo,
  opens,
  share,
  start,
} from "./a-meeting.ts";

const office = onPostOffice();
const day = 24 * hour;
const morningBefore = at("2026-12-07T09:00:00Z");

beforeAll(() => ensureQuestions(office.database.url, 0));

const kindsTo = async (person: Client) => (await openedLettersTo(person)).map(({ kind }) => kind);
const prefer = (person: Client, wishes: Partial<typeof mailPreferences.$inferInsert>) =>
  asSystem("a test chooses", (tx) =>
    tx.insert(mailPreferences).values({ userId: person.id, updatedAt: 0, ...wishes }),
  );
describe("a client who is asked something before a session", () => {
  test("is written to when it opens and once more the day before, each once, also by two processes at once", async () => {
    const { ada, booking } = await aMeeting();
    await sendAsked(opens - 1);
    expect(await kindsTo(ada)).toEqual([]);
    const counts = await Promise.all([sendAsked(opens), sendAsked(opens), sendAsked(opens)]);
    expect(counts.sort()).toEqual([0, 0, 1]);
    for (const now of [opens + hour, morningBefore - 1]) await sendAsked(now);
    expect(await kindsTo(ada)).toEqual(["reflection_open"]);
    for (const now of [morningBefore, morningBefore + hour, start - 1]) await sendAsked(now);
    expect(await openedLettersTo(ada)).toMatchObject([
      { kind: "reflection_open", bookingId: booking, expiresAt: start, notBefore: null, lane: "reminder" },
      { kind: "reflection_reminder", bookingId: booking, expiresAt: start },
    ]);
  });

  test("reads when, how long and what comes after, no question, and finds the way through signing in", async () => {
    const { ada, booking } = await aMeeting();
    await sendAsked(opens);
    const [{ subject = "", text = "", html = "", headers = {} } = {}] = await openedLettersTo(ada);
    expect(subject).toBe("A note from your portal");
    expect(text).toContain("Before you meet Sol on Tuesday 8 December,");
    expect(text).toContain("about 8 minutes. Three are asked for");
    expect(text).toContain("we write once more on Monday and then not again");
    expect(text).toContain(`/sign-in?next=%2Fsessions%2F${booking}%2Freflection`);
    expect(text).toContain("You meet either way.");
    expect(headers["List-Unsubscribe-Post"]).toBe("List-Unsubscribe=One-Click");
    expect(html + text).not.toMatch(/18:00|worth your time|[Pp]reparation/);
  });

  test("reads the coach's own words", async () => {
    const { ada, sol } = await aMeeting();
    await asSystem("a test writes", (tx) =>
      tx
        .insert(letterWords)
        .values({ coachId: sol.id, kind: "reflection_open", words: "Take your time.", updatedAt: 0 }),
    );
    await sendAsked(opens);
    expect((await openedLettersTo(ada))[0]?.text).toContain("From Sol:\n\nTake your time.");
  });

  test("is told at once where it was booked later, and that nothing else comes", async () => {
    const madeAt = at("2026-12-07T12:00:00Z");
    const { ada } = await aMeeting({ madeAt });
    for (const now of [madeAt, madeAt + hour, start - 1]) await sendAsked(now);
    const letters = await openedLettersTo(ada);
    expect(letters.map(({ kind }) => kind)).toEqual(["reflection_open"]);
    expect(letters[0]?.text).toContain("we do not write about them again");
  });

  test("is one of two, and each gets their own", async () => {
    const [jo, ute, sol] = [await aClient({ name: "Jo" }), await aClient({ name: "Ute" }), await aCoach()];
    const type = await aType(sol, { kind: "couple" });
    await aBooking({ for: [jo, ute], with: sol, type, start, madeAt: 0 });
    await sendAsked(opens);
    for (const person of [jo, ute]) expect(await kindsTo(person)).toEqual(["reflection_open"]);
  });

  test.each<[string, Kind, number]>([
    ["mentorship as well", "mentorship", 1],
    ["guidance as well", "guidance", 1],
    ["a first conversation not", "first_conversation", 0],
  ])("is written to before %s", async (_, kind, count) => {
    const { ada } = await aMeeting({ kind });
    await sendAsked(opens);
    expect(await kindsTo(ada)).toHaveLength(count);
  });

  test("is not written to about what is only asked for, cancelled, or moved away", async () => {
    for (const values of [
      { status: "requested" as const },
      { status: "cancelled" as const, cancelledAt: 0 },
      movedTo(start + 7 * day),
    ]) {
      const { ada, booking } = await aMeeting();
      await change(booking, values);
      await sendAsked(opens);
      expect(await kindsTo(ada)).toEqual([]);
    }
  });

  test("is not written to where they want no such mail", async () => {
    const { ada } = await aMeeting();
    await prefer(ada, { questions: false });
    for (const now of [opens, morningBefore]) await sendAsked(now);
    expect(await kindsTo(ada)).toEqual([]);
  });

  test("hears nothing more once they shared it, also where they took it back; begun alone is not shared", async () => {
    const [shared, back, begun] = [await aMeeting(), await aMeeting(), await aMeeting()];
    await sendAsked(opens);
    for (const { ada, booking } of [shared, back]) await share(ada, beforeIt(booking), opens + hour);
    const [own] = await sharesOf(back);
    await takeBack(back.ada, own ?? "", opens + 2 * hour);
    await aReflection(begun.ada, beforeIt(begun.booking), { focus: "How to begin." }, opens + hour);
    await sendAsked(morningBefore);
    for (const { ada } of [shared, back]) expect(await kindsTo(ada)).toEqual(["reflection_open"]);
    expect(await kindsTo(begun.ada)).toEqual(["reflection_open", "reflection_reminder"]);
  });

  test("is written to anew where it moves to another day, and not where it moves within its day", async () => {
    const { ada, booking } = await aMeeting();
    await sendAsked(opens);
    await change(booking, movedTo(start - 2 * hour));
    await sendAsked(opens + hour);
    expect(await kindsTo(ada)).toEqual(["reflection_open"]);
    await change(booking, movedTo(start + 2 * day));
    await sendAsked(opens + 2 * day);
    const letters = await openedLettersTo(ada);
    expect(letters.map(({ kind }) => kind)).toEqual(["reflection_open", "reflection_open"]);
    expect(letters[1]?.text).toContain("on Thursday 10 December");
  });
});

describe("a client after guidance", () => {
  const dayThree = at("2026-12-11T09:00:00Z");

  test("is written to about each check-in, and once more two days later", async () => {
    const { ada, booking } = await aGuidance();
    for (let now = at("2026-12-09T00:00:00Z"); now < at("2026-12-15T08:00:00Z"); now += hour)
      await sendAsked(now);
    const letters = await openedLettersTo(ada);
    expect(letters.map(({ kind, notBefore }) => [kind, notBefore])).toEqual([
      ["check_in_open", at("2026-12-10T16:00:00Z")],
      ["check_in_open", null],
      ["check_in_reminder", null],
    ]);
    expect(letters[1]?.text).toContain(`/sign-in?next=%2Fsessions%2F${booking}%2Fcheck-in%2F3`);
    expect(letters[0]?.text).toContain("we do not write about it again");
    expect(letters[1]?.text).toContain("once more on Sunday");
  });

  test("is asked nothing where it was not held, or before it is over", async () => {
    const [missed, cancelled, running] = [await aGuidance(), await aGuidance(), await aGuidance()];
    await change(missed.booking, { status: "no_show" });
    await change(cancelled.booking, { status: "cancelled", cancelledAt: 0 });
    await sendAsked(at("2026-12-08T12:00:00Z"));
    expect(await kindsTo(running.ada)).toEqual([]);
    await sendAsked(dayThree);
    for (const { ada } of [missed, cancelled]) expect(await kindsTo(ada)).toEqual([]);
    expect(await kindsTo(running.ada)).toEqual(["check_in_open"]);
  });

  test("hears nothing more of a check-in that they shared, and nothing of one that is archived", async () => {
    const { ada, booking } = await aGuidance();
    await sendAsked(dayThree);
    await share(ada, daysAfter(booking, 3), dayThree + hour);
    await sendAsked(dayThree + 2 * day);
    expect(await kindsTo(ada)).toEqual(["check_in_open"]);
    await archive(7, dayThree);
    await sendAsked(at("2026-12-15T09:00:00Z"));
    await archive(7, null);
    expect(await kindsTo(ada)).toEqual(["check_in_open"]);
  });

  test("is not written to where they want no such mail", async () => {
    const { ada } = await aGuidance();
    await prefer(ada, { checkIns: false });
    await sendAsked(dayThree);
    expect(await kindsTo(ada)).toEqual([]);
  });
});

async function sharesOf({ ada }: Meeting): Promise<string[]> {
  const rows = await asSystem("a test looks", (tx) =>
    tx
      .select({ id: reflectionShares.id })
      .from(reflectionShares)
      .where(eq(reflectionShares.authorId, ada.id)),
  );
  return rows.map(({ id }) => id);
}
