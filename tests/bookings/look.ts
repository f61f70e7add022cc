import { and, eq, like, notLike, type SQL } from "drizzle-orm";
import { asSystem } from "#db/client.ts";
import { auditLog, authTokens, bookingAttendees, bookings, journeys, messages } from "#db/schema/index.ts";

/** A booking as it lies in the database. */
export async function storedBooking(id: string) {
  const [row] = await asSystem("a test looks", (tx) => tx.select().from(bookings).where(eq(bookings.id, id)));
  if (!row) throw new Error("There is no such booking");
  return row;
}

export const attendeesOf = (id: string) =>
  asSystem("a test looks", (tx) =>
    tx
      .select({ clientId: bookingAttendees.clientId, active: bookingAttendees.active })
      .from(bookingAttendees)
      .where(eq(bookingAttendees.bookingId, id)),
  );

/** What went to those who come. */
export const lettersOf = (id: string) => lettersWhere(id, notLike(messages.kind, "coach\\_%"));

/** What went to the coach. */
export const deskLettersOf = (id: string) => lettersWhere(id, like(messages.kind, "coach\\_%"));

const lettersWhere = (id: string, which: SQL) =>
  asSystem("a test looks", (tx) =>
    tx
      .select({ kind: messages.kind, to: messages.recipientId })
      .from(messages)
      .where(and(eq(messages.bookingId, id), which))
      .orderBy(messages.createdAt),
  );

export const tokensOf = (id: string) =>
  asSystem("a test looks", (tx) => tx.select().from(authTokens).where(eq(authTokens.bookingId, id)));

export const auditOf = (id: string) =>
  asSystem("a test looks", (tx) =>
    tx
      .select({ action: auditLog.action, actor: auditLog.actorId, kind: auditLog.actorKind })
      .from(auditLog)
      .where(eq(auditLog.subjectId, id)),
  );

/** How many rows there are of what a refused attempt could leave behind. */
export const rowsOf = () =>
  asSystem("a test counts", async (tx) => ({
    bookings: await tx.$count(bookings),
    attendees: await tx.$count(bookingAttendees),
    journeys: await tx.$count(journeys),
    letters: await tx.$count(messages),
    tokens: await tx.$count(authTokens),
    lines: await tx.$count(auditLog),
  }));
