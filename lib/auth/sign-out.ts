import { asSystem } from "#db/client.ts";
import { note } from "#lib/audit/audit.ts";
import { endSession } from "#lib/auth/sessions.ts";

/** Ends the session of this cookie value. Whoever has none is signed out already. */
export async function signOut(sessionToken: string | undefined, now: number): Promise<void> {
  await asSystem("someone signs out", async (tx) => {
    const ended = await endSession(tx, sessionToken, now);
    if (ended)
      await note(tx, { id: ended.userId, role: "user" }, "session.ended", { type: "session", id: ended.id });
  });
}
