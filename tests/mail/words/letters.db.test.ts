import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { askForArc } from "#lib/arcs/commands/ask-for-arc.ts";
import { planMove } from "#lib/arcs/plan-move.ts";
import { confirmRequest, declineRequest } from "#lib/bookings/commands/answer-request.ts";
import { bookSlot } from "#lib/bookings/commands/book-slot.ts";
import { cancelBooking } from "#lib/bookings/commands/cancel-booking.ts";
import { moveBooking } from "#lib/bookings/commands/move-booking.ts";
import { proposeTimes } from "#lib/bookings/commands/propose-times.ts";
import { remind } from "#lib/bookings/reminders/remind.ts";
import { startWorker } from "#lib/jobs/worker.ts";
import { keepWords } from "#lib/mail/words/commands.ts";
import { type SpokenKind, spoken, spokenKinds } from "#lib/mail/words/spoken.ts";
import { aGuide, aWish, theDay } from "#tests/arcs/a-practice.ts";
import { mailsTo } from "#tests/auth/mails.ts";
import { eventually, onPostOffice } from "#tests/mail/post-office.ts";
import { aClient, aCoach, aType, type Coach } from "#tests/support/people.ts";

const office = onPostOffice();

const hour = 3_600_000;
const day = 24 * hour;
const now = Date.parse("2026-12-01T08:00:00Z");
const start = Date.parse("2026-12-10T10:00:00Z");
const zone = "Europe/Lisbon";

const wordsFor = (kind: SpokenKind) => `These are **my** words for ${kind.replaceAll("_", " ")}.`;
const asRead = (kind: SpokenKind) => `From Sol:\n\nThese are my words for ${kind.replaceAll("_", " ")}.`;

async function writeAll(coach: Coach) {
  for (const kind of spokenKinds) await keepWords(coach, { kind, words: wordsFor(kind), seen: null }, now);
}

/** Whatever a coach and a client can bring about in letters with words, in the order of `kinds`. */
async function bringAbout(sol: Coach) {
  const ada = await aClient();
  const [instant, asked] = [await aType(sol), await aType(sol, { kind: "couple", mode: "request" })];
  const book = async (typeId: string, at: number) =>
    (await bookSlot(ada, { typeId, start: at, zone }, randomUUID(), now)).bookingId;
  const booked = await book(instant, start);
  await moveBooking(ada, booked, { start: start + day, zone, others: [] }, now);
  await cancelBooking(ada, booked, now);
  const request = await book(asked, start + 2 * day);
  await proposeTimes(sol, request, { starts: [start + 3 * day] }, now);
  await declineRequest(sol, request, "I am away.", now);
  return mailsTo(ada.email);
}
const kinds = [
  "booking_confirmed",
  "booking_moved",
  "booking_cancelled",
  "booking_requested",
  "times_proposed",
  "booking_declined",
] as const;

test("every letter carries its coach's words for it, between its first line and its facts", async () => {
  const sol = await aCoach({ name: "Sol" });
  await writeAll(sol);
  const mails = await bringAbout(sol);
  expect(mails).toHaveLength(kinds.length);
  for (const [index, kind] of kinds.entries()) {
    const [hello, first, from, words] = mails[index]?.text.split("\n\n") ?? [];
    expect([hello, first]).toEqual(["Hello Ada,", expect.stringContaining("Sol")]);
    expect(`${from}\n\n${words}`).toBe(asRead(kind));
    expect(mails[index]?.subject).toBe("A note from your portal");
    expect(mails[index]?.html).toContain("<strong>my</strong>");
  }
});

test("another coach's words are in none of them", async () => {
  await writeAll(await aCoach({ name: "Kim" }));
  for (const [index, { text }] of (await bringAbout(await aCoach({ name: "Sol" }))).entries()) {
    expect(text).not.toMatch(/From |my words/);
    const { shipped } = spoken[kinds[index] ?? "booking_confirmed"];
    expect(text).toContain(shipped);
  }
});

test("letters about a day of guidance and all that goes with it carry the coach's words", async () => {
  const practice = await aGuide();
  await writeAll(practice.coach);
  const ada = await aClient();
  const ask = () => askForArc(ada, aWish(practice), undefined, now);
  await declineRequest(practice.coach, (await ask()).bookingId, "I am away.", now);
  const { bookingId } = await ask();
  await confirmRequest(practice.coach, bookingId, now, "We talked.");
  const nextWeek = { start: theDay + 7 * day, zone };
  const { others } = await planMove(ada, bookingId, nextWeek, now);
  const along = others
    .filter(({ fate }) => fate === "moves")
    .map((one) => ({ bookingId: one.bookingId, start: Date.parse(one.start ?? "") }));
  await moveBooking(ada, bookingId, { ...nextWeek, others: along }, now);
  await cancelBooking(ada, bookingId, now);
  const words = (await mailsTo(ada.email)).map(({ text }) => /From Sergio:\n\n(.+)\n/.exec(text)?.[1]);
  expect(words).toEqual(
    ["requested", "declined", "requested", "confirmed", "moved", "cancelled"].map(
      (what) => `These are my words for arc ${what}.`,
    ),
  );
});

test("reminders carry them too", async () => {
  const [sol, ada] = [await aCoach({ name: "Sol" }), await aClient()];
  await writeAll(sol);
  // A booking is made when it is made, and nobody is reminded of what was due before.
  const soon = Math.ceil(Date.now() / day) * day + 3 * day + 10 * hour;
  await bookSlot(ada, { typeId: await aType(sol), start: soon, zone }, randomUUID(), Date.now());
  for (const before of [day, hour]) await remind(soon - before);
  const texts = (await mailsTo(ada.email)).map(({ text }) => text);
  for (const kind of ["meeting_tomorrow", "meeting_soon"] as const)
    expect(texts.filter((text) => text.includes(asRead(kind)))).toHaveLength(1);
});

test("they arrive, and what was planned before they changed arrives as it was planned", async () => {
  const [sol, ada] = [await aCoach({ name: "Sol" }), await aClient()];
  const typeId = await aType(sol);
  const kind = "booking_confirmed";
  const savedAt = await keepWords(sol, { kind, words: "Please ring twice.", seen: null }, Date.now());
  const later = Math.ceil(Date.now() / hour) * hour + 3 * day;
  await bookSlot(ada, { typeId, start: later, zone }, randomUUID(), Date.now());
  const seen = new Date(savedAt ?? 0).toISOString();
  await keepWords(sol, { kind, words: spoken[kind].shipped, seen }, Date.now());
  await startWorker();
  await eventually(async () => (await office.arrived(ada.email)).length === 1);
  const [mail] = await office.arrived(ada.email);
  expect(mail?.text).toContain("is confirmed.\n\nFrom Sol:\n\nPlease ring twice.\n\n");
});
