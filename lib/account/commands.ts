import { and, eq, ne, or } from "drizzle-orm";
import { asViewer, type Tx } from "#db/client.ts";
import { clients, users } from "#db/schema/index.ts";
import type { PersonChanges } from "#lib/account/input.ts";
import { note } from "#lib/audit/audit.ts";
import type { Viewer } from "#lib/auth/viewer.ts";
import { Refusal } from "#lib/refusal.ts";
import { isZone } from "#lib/time/zones.ts";

/** Changes what this person is called and the zone they read times in. Meetings stay at their instants. */
export async function changePerson(viewer: Viewer, { name, zone, ...offered }: PersonChanges): Promise<void> {
  if (zone !== undefined && viewer.role === "coach")
    throw new Refusal("Your time zone is the one of your hours. Please change it there.", { field: "zone" });
  if (zone !== undefined && !isZone(zone))
    throw new Refusal("Please choose a time zone from the list.", { field: "zone" });
  const isNew = or(
    name === undefined ? undefined : ne(users.displayName, name),
    zone === undefined ? undefined : ne(users.zone, zone),
  );
  const isOffered = offered.pronouns !== undefined || offered.languages !== undefined;
  if (isOffered && viewer.role === "coach") throw new Refusal("Only clients are asked for this.");
  await asViewer(viewer, async (tx) => {
    if (isOffered) await offer(tx, viewer, offered);
    if (name === undefined && zone === undefined) return;
    const changed = await tx
      .update(users)
      .set({ displayName: name, zone })
      .where(and(eq(users.id, viewer.id), isNew))
      .returning({ id: users.id });
    if (changed.length > 0)
      await note(
        tx,
        viewer,
        "person.changed",
        { type: "user", id: viewer.id },
        { name: name !== undefined, zone: zone !== undefined },
      );
  });
}

type Offered = Pick<PersonChanges, "pronouns" | "languages">;

/** What they offer to say of themselves, for their coach. Not a word of it is noted. */
async function offer(tx: Tx, viewer: Viewer, { pronouns, languages }: Offered): Promise<void> {
  const orNothing = (words: string | undefined) => (words === undefined ? undefined : words || null);
  await tx
    .update(clients)
    .set({ pronouns: orNothing(pronouns), languages: orNothing(languages) })
    .where(eq(clients.id, viewer.id));
}
