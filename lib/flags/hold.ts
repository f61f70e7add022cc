import { and, desc, eq, isNotNull, isNull, or, sql } from "drizzle-orm";
import { stepAsSystem, type Tx } from "#db/client.ts";
import { flags } from "#db/schema/index.ts";

/** What guidance waits for: the shared words that client and coach talk about first. */
export type Hold = { shareId: string | null; screeningId: string | null; since: number };

type Two = { clientId: string; coachId: string };

/**
 * The newest answer that holds guidance and that the coach has not written of yet. It counts from when the coach can
 * read it. For a viewer's transaction; a client's knows no flags, so the portal looks.
 */
export async function findHold(tx: Tx, { clientId, coachId }: Two): Promise<Hold | undefined> {
  const [hold] = await stepAsSystem(tx, "what guidance waits for", () =>
    tx
      .select({ shareId: flags.shareId, screeningId: flags.screeningId, since: flags.raisedAt })
      .from(flags)
      .where(
        and(
          eq(flags.clientId, clientId),
          eq(flags.coachId, coachId),
          eq(flags.holdsGuidance, true),
          isNull(flags.settledAt),
          or(isNotNull(flags.screeningId), sql`flag_counts(${flags.shareId})`),
        ),
      )
      .orderBy(desc(flags.raisedAt), desc(flags.id))
      .limit(1),
  );
  return hold;
}
