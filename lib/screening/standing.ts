import { and, eq, inArray, isNotNull, isNull, type SQL, sql } from "drizzle-orm";
import { stepAsSystem, type Tx } from "#db/client.ts";
import { flags, screenings } from "#db/schema/index.ts";
import { type Because, endOf, expiredBecause } from "./expiry.ts";
import type { ScreeningState } from "./states.ts";

/** How it stands with the health questions between a client and a coach. Instants in epoch milliseconds. */
export type ScreeningStanding = {
  state: ScreeningState | "expired";
  /** The round that counts; null before the first was shared. */
  screeningId: string | null;
  sharedAt: number | null;
  /** When its answers are, or became, too old to build on. */
  expiresAt: number | null;
  /** Of `expired`: what made them so. */
  because: Because | null;
};

type Two = { clientId: string; coachId: string };

const notStarted: ScreeningStanding = {
  state: "not_started",
  screeningId: null,
  sharedAt: null,
  expiresAt: null,
  because: null,
};

/**
 * For a client's transaction as for a coach's: which answers report a change a client cannot see, so the portal looks.
 * A change that was taken back before anybody opened it never counted.
 */
export async function readScreening(tx: Tx, two: Two, now: number): Promise<ScreeningStanding> {
  const { clientId, coachId } = two;
  const [found] = await readStandings(
    tx,
    and(eq(screenings.clientId, clientId), eq(screenings.coachId, coachId)),
    now,
  );
  return found ?? notStarted;
}

/** The same of a client with each of these coaches, by the coach. */
export async function readScreeningsOf(
  tx: Tx,
  { clientId, coachIds }: { clientId: string; coachIds: string[] },
  now: number,
): Promise<Map<string, ScreeningStanding>> {
  if (coachIds.length === 0) return new Map();
  const found = await readStandings(
    tx,
    and(eq(screenings.clientId, clientId), inArray(screenings.coachId, coachIds)),
    now,
  );
  return new Map(
    coachIds.map((id) => [id, found.find(({ coachId }) => coachId === id) ?? { ...notStarted, coachId: id }]),
  );
}

async function readStandings(tx: Tx, whose: SQL | undefined, now: number) {
  const rows = await stepAsSystem(tx, "how it stands with the health questions", () =>
    tx
      .select({
        screeningId: screenings.id,
        coachId: screenings.coachId,
        state: screenings.state,
        sharedAt: screenings.sharedAt,
        changedAt,
      })
      .from(screenings)
      .where(and(whose, isNotNull(screenings.sharedAt), isNull(screenings.replacedAt))),
  );
  return rows.flatMap(({ coachId, screeningId, state, sharedAt, changedAt: changed }) =>
    sharedAt === null
      ? []
      : [{ ...standingOf({ screeningId, state, sharedAt, changedAt: changed ?? null }, now), coachId }],
  );
}

/** When the first change was reported after they were shared, of those that count. */
const changedAt = sql<number | null>`(select min(changed.raised_at) from flags changed
  where changed.client_id = screenings.client_id and changed.coach_id = screenings.coach_id
    and changed.reopens_screening and changed.raised_at > screenings.shared_at
    and flag_counts(changed.share_id))`.mapWith(flags.raisedAt);

type Round = { screeningId: string; state: ScreeningState; sharedAt: number; changedAt: number | null };

/** Pure. That there is no guidance at this time stays said; whoever was told so is not asked again by the calendar. */
export function standingOf(
  { screeningId, state, sharedAt, changedAt }: Round,
  now: number,
): ScreeningStanding {
  const { expiresAt } = endOf(sharedAt, changedAt);
  const because = state === "coach_not_at_this_time" ? null : expiredBecause(sharedAt, changedAt, now);
  return { state: because ? "expired" : state, screeningId, sharedAt, expiresAt, because };
}
