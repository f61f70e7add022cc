import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { asSystem } from "#db/client.ts";
import { bookings, mailPreferences, messages } from "#db/schema/index.ts";
import { habitsOf } from "#lib/mail/habits.ts";
import { planMessage } from "#lib/mail/messages.ts";
import { sendMessage } from "#lib/mail/sender.ts";
import { aBooking } from "#tests/support/bookings.ts";
import { aLetter } from "#tests/support/letters.ts";
import { aClient, aCoach, aType } from "#tests/support/people.ts";
import { onPostOffice } from "./post-office.ts";

const office = onPostOffice();
const hour = 3_600_000;
const start = Math.ceil(Date.now() / hour) * hour + 48 * hour;

const later = { start: start + hour, end: start + 2 * hour };

let client: Awaited<ReturnType<typeof aClient>>;
let bookingId: string;

beforeAll(async () => {
  const coach = await aCoach();
  client = await aClient({ zone: "UTC" });
  bookingId = await aBooking({ with: coach, type: await aType(coach), start, for: client });
});

async function aReminder() {
  const letter = aLetter({ recipientId: client.id, to: client.email, bookingId, forStart: start });
  const id = await asSystem("a test plans a letter", (tx) => planMessage(tx, letter, Date.now()));
  return id ?? "";
}

async function rowOf(id: string) {
  const [row] = await asSystem("a test looks", (tx) =>
    tx
      .select({ state: messages.state, payload: messages.payload, lastError: messages.lastError })
      .from(messages)
      .where(eq(messages.id, id)),
  );
  return row;
}

describe("a letter that speaks of a meeting", () => {
  test("goes where the meeting still begins then", async () => {
    const id = await aReminder();
    expect(await sendMessage(id, "reminder")).toBe("sent");
    expect(await office.arrived(client.email)).toHaveLength(1);
  });

  test("is dropped where it was moved or called off meanwhile, and nothing of it is kept", async () => {
    for (const change of [
      { during: later, occupied: later },
      { status: "cancelled" as const, cancelledAt: start - hour },
    ]) {
      const id = await aReminder();
      const [before] = await asSystem("a test moves", async (tx) => {
        const was = await tx
          .select({
            during: bookings.during,
            occupied: bookings.occupied,
            status: bookings.status,
            cancelledAt: bookings.cancelledAt,
          })
          .from(bookings)
          .where(eq(bookings.id, bookingId));
        await tx.update(bookings).set(change).where(eq(bookings.id, bookingId));
        return was;
      });
      expect(await sendMessage(id, "reminder")).toBe("dropped");
      expect(await rowOf(id)).toEqual({ state: "dropped", payload: null, lastError: "moved" });
      await asSystem("a test moves back", (tx) =>
        tx
          .update(bookings)
          .set(before ?? {})
          .where(eq(bookings.id, bookingId)),
      );
    }
    expect(await office.arrived(client.email)).toEqual([]);
  });
});

test("which mail somebody wants is known to whoever writes to them", async () => {
  await asSystem("a test chooses", (tx) =>
    tx.insert(mailPreferences).values({ userId: client.id, reminders: false, updatedAt: Date.now() }),
  );
  const habits = await asSystem("a test looks", (tx) => habitsOf(tx, client.id, Date.now()));
  expect(habits).toMatchObject({ zone: "UTC", still: [], quietFrom: 1200, quietUntil: 540, saysWhen: false });
  expect(habits?.wants).toEqual({
    reminders: false,
    questions: true,
    checkIns: true,
    lessons: true,
    desk: true,
    overview: true,
  });
});
