import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { asSystem } from "#db/client.ts";
import { auditLog, bookings, mailPreferences, meetingLinks, messages } from "#db/schema/index.ts";
import { cancelBooking } from "#lib/bookings/commands/cancel-booking.ts";
import { moveBooking } from "#lib/bookings/commands/move-booking.ts";
import { remind } from "#lib/bookings/reminders/remind.ts";
import { claimMessage } from "#lib/mail/claim.ts";
import { openedLettersTo } from "#tests/bookings/opened-letters.ts";
import { onPostOffice } from "#tests/mail/post-office.ts";
import { aBooking } from "#tests/support/bookings.ts";
import { aClient, aCoach, aType, type Client } from "#tests/support/people.ts";

onPostOffice();

const hour = 3_600_000;
const day = 24 * hour;
const at = (iso: string) => Date.parse(iso);
const start = at("2026-12-08T18:00:00Z");
const longAgo = start - 30 * day;

type World = { zone?: string; begin?: number; madeAt?: number; type?: Parameters<typeof aType>[1] };

async function aMeeting({ zone = "Europe/Lisbon", begin = start, madeAt = longAgo, type = {} }: World = {}) {
  const [ada, sol] = [await aClient({ name: "Ada", zone }), await aCoach({ name: "Sol", zone: "UTC" })];
  const typeId = await aType(sol, type);
  const id = await aBooking({ for: ada, with: sol, type: typeId, start: begin, madeAt });
  return { ada, sol, typeId, id };
}

const remindersTo = async (person: Client) =>
  (await openedLettersTo(person)).filter(
    ({ kind }) => kind === "meeting_tomorrow" || kind === "meeting_soon",
  );
const kindsTo = async (person: Client) => (await remindersTo(person)).map(({ kind }) => kind);
const prefer = (person: Client, wishes: Partial<typeof mailPreferences.$inferInsert>) =>
  asSystem("a test chooses", (tx) =>
    tx.insert(mailPreferences).values({ userId: person.id, updatedAt: longAgo, ...wishes }),
  );

/** A job each minute from the one instant to the other; gives when it planned a reminder for this person. */
async function minuteByMinute(person: Client, from: string, until: string): Promise<string[]> {
  const when: string[] = [];
  let known = (await remindersTo(person)).length;
  for (let now = at(from); now <= at(until); now += 60_000) {
    await remind(now);
    const count = (await remindersTo(person)).length;
    if (count > known) when.push(new Date(now).toISOString());
    known = count;
  }
  return when;
}

describe("a client who comes", () => {
  test("is reminded the day before and an hour before, once each", async () => {
    const { ada, id } = await aMeeting();
    await remind(start - day - 1);
    expect(await kindsTo(ada)).toEqual([]);
    for (const now of [start - day, start - day + 1, start - 2 * hour]) await remind(now);
    expect(await kindsTo(ada)).toEqual(["meeting_tomorrow"]);
    for (const now of [start - hour, start - 1]) await remind(now);
    expect(await remindersTo(ada)).toMatchObject([
      { kind: "meeting_tomorrow", dedupe: `reminder:${id}:first:${start}:${ada.id}` },
      { kind: "meeting_soon", dedupe: `reminder:${id}:last:${start}:${ada.id}` },
    ]);
    expect(await remindersTo(ada)).toMatchObject([
      { bookingId: id, forStart: start, expiresAt: start, lane: "reminder", notBefore: null },
      { bookingId: id, forStart: start, expiresAt: start, lane: "reminder", notBefore: null },
    ]);
  });

  test("reads the time on their own clock, with a subject that tells nothing", async () => {
    const { ada } = await aMeeting({ zone: "Asia/Kathmandu" });
    await remind(start - day);
    const [letter] = await remindersTo(ada);
    expect(letter?.subject).toBe("A note from your portal");
    expect(letter?.headers?.["List-Unsubscribe-Post"]).toBe("List-Unsubscribe=One-Click");
    expect(letter?.text).toContain("Tuesday, 23:45\n8 December 2026, until 00:45");
    expect(letter?.text).toContain("Kathmandu time (Asia/Kathmandu)");
  });

  test("may want the day and hour in the subject", async () => {
    const { ada } = await aMeeting();
    await prefer(ada, { saysWhen: true });
    await remind(start - day);
    expect((await remindersTo(ada))[0]?.subject).toBe("Tuesday 8 December, 18:00");
  });

  test("is each of two, in their own zone and as they wish", async () => {
    const [jo, ute, sol] = [
      await aClient({ zone: "Europe/Lisbon" }),
      await aClient({ zone: "America/New_York" }),
      await aCoach(),
    ];
    const type = await aType(sol, { kind: "couple" });
    await aBooking({ for: [jo, ute], with: sol, type, start, madeAt: longAgo });
    await prefer(ute, { firstReminder: 2 * 1440 });
    await remind(start - 2 * day);
    expect([await kindsTo(jo), await kindsTo(ute)]).toEqual([[], ["meeting_tomorrow"]]);
    await remind(start - day);
    expect([await kindsTo(jo), await kindsTo(ute)]).toEqual([["meeting_tomorrow"], ["meeting_tomorrow"]]);
    expect((await remindersTo(ute))[0]?.text).toContain("Tuesday, 13:00");
  });
});

describe("the hour at which it comes", () => {
  test("is the right one on the reader's clock across both changes, wherever the coach is", async () => {
    // Two days on which New York's clocks turn; the coach is at UTC.
    for (const [begin, from, due] of [
      ["2026-11-01T18:00:00Z", "2026-10-31T16:50:00Z", "2026-10-31T17:00:00.000Z"],
      ["2027-03-14T16:00:00Z", "2027-03-13T16:50:00Z", "2027-03-13T17:00:00.000Z"],
    ] as const) {
      const { ada } = await aMeeting({
        zone: "America/New_York",
        begin: at(begin),
        madeAt: at(begin) - 30 * day,
      });
      const until = new Date(at(due) + 5 * 60_000).toISOString();
      expect(await minuteByMinute(ada, from, until)).toEqual([due]);
      expect((await remindersTo(ada))[0]?.text).toMatch(/Sunday, 1[23]:00/);
    }
  });

  test("is the last minute before quiet hours", async () => {
    const { ada } = await aMeeting({ begin: at("2026-12-08T08:00:00Z") });
    expect(await minuteByMinute(ada, "2026-12-06T19:55:00Z", "2026-12-06T20:02:00Z")).toEqual([
      "2026-12-06T19:59:00.000Z",
    ]);
    expect(await minuteByMinute(ada, "2026-12-07T19:55:00Z", "2026-12-07T20:02:00Z")).toEqual([
      "2026-12-07T19:59:00.000Z",
    ]);
  });

  test("is kept in the days round guidance too", async () => {
    const { ada } = await aMeeting({ type: { kind: "guidance" } });
    for (const now of [start - day, start - hour]) await remind(now);
    expect(await kindsTo(ada)).toEqual(["meeting_tomorrow", "meeting_soon"]);
    expect((await remindersTo(ada)).map(({ notBefore }) => notBefore)).toEqual([null, null]);
  });

  test("is none for somebody who wants no reminders", async () => {
    const { ada } = await aMeeting();
    await prefer(ada, { reminders: false });
    for (const now of [start - day, start - hour]) await remind(now);
    expect(await kindsTo(ada)).toEqual([]);
  });
});

describe("a meeting that is made late", () => {
  test("less than a day ahead is reminded of an hour before only", async () => {
    const { ada } = await aMeeting({ madeAt: start - day + 1 });
    for (const now of [start - day + 60_000, start - hour]) await remind(now);
    expect(await kindsTo(ada)).toEqual(["meeting_soon"]);
  });

  test("counts from when the coach said yes", async () => {
    const { ada, id } = await aMeeting();
    await asSystem("a test says yes late", (tx) =>
      tx.insert(auditLog).values({
        at: new Date(start - 20 * hour),
        actorKind: "coach",
        action: "booking.confirmed",
        subjectType: "booking",
        subjectId: id,
      }),
    );
    await remind(start - 19 * hour);
    expect(await kindsTo(ada)).toEqual([]);
    await remind(start - hour);
    expect(await kindsTo(ada)).toEqual(["meeting_soon"]);
  });

  test("is not reminded of once it has begun, nor while it is only asked for", async () => {
    const { ada, id } = await aMeeting();
    await remind(start);
    const setStatus = (status: "requested" | "confirmed") =>
      asSystem("a test", (tx) => tx.update(bookings).set({ status }).where(eq(bookings.id, id)));
    await setStatus("requested");
    await remind(start - hour);
    expect(await kindsTo(ada)).toEqual([]);
    await setStatus("confirmed");
    await remind(start - hour);
    expect(await kindsTo(ada)).toEqual(["meeting_soon"]);
  });
});

describe("a meeting that moves", () => {
  test("leaves no reminder for the old time: one that is planned is dropped, and none is made any more", async () => {
    const { ada, id } = await aMeeting({ type: { cutOff: 60 } });
    const moved = start + 3 * day;
    await remind(start - day);
    const [old] = await remindersTo(ada);
    await moveBooking(ada, id, { start: moved, zone: "UTC" }, start - 20 * hour);
    expect(await claimMessage(old?.id ?? "", start - 20 * hour)).toMatchObject({ ended: "dropped" });
    await asSystem("a test forgets it", (tx) => tx.delete(messages).where(eq(messages.id, old?.id ?? "")));
    for (const now of [start - hour, start - 1]) await remind(now);
    expect(await kindsTo(ada)).toEqual([]);
    for (const now of [moved - day, moved - hour]) await remind(now);
    expect((await remindersTo(ada)).map(({ forStart }) => forStart)).toEqual([moved, moved]);
  });

  test("to less than a day ahead is reminded of an hour before", async () => {
    const { ada, id } = await aMeeting({ begin: start + 3 * day });
    await moveBooking(ada, id, { start, zone: "UTC" }, start - 20 * hour);
    for (const now of [start - 20 * hour, start - hour]) await remind(now);
    expect(await kindsTo(ada)).toEqual(["meeting_soon"]);
  });

  test("or is cancelled while a reminder waits to go: that is dropped, and no other comes", async () => {
    const { ada, sol, id } = await aMeeting();
    await remind(start - day);
    const [waiting] = await remindersTo(ada);
    await cancelBooking(sol, id, start - 20 * hour);
    expect(await claimMessage(waiting?.id ?? "", start - 20 * hour)).toMatchObject({ ended: "dropped" });
    await asSystem("a test forgets it", (tx) =>
      tx.delete(messages).where(eq(messages.id, waiting?.id ?? "")),
    );
    await remind(start - hour);
    expect(await kindsTo(ada)).toEqual([]);
  });
});

describe("after the portal was off", () => {
  test("for an hour, what came due meanwhile is made up for", async () => {
    const { ada } = await aMeeting();
    await remind(start - day - 10 * 60_000);
    await remind(start - day + 50 * 60_000);
    expect(await kindsTo(ada)).toEqual(["meeting_tomorrow"]);
  });

  test("what is of no use any more is not sent: neither the first with the last, nor any after the begin", async () => {
    const { ada } = await aMeeting();
    await remind(start - 30 * 60_000);
    expect(await kindsTo(ada)).toEqual(["meeting_soon"]);
    const { ada: late } = await aMeeting({ begin: start + hour });
    await remind(start + hour);
    expect(await kindsTo(late)).toEqual([]);
  });

  test("two processes at once plan each once", async () => {
    const people = await Promise.all(
      Array.from({ length: 6 }, async (_, n) => (await aMeeting({ begin: start + n * 60_000 })).ada),
    );
    await Promise.all(Array.from({ length: 4 }, () => remind(start - day + 10 * 60_000)));
    for (const person of people) expect(await kindsTo(person)).toEqual(["meeting_tomorrow"]);
  });
});

describe("what it says", () => {
  async function withRoom() {
    const made = await aMeeting({ type: { place: "By video.", cutOff: 12 * 60 } });
    await asSystem("a test sets a link", (tx) =>
      tx.insert(meetingLinks).values({ typeId: made.typeId, link: "https://rooms.example/4hd9" }),
    );
    return made;
  }

  test("the day before: when the way in opens, not where it is; and until when it may be moved", async () => {
    const { ada, id } = await withRoom();
    await remind(start - day);
    const [{ text = "", html = "" } = {}] = await remindersTo(ada);
    expect(text).toContain("The link to join stands on that page from 17:00, an hour before you meet.");
    expect(text).toContain(`http://localhost:3000/sessions/${id}`);
    expect(text).toContain("until Tuesday 8 December, 06:00, Lisbon time");
    expect(html + text).not.toContain("rooms.example");
  });

  test("an hour before: the way in itself, and nothing of moving it once that is over", async () => {
    const { ada, id } = await withRoom();
    await remind(start - hour);
    const [{ text = "" } = {}] = await remindersTo(ada);
    expect(text).toContain("Join by video:\nhttps://rooms.example/4hd9");
    expect(text).toContain(`http://localhost:3000/sessions/${id}`);
    expect(text).not.toMatch(/move or cancel/);
  });

  test("earlier than that, the last one says when the way in opens", async () => {
    const { ada } = await withRoom();
    await prefer(ada, { lastReminder: 180 });
    await remind(start - 3 * hour);
    const [{ kind, text = "" } = {}] = await remindersTo(ada);
    expect(kind).toBe("meeting_soon");
    expect(text).toContain("The link to join stands on that page from 17:00");
    expect(text).not.toContain("rooms.example");
  });

  test("without a room, neither says a word of one", async () => {
    const { ada } = await aMeeting({ type: { place: "At the practice" } });
    for (const now of [start - day, start - hour]) await remind(now);
    for (const { text } of await remindersTo(ada)) {
      expect(text).toContain("At the practice");
      expect(text).not.toMatch(/link to join|video/i);
    }
  });
});
