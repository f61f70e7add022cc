import { and, desc, eq, isNotNull, isNull, ne, or } from "drizzle-orm";
import { asViewer } from "#db/client.ts";
import { flags, screenings, users } from "#db/schema/index.ts";
import type { CoachViewer } from "#lib/auth/viewer.ts";
import type { Tier } from "#lib/questions/question.ts";

/** Answers about health that wait for the coach. Never which, nor what they say. */
export type ScreeningToLookAt = {
  client: { id: string; name: string };
  /** None: nothing in them is marked, and a person looks all the same. */
  tiers: Tier[];
  /** Epoch milliseconds. */
  since: number;
};

const rank: Record<Tier, number> = { medical_review: 0, talk_first: 1, please_look: 2, note: 3 };

/** Those that nobody has looked at yet, and those in which something waits for a talk, newest first. */
export async function listScreeningsToLookAt(coach: CoachViewer): Promise<ScreeningToLookAt[]> {
  return asViewer(coach, async (tx) => {
    const rows = await tx
      .select({
        client: { id: users.id, name: users.displayName },
        tier: flags.tier,
        raisedAt: flags.raisedAt,
        state: screenings.state,
        sharedAt: screenings.sharedAt,
        replacedAt: screenings.replacedAt,
      })
      .from(screenings)
      .innerJoin(users, eq(users.id, screenings.clientId))
      .leftJoin(
        flags,
        and(eq(flags.screeningId, screenings.id), isNull(flags.settledAt), ne(flags.tier, "note")),
      )
      .where(
        and(
          eq(screenings.coachId, coach.id),
          isNotNull(screenings.sharedAt),
          or(isNotNull(flags.id), and(eq(screenings.state, "shared"), isNull(screenings.replacedAt))),
        ),
      )
      .orderBy(desc(screenings.sharedAt), users.id);
    return [...Map.groupBy(rows, ({ client }) => client.id).values()].flatMap((all) => {
      const [first] = all;
      if (!first) return [];
      const tiers = [...new Set(all.flatMap(({ tier }) => tier ?? []))].sort((a, b) => rank[a] - rank[b]);
      return [{ client: first.client, tiers, since: Math.max(...all.map(({ sharedAt }) => sharedAt ?? 0)) }];
    });
  });
}
