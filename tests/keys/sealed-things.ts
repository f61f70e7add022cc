import { randomBytes, randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { asSystem, asViewer } from "#db/client.ts";
import { bookingReasons, bookings, calendarFeeds } from "#db/schema/index.ts";
import { reasonPlace, sealAnswer } from "#lib/bookings/sealed-words.ts";
import { tokenPlace } from "#lib/calendar/feed/token.ts";
import { ensureClientKey } from "#lib/reflections/client-key.ts";
import { settings } from "#lib/running/settings.ts";
import { seal } from "#lib/sealed/seal.ts";
import { aBooking } from "#tests/support/bookings.ts";
import { aBusyFeed } from "#tests/support/busy-feeds.ts";
import { aMessage } from "#tests/support/messages.ts";
import { aClient, aCoach, aType } from "#tests/support/people.ts";

export const aKey = (id: string) => `${id}:${randomBytes(32).toString("base64")}`;

const later = Date.parse("2027-03-01T10:00:00Z");
let hours = 0;

/** One thing of each kind that is sealed with the practice's keys. Gives the client whose key is among them. */
export async function somethingOfEachKind() {
  const [client, coach] = [await aClient(), await aCoach()];
  hours += 1;
  const booking = await aBooking({
    for: client,
    with: coach,
    type: await aType(coach),
    start: later + hours * 3_600_000,
  });
  await aMessage(client);
  await aBusyFeed(coach);
  const keys = settings().encryptionKeys;
  const id = randomUUID();
  await asViewer(client, (tx) => ensureClientKey(tx, client.id));
  await asSystem("a test needs sealed things", async (tx) => {
    await tx
      .update(bookings)
      .set({ answerSealed: sealAnswer(booking, "I am away then.") })
      .where(eq(bookings.id, booking));
    await tx.insert(bookingReasons).values({
      ...{ id, bookingId: booking, coachId: coach.id, act: "booked" },
      reason: seal(keys, "As we said.", reasonPlace(id)),
    });
    await tx.insert(calendarFeeds).values({
      userId: client.id,
      tokenHash: randomBytes(32),
      token: seal(keys, "a-token", tokenPlace(client.id)),
      createdAt: new Date(later),
    });
  });
  return { client, coach, booking };
}
