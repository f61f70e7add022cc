import { and, eq } from "drizzle-orm";
import { stepAsSystem, type Tx } from "#db/client.ts";
import { reflectionShares } from "#db/schema/index.ts";
import type { CoachViewer } from "#lib/auth/viewer.ts";
import { NotFound } from "#lib/refusal.ts";

/** The reflection that this copy for this coach is of, also of one that was taken back. */
export async function findReflectionOf(tx: Tx, coach: CoachViewer, shareId: string): Promise<string> {
  const { id, reflectionId, readerId, reader } = reflectionShares;
  const [share] = await stepAsSystem(tx, "which reflection a copy is of", () =>
    tx
      .select({ reflectionId })
      .from(reflectionShares)
      .where(and(eq(id, shareId), eq(readerId, coach.id), eq(reader, "coach"))),
  );
  if (!share) throw new NotFound();
  return share.reflectionId;
}
