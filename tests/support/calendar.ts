import { randomUUID } from "node:crypto";
import { asSystem } from "#db/client.ts";
import { busyFeeds, busyTimes } from "#db/schema/index.ts";
import { aBooking, aHold } from "#tests/support/bookings.ts";
import { aClient } from "#tests/support/people.ts";
import type { Portal } from "#tests/support/portal.ts";
import { demoCoach, demoType, inDatabase } from "#tests/support/signed-in.ts";

const hour = 3_600_000;
const day = 24 * hour;
let weeks = 0;

/** A week of the demo coach, some weeks ahead and each time another, with one of everything that a calendar shows. */
export async function anOrdinaryWeek(portal: Portal) {
  weeks += 1;
  // The first day that computers count was a Thursday.
  const sinceMonday = (Date.now() + 3 * day) % (7 * day);
  const monday = Date.now() - sinceMonday + (6 + weeks) * 7 * day;
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
  return { monday: new Date(monday).toISOString().slice(0, 10), names, ahead: { id: ahead, email } };
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
