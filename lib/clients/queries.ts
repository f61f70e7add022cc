import { eq } from "drizzle-orm";
import { asViewer } from "#db/client.ts";
import { users } from "#db/schema/index.ts";
import type { Viewer } from "#lib/auth/viewer.ts";

/** What a signed-in person is called, and the zone they read times in. */
export async function findOwnName(viewer: Viewer) {
  return asViewer(viewer, async (tx) => {
    const [own] = await tx
      .select({ name: users.displayName, zone: users.zone, email: users.email })
      .from(users)
      .where(eq(users.id, viewer.id));
    return own;
  });
}
