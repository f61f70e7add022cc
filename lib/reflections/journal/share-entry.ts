import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { asViewer } from "#db/client.ts";
import { reflectionShares } from "#db/schema/index.ts";
import { note } from "#lib/audit/audit.ts";
import type { ClientViewer } from "#lib/auth/viewer.ts";
import { isSame, openAnswers, sealAnswers } from "#lib/reflections/answers.ts";
import { tellOfShare } from "#lib/reflections/letters/to-coach.ts";
import { lockShown } from "#lib/reflections/lock-shown.ts";
import { readersOf, selectWays } from "#lib/reflections/readers.ts";
import { savedWords } from "#lib/reflections/words.ts";
import { NotFound, Refusal } from "#lib/refusal.ts";
import type { ShareEntryInput } from "./input.ts";
import { keepEntry } from "./keep-entry.ts";

/**
 * Shows a coach or a partner a copy of an entry as it stands now, kept first if it was not. Whoever could read an
 * earlier copy reads this one in its place.
 */
export async function shareEntry(
  client: ClientViewer,
  { reader: readerId, ...entry }: ShareEntryInput,
  now: number,
) {
  return asViewer(client, async (tx) => {
    const { isStored, answers, revision, writtenAt, key } = await keepEntry(tx, client, entry, now);
    const ways = await selectWays(tx, client);
    const reader = readersOf(ways).find(({ id }) => id === readerId);
    if (!reader) throw new NotFound();
    if (!isStored || Object.keys(answers).length === 0)
      throw new Refusal("There are no words here yet that somebody could read.", {
        code: "nothing_written",
        status: 422,
      });
    const saved = { revision, saved: savedWords(writtenAt, ways[0]?.zone ?? "UTC", now) };
    const place = (id: string) => ({ table: "reflection_shares", id, clientId: client.id }) as const;
    const shown = await lockShown(tx, entry.leaf, readerId);
    if (shown && isSame(answers, openAnswers(key, shown.answers, place(shown.id))))
      return { shareId: shown.id, ...saved };
    if (shown)
      await tx.update(reflectionShares).set({ withdrawnAt: now }).where(eq(reflectionShares.id, shown.id));
    const id = randomUUID();
    await tx.insert(reflectionShares).values({
      ...{ id, reflectionId: entry.leaf, authorId: client.id, kind: "journal", revision },
      ...{ readerId, reader: reader.as, journeyId: reader.journeyId },
      ...{ answers: sealAnswers(key, answers, place(id)), sharedAt: now, readableFrom: now },
    });
    await note(tx, client, "reflection.shared", { type: "reflection_share", id }, { reader: reader.as });
    if (reader.as === "coach")
      await tellOfShare(
        tx,
        { shareId: id, coachId: readerId, clientId: client.id, readableFrom: now, tiers: [] },
        now,
      );
    return { shareId: id, ...saved };
  });
}
