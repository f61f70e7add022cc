import { and, desc, eq, inArray, isNotNull, isNull, ne, sql } from "drizzle-orm";
import { asViewer, stepAsSystem, type Tx } from "#db/client.ts";
import { bookings, lessonVersions, reflections, users } from "#db/schema/index.ts";
import { together } from "#db/together.ts";
import type { ClientViewer } from "#lib/auth/viewer.ts";
import type { Place } from "#lib/bookings/place-in-list.ts";
import { listOwnShares, type OwnShare } from "#lib/reflections/own-shares.ts";
import { undoWithin } from "#lib/reflections/rules.ts";
import { type Piece, readPieces } from "./pieces.ts";

const onAPage = 20;
const { id, authorId, kind, day, writtenAt, bookingId, removedAt } = reflections;

/** What a client wrote, in a list: nothing of it is opened. */
export type WrittenRow = {
  id: string;
  kind: Piece["kind"];
  day: number | null;
  writtenAt: number;
  session: { id: string; start: number; coachName: string } | undefined;
  lesson: string | undefined;
  shares: OwnShare[];
};

export type By = "time" | "session";

/** A page of all that a client wrote: what was written last first, or beside the latest session first. */
export async function listWritten(client: ClientViewer, by: By, place: Place | undefined) {
  return asViewer(client, async (tx) => {
    const at = by === "time" ? writtenAt : sql`lower(${bookings.during})`;
    const isBefore =
      place && sql`(${at}, ${id}) < (${new Date(place.start).toISOString()}::timestamptz, ${place.id}::uuid)`;
    const [[reader], rows] = await together(
      tx.select({ zone: users.zone }).from(users).where(eq(users.id, client.id)).execute(),
      tx
        .select({
          ...{ id, kind, day, writtenAt, bookingId, versionId: reflections.versionId },
          ...{ during: bookings.during, coachName: users.displayName },
        })
        .from(reflections)
        .leftJoin(bookings, eq(bookings.id, bookingId))
        .leftJoin(users, eq(users.id, bookings.coachId))
        .where(
          and(
            eq(authorId, client.id),
            isNull(removedAt),
            by === "session" ? isNotNull(bookings.id) : undefined,
            isBefore,
          ),
        )
        .orderBy(desc(at), desc(id))
        .limit(onAPage + 1)
        .execute(),
    );
    const shown = rows.slice(0, onAPage);
    const titles = await readTitles(
      tx,
      shown.flatMap(({ versionId }) => versionId ?? []),
    );
    const shares = await listOwnShares(
      tx,
      client,
      shown.map((row) => row.id),
    );
    const last = shown.at(-1);
    const rest: Place | undefined =
      last && rows.length > onAPage
        ? { start: by === "time" ? last.writtenAt : (last.during?.start ?? 0), id: last.id }
        : undefined;
    return {
      zone: reader?.zone ?? "UTC",
      rest,
      rows: shown.map(
        ({ bookingId: booking, during, coachName, versionId, ...row }): WrittenRow => ({
          ...row,
          session:
            booking && during ? { id: booking, start: during.start, coachName: coachName ?? "" } : undefined,
          lesson: titles.get(versionId ?? ""),
          shares: shares.filter(({ reflectionId }) => reflectionId === row.id),
        }),
      ),
    };
  });
}

/** One of them, whole, with who reads it; undefined: there is none of theirs. A journal has a page of its own. */
export async function findWritten(client: ClientViewer, reflectionId: string, now: number) {
  return asViewer(client, async (tx) => {
    const [[reader], [found]] = await together(
      tx.select({ zone: users.zone }).from(users).where(eq(users.id, client.id)).execute(),
      tx
        .select({ id })
        .from(reflections)
        .where(and(eq(id, reflectionId), eq(authorId, client.id), ne(kind, "journal")))
        .execute(),
    );
    const [piece] = found ? await readPieces(tx, client, [found.id]) : [];
    if (!piece) return undefined;
    const shares = await listOwnShares(tx, client, [piece.id], now - undoWithin);
    return { ...piece, zone: reader?.zone ?? "UTC", shares };
  });
}
export type Written = NonNullable<Awaited<ReturnType<typeof findWritten>>>;

/** Also of lessons that were withdrawn since. */
async function readTitles(tx: Tx, versionIds: string[]): Promise<Map<string, string>> {
  if (versionIds.length === 0) return new Map();
  const rows = await stepAsSystem(tx, "a client sees in which lessons they wrote", () =>
    tx
      .select({ id: lessonVersions.id, title: lessonVersions.title })
      .from(lessonVersions)
      .where(inArray(lessonVersions.id, [...new Set(versionIds)])),
  );
  return new Map(rows.map((row) => [row.id, row.title]));
}
