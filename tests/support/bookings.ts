import { randomUUID } from "node:crypto";
import { asSystem, type Tx } from "#db/client.ts";
import { bookingAttendees, bookings, journeyMembers, journeys } from "#db/schema/index.ts";
import { visitorKey } from "#lib/bookings/commands/idempotency.ts";
import type { Client, Coach } from "#tests/support/people.ts";

const minute = 60_000;

type Status = (typeof bookings.$inferSelect)["status"];
type Meeting = {
  with: Coach;
  type: string;
  start: number;
  minutes?: number;
  before?: number;
  after?: number;
  /** When it was booked; left out, just now. */
  madeAt?: number;
};

/** A session in the coach's book. Several clients come on a journey that they share. */
export async function aBooking(
  meeting: Meeting & { for: Client | Client[]; status?: Exclude<Status, "held" | "expired"> },
): Promise<string> {
  const people = [meeting.for].flat();
  const status = meeting.status ?? "confirmed";
  const isOff = status === "cancelled" || status === "declined";
  return asSystem("a test needs a booking", async (tx) => {
    const journeyId = await aJourney(tx, meeting.with, people);
    const values = {
      ...rowOf(meeting),
      status,
      journeyId,
      cancelledAt: status === "cancelled" ? 0 : null,
      declinedAt: status === "declined" ? 0 : null,
    };
    const [made] = await tx.insert(bookings).values(values).returning({ id: bookings.id });
    const bookingId = made?.id ?? "";
    await tx.insert(bookingAttendees).values(
      people.map(({ id: clientId }) => ({
        bookingId,
        clientId,
        during: values.during,
        active: !isOff,
        agreedAt: people.length === 1 ? 0 : null,
      })),
    );
    return bookingId;
  });
}

/** A time that a visitor holds until `until`, or has held. */
export async function aHold(
  meeting: Meeting & { email: string; until: number; name?: string; status?: "held" | "expired" },
): Promise<string> {
  const { email, until, name = "Ada", status = "held" } = meeting;
  const isHeld = status === "held";
  const [made] = await asSystem("a test needs a hold", (tx) =>
    tx
      .insert(bookings)
      .values({
        ...rowOf(meeting),
        status,
        holdExpires: until,
        heldName: isHeld ? name : null,
        heldEmail: isHeld ? email : null,
        idempotencyOwner: visitorKey(email),
      })
      .returning({ id: bookings.id }),
  );
  return made?.id ?? "";
}

async function aJourney(tx: Tx, coach: Coach, people: Client[]): Promise<string> {
  const kind = people.length > 1 ? ("couple" as const) : ("individual" as const);
  const [first] = people;
  const known = await tx.select().from(journeyMembers);
  const own = known.find(
    (row) => row.clientId === first?.id && row.coachId === coach.id && row.kind === kind,
  );
  if (own) return own.journeyId;
  const [journey] = await tx
    .insert(journeys)
    .values({ coachId: coach.id, kind })
    .returning({ id: journeys.id });
  const journeyId = journey?.id ?? "";
  await tx
    .insert(journeyMembers)
    .values(people.map(({ id: clientId }) => ({ journeyId, clientId, coachId: coach.id, kind })));
  return journeyId;
}

function rowOf({ with: coach, type, start, minutes = 60, before = 0, after = 0, madeAt }: Meeting) {
  const during = { start, end: start + minutes * minute };
  return {
    coachId: coach.id,
    typeId: type,
    during,
    occupied: { start: start - before * minute, end: during.end + after * minute },
    bookedZone: "Europe/Lisbon",
    icsUid: `${randomUUID()}@attune`,
    idempotencyOwner: "test",
    idempotencyKey: randomUUID(),
    idempotencyHash: Buffer.alloc(32),
    ...(madeAt !== undefined && { createdAt: new Date(madeAt) }),
  };
}
