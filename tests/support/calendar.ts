import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { asSystem } from "#db/client.ts";
import { arcs, bookings, busyFeeds, busyTimes } from "#db/schema/index.ts";
import { aBooking, aHold } from "#tests/support/bookings.ts";
import { aClient, aCoach, aType } from "#tests/support/people.ts";
import type { Portal } from "#tests/support/portal.ts";
import { demoCoach, demoType, inDatabase } from "#tests/support/signed-in.ts";

const hour = 3_600_000;
const day = 24 * hour;
let weeks = 0;

/** A week of the demo coach, some weeks ahead and each time another, with one of everything that a calendar shows. */
export async function anOrdinaryWeek(portal: Portal) {
  weeks += 1;
  const monday = mondayIn(6 + weeks);
  const type = await demoType(portal, "integration");
  const at = (days: number, hours: number) => ({
    with: demoCoach,
    type,
    start: monday + days * day + hours * hour,
  });
  const names = {
    ahead: `Vera ${weeks}`,
    asked: `Ruth ${weeks}`,
    held: `Robin ${weeks}`,
    cancelled: `David ${weeks}`,
    long: `Maximiliane-Friederike von Hohenlohe-Schillingsfürst-Wolkenstein ${weeks}`,
  };
  const { ahead, email } = await inDatabase(portal, async () => {
    const client = (name: string) => aClient({ name, zone: "Asia/Tokyo" });
    const vera = await client(names.ahead);
    const ahead = await aBooking({ ...at(0, 10), for: vera });
    await aBooking({ ...at(1, 13), for: await client(names.asked), status: "requested" });
    await aBooking({ ...at(2, 9), for: await client(names.cancelled), status: "cancelled" });
    await aBooking({ ...at(4, 14), for: await client(names.long) });
    const visitor = `${randomUUID()}@example.org`;
    await aHold({ ...at(3, 15), minutes: 30, email: visitor, name: names.held, until: Date.now() + hour });
    await keepBusy(monday + 3 * day + 9 * hour);
    return { ahead, email: vera.email };
  });
  return { monday: dateOf(monday), names, ahead: { id: ahead, email } };
}

/** As if another calendar of the demo coach had been read: an hour is taken there. */
async function keepBusy(start: number): Promise<void> {
  await asSystem("a test keeps the coach busy", async (tx) => {
    const feed = {
      coachId: demoCoach.id,
      name: "Private",
      host: "calendar.example.org",
      url: Buffer.alloc(1),
    };
    const [made] = await tx
      .insert(busyFeeds)
      .values({ ...feed, state: "good", goodAt: Date.now() })
      .returning({ id: busyFeeds.id });
    await tx
      .insert(busyTimes)
      .values({ feedId: made?.id ?? "", coachId: demoCoach.id, during: { start, end: start + hour } });
  });
}

/** A day of guidance some weeks ahead, on a Monday, with a session a week after it, and the coach who holds them. */
export async function aDayWithOthers(portal: Portal) {
  const start = mondayIn(4) + 9 * hour;
  return inDatabase(portal, async () => {
    const [coach, client] = [await aCoach({ name: "Rosa" }), await aClient({ name: "Priya", zone: "UTC" })];
    const guidance = await aType(coach, { kind: "guidance", name: "Guidance", minutes: 480 });
    const integration = await aType(coach, { kind: "integration", name: "Integration" });
    const dayId = await aBooking({ with: coach, type: guidance, start, minutes: 480, for: client });
    const after = await aBooking({ with: coach, type: integration, start: start + 7 * day, for: client });
    await asSystem("a test lets two sessions belong together", async (tx) => {
      const [row] = await tx
        .select({ journeyId: bookings.journeyId })
        .from(bookings)
        .where(eq(bookings.id, dayId));
      const [arc] = await tx
        .insert(arcs)
        .values({ coachId: coach.id, journeyId: row?.journeyId ?? "" })
        .returning({ id: arcs.id });
      for (const [id, arcStep] of [
        [dayId, "guidance"],
        [after, "after_week"],
      ] as const)
        await tx
          .update(bookings)
          .set({ arcId: arc?.id ?? null, arcStep })
          .where(eq(bookings.id, id));
    });
    return { coach, client, dayId, date: dateOf(start), weekAfter: dateOf(start + 7 * day) };
  });
}

const dateOf = (ms: number) => new Date(ms).toISOString().slice(0, 10);

// The first day that computers count was a Thursday.
function mondayIn(weeks: number): number {
  return Date.now() - ((Date.now() + 3 * day) % (7 * day)) + weeks * 7 * day;
}
