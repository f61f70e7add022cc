import { eq } from "drizzle-orm";
import { asSystem } from "#db/client.ts";
import { users } from "#db/schema/index.ts";
import { note } from "#lib/audit/audit.ts";
import { endSession } from "#lib/auth/sessions.ts";

/** Ends the session of this cookie value. Whoever has none is signed out already. */
export async function signOut(sessionToken: string | undefined, now: number): Promise<void> {
  await asSystem("someone signs out", async (tx) => {
    const ended = await endSession(tx, sessionToken, now);
    if (!ended) return;
    const [who] = await tx
      .select({ id: users.id, role: users.role })
      .from(users)
      .where(eq(users.id, ended.userId));
    if (who) await note(tx, who, "session.ended", { type: "session", id: ended.id });
  });
}
