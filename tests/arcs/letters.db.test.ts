import { and, eq } from "drizzle-orm";
import { afterAll, expect, test } from "vitest";
import { asSystem } from "#db/client.ts";
import { messages } from "#db/schema/index.ts";
import { planMove } from "#lib/arcs/plan-move.ts";
import { cancelBooking } from "#lib/bookings/commands/cancel-booking.ts";
import { moveBooking } from "#lib/bookings/commands/move-booking.ts";
import { stopJobs } from "#lib/jobs/boss.ts";
import { payloadPlace } from "#lib/mail/payload.ts";
import { settings } from "#lib/running/settings.ts";
import { unseal } from "#lib/sealed/seal.ts";
import { anArc, day, now, theDay, zone } from "#tests/arcs/a-practice.ts";
import { telling } from "#tests/emails/telling.ts";
import { onFreshDatabase } from "#tests/support/on-fresh-database.ts";
import { aClient } from "#tests/support/people.ts";

onFreshDatabase();
afterAll(() => stopJobs(1_000));

/** What went out of that kind: the text, and of each calendar entry the method, the sequence and the start. */
async function letter(bookingId: string, kind: string) {
  const [row] = await asSystem("a test looks", (tx) =>
    tx
      .select({ id: messages.id, payload: messages.payload })
      .from(messages)
      .where(and(eq(messages.bookingId, bookingId), eq(messages.kind, kind))),
  );
  if (!row?.payload) throw new Error(`There is no letter ${kind}`);
  const body = unseal(settings().encryptionKeys, row.payload, payloadPlace(row.id)).toString("utf8");
  const mail = JSON.parse(body) as {
    text: string;
    subject: string;
    attachments?: { filename: string; content: string; content_type: string }[];
  };
  const entries = (mail.attachments ?? []).map(({ filename, content, content_type }) => {
    const ics = Buffer.from(content, "base64").toString("utf8").replaceAll("\r\n ", "");
    const read = (name: string) => new RegExp(`^${name}[^:]*:(.*)\r?$`, "m").exec(ics)?.[1]?.trim();
    expect(ics).not.toMatch(telling);
    expect(content_type).toContain(`method=${read("METHOD")}`);
    return `${filename} ${read("METHOD")} ${read("SEQUENCE")} ${read("DTSTART")}`;
  });
  expect(mail.text).not.toMatch(telling);
  return { ...mail, entries };
}

test("the coach's yes is one letter with all times in the client's zone and an entry for each", async () => {
  const { bookingId } = await anArc({ ada: await aClient({ zone: "Asia/Kathmandu" }) });
  const { text, entries, subject } = await letter(bookingId, "arc_confirmed");
  expect(subject).toBe("A note from your portal");
  expect(text).toContain("Friday 15 January, 14:45 to 22:45");
  expect(text).toContain("Kathmandu time (Asia/Kathmandu)");
  expect(entries).toEqual([
    "invite-1.ics REQUEST 0 20270108T090000Z",
    "invite-2.ics REQUEST 0 20270115T090000Z",
    "invite-3.ics REQUEST 0 20270117T090000Z",
    "invite-4.ics REQUEST 0 20270122T090000Z",
    "invite-5.ics REQUEST 0 20270129T090000Z",
    "invite-6.ics REQUEST 0 20270214T090000Z",
  ]);
});

test("what is only asked for, or taken back, puts nothing into a calendar", async () => {
  const { ada, bookingId } = await anArc({ isAsked: true });
  expect((await letter(bookingId, "arc_requested")).entries).toEqual([]);
  await cancelBooking(ada, bookingId, now);
  const { text, entries } = await letter(bookingId, "arc_cancelled");
  expect(text).toContain("You took back your wish for these times with Sergio.");
  expect(entries).toEqual([]);
});

test("a move names old and new times, and changes, takes out or leaves each entry", async () => {
  const { ada, bookingId, idOf } = await anArc();
  const start = theDay + 7 * day;
  const { others } = await planMove(ada, bookingId, { start, zone }, now);
  const chosen = others
    .filter(({ fate }) => fate === "moves")
    .map(({ bookingId: id, start: to }) => ({
      bookingId: id,
      start: id === idOf("after_month") ? null : Date.parse(to ?? ""),
    }));
  await moveBooking(ada, bookingId, { start, zone, others: chosen }, now);
  const { text, entries } = await letter(bookingId, "arc_moved");
  expect(text).toContain("Friday 22 January, 09:00 to 17:00, before on Friday 15 January, 09:00");
  expect(text).toContain("This is cancelled along with it:\n\nSunday 14 February, 09:00 to 10:00");
  expect(text).toContain("This stays as it was:\n\nFriday 8 January, 09:00 to 10:00");
  expect(entries).toEqual([
    "invite-1.ics REQUEST 1 20270122T090000Z",
    "invite-2.ics REQUEST 1 20270124T090000Z",
    "invite-3.ics REQUEST 1 20270129T090000Z",
    "invite-4.ics REQUEST 1 20270205T090000Z",
    "invite-5.ics CANCEL 1 20270214T090000Z",
  ]);
});

test("cancelling the day takes out what goes with it, and says that the preparation stays", async () => {
  const { ada, bookingId } = await anArc({ steps: ["preparation", "after_days"] });
  await cancelBooking(ada, bookingId, now);
  const { text, entries } = await letter(bookingId, "arc_cancelled");
  expect(text).toContain("You cancelled these times with Sergio.");
  expect(text).toContain("This stays as it was:\n\nFriday 8 January, 09:00 to 10:00");
  expect(entries).toEqual([
    "invite-1.ics CANCEL 1 20270115T090000Z",
    "invite-2.ics CANCEL 1 20270117T090000Z",
  ]);
});
