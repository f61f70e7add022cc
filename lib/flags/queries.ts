import { and, desc, eq, inArray, isNull, ne, or, type SQL } from "drizzle-orm";
import { asViewer, stepAsSystem, type Tx } from "#db/client.ts";
import { bookings, flags, reflectionShares, sessionTypes, users } from "#db/schema/index.ts";
import type { CoachViewer } from "#lib/auth/viewer.ts";
import type { Tier } from "#lib/questions/question.ts";
import type { AboutShown, Kind } from "#lib/reflections/for-coach/shown.ts";

/** What waits for the coach in one thing that a client shared. Never an answer, nor which question it was. */
export type Flagged = AboutShown & {
  /** Of the copy to read now. */
  shareId: string;
  client: { id: string; name: string };
  tiers: Tier[];
  /** Of the newest of them, epoch milliseconds. */
  since: number;
  /** Those that a look is enough for. */
  toLookAt: string[];
  isOpened: boolean;
  /** Its author took it back after it was opened. */
  isTakenBack: boolean;
};

/** What this coach has yet to look at, or to talk about first, newest first. */
export function listFlags(coach: CoachViewer): Promise<Flagged[]> {
  return asViewer(coach, (tx) => listFlagged(tx, coach, ne(flags.tier, "note")));
}

/** The same of those who come to a session, with what is worth knowing there of what was asked beside it. */
export function listFlagsBeside(
  coach: CoachViewer,
  { id, clientIds }: { id: string; clientIds: string[] },
): Promise<Flagged[]> {
  return asViewer(coach, async (tx) => {
    if (clientIds.length === 0) return [];
    const beside = tx
      .select({ id: reflectionShares.id })
      .from(reflectionShares)
      .where(eq(reflectionShares.bookingId, id));
    const of = inArray(flags.clientId, clientIds);
    return listFlagged(tx, coach, and(of, or(ne(flags.tier, "note"), inArray(flags.shareId, beside))));
  });
}

async function listFlagged(tx: Tx, coach: CoachViewer, which: SQL | undefined): Promise<Flagged[]> {
  const open = await tx
    .select({ id: flags.id, shareId: flags.shareId, tier: flags.tier, raisedAt: flags.raisedAt })
    .from(flags)
    .where(and(eq(flags.coachId, coach.id), isNull(flags.settledAt), which))
    .orderBy(desc(flags.raisedAt), desc(flags.id));
  if (open.length === 0) return [];
  const copies = await listFlaggedCopies(tx, coach, [
    ...new Set(open.flatMap(({ shareId }) => shareId ?? [])),
  ]);
  const marked = open.flatMap((flag) => {
    const copy = copies.find(({ id }) => id === flag.shareId);
    return copy ? [{ ...flag, copy, since: Math.max(flag.raisedAt, copy.at) }] : [];
  });
  const found = [...Map.groupBy(marked, ({ copy }) => copy.reflectionId).values()].flatMap((all) => {
    const standing = copies.find(
      (copy) => copy.reflectionId === all[0]?.copy.reflectionId && copy.withdrawnAt === null,
    );
    const copy = standing ?? all[0]?.copy;
    return copy ? [flaggedIn(copy, all)] : [];
  });
  return found.sort((a, b) => b.since - a.since);
}

type Copy = Awaited<ReturnType<typeof listFlaggedCopies>>[number];
type Marked = { id: string; tier: Tier; since: number };

function flaggedIn(copy: Copy, all: Marked[]): Flagged {
  const { bookingId, during, typeName } = copy;
  return {
    shareId: copy.id,
    kind: copy.kind as Kind,
    day: copy.day,
    session: bookingId && during && typeName ? { id: bookingId, start: during.start, name: typeName } : null,
    client: copy.client,
    tiers: [...new Set(all.map(({ tier }) => tier))].sort((a, b) => rank[a] - rank[b]),
    since: Math.max(...all.map(({ since }) => since)),
    toLookAt: all.filter(({ tier }) => tier === "please_look").map(({ id }) => id),
    isOpened: copy.openedAt !== null,
    isTakenBack: copy.withdrawnAt !== null,
  };
}

const rank: Record<Tier, number> = { talk_first: 0, medical_review: 1, please_look: 2, note: 3 };

/**
 * The copies that are marked, and where one was replaced the one that stands. By the portal: a coach sees no copy that
 * was taken back, but what they had opened of it stays marked.
 */
async function listFlaggedCopies(tx: Tx, coach: CoachViewer, shareIds: string[]) {
  const { id, reflectionId, kind, day, bookingId, readableFrom, openedAt, withdrawnAt } = reflectionShares;
  return stepAsSystem(tx, "what was shared and is marked", () => {
    const marked = tx
      .select({ reflectionId })
      .from(reflectionShares)
      .where(and(inArray(id, shareIds), eq(reflectionShares.readerId, coach.id)));
    return tx
      .select({
        ...{ id, reflectionId, kind, day, bookingId, at: readableFrom, openedAt, withdrawnAt },
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
          inArray(reflectionId, marked),
          eq(reflectionShares.readerId, coach.id),
          or(inArray(id, shareIds), isNull(withdrawnAt)),
        ),
      );
  });
}
