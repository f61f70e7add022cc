import { and, eq, inArray, ne, type SQL } from "drizzle-orm";
import { stepAsSystem, type Tx } from "#db/client.ts";
import { bookings, reflectionShares, sessionTypes, users } from "#db/schema/index.ts";
import type { CoachViewer } from "#lib/auth/viewer.ts";
import { findClientKeys } from "#lib/reflections/client-key.ts";
import type { SealingKey } from "#lib/sealed/seal.ts";

export type Kind = Exclude<(typeof reflectionShares.$inferSelect)["kind"], "lesson">;

/** What something that a client wrote is about. The session: before which, on whose day, or after which. */
export type AboutShown = {
  kind: Kind;
  day: number | null;
  session: { id: string; start: number; name: string } | null;
};

/** What clients show this coach beside lessons, without any of the words. */
export async function selectShown(
  tx: Tx,
  coach: CoachViewer,
  where: SQL | undefined,
  { order = [], limit = 500, offset = 0 }: { order?: SQL[]; limit?: number; offset?: number } = {},
) {
  const { id, reflectionId, kind, day, bookingId, readableFrom, openedAt } = reflectionShares;
  const rows = await tx
    .select({
      ...{ id, reflectionId, kind, day, bookingId, at: readableFrom, openedAt },
      client: { id: users.id, name: users.displayName },
      during: bookings.during,
      typeName: sessionTypes.name,
    })
    .from(reflectionShares)
    .innerJoin(users, eq(users.id, reflectionShares.authorId))
    .leftJoin(bookings, eq(bookings.id, bookingId))
    .leftJoin(sessionTypes, eq(sessionTypes.id, bookings.typeId))
    .where(
      and(
        eq(reflectionShares.readerId, coach.id),
        eq(reflectionShares.reader, "coach"),
        ne(reflectionShares.kind, "lesson"),
        where,
      ),
    )
    .orderBy(...order)
    .limit(limit)
    .offset(offset);
  return rows.map(({ kind: one, bookingId: session, during, typeName, ...row }) => ({
    ...row,
    kind: one as Kind,
    session: session && during && typeName ? { id: session, start: during.start, name: typeName } : null,
  }));
}
export type Shown = Awaited<ReturnType<typeof selectShown>>[number];

/** All copies of these reflections that this coach was ever shown, also those that were taken back. */
export async function listCopies(tx: Tx, coach: CoachViewer, reflectionIds: string[]) {
  const { id, reflectionId, openedAt, withdrawnAt, readableFrom, authorId, kind, day, bookingId } =
    reflectionShares;
  return stepAsSystem(tx, "which copies a coach was shown", () =>
    tx
      .select({ id, reflectionId, openedAt, withdrawnAt, at: readableFrom, authorId, kind, day, bookingId })
      .from(reflectionShares)
      .where(
        and(
          inArray(reflectionId, reflectionIds),
          eq(reflectionShares.readerId, coach.id),
          eq(reflectionShares.reader, "coach"),
        ),
      ),
  );
}

/** The key of what this client writes, for what they show. */
export async function keyOf(tx: Tx, clientId: string): Promise<SealingKey> {
  const keys = await stepAsSystem(tx, "a coach reads what a client shows them", () =>
    findClientKeys(tx, [clientId]),
  );
  const key = keys.get(clientId);
  if (!key) throw new Error("What was sealed has no key");
  return key;
}
