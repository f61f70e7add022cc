import { and, eq } from "drizzle-orm";
import { asViewer, type Tx } from "#db/client.ts";
import { letterWords } from "#db/schema/index.ts";
import { note } from "#lib/audit/audit.ts";
import type { CoachViewer } from "#lib/auth/viewer.ts";
import type { KeepWordsInput } from "#lib/mail/words/input.ts";
import { type SpokenKind, spoken } from "#lib/mail/words/spoken.ts";
import { Refusal } from "#lib/refusal.ts";

/**
 * Keeps a coach's words for one kind of letter; those that come with the portal need no keeping. Throws a `Refusal` where
 * they are no longer what this change began with. Gives when they were saved, null for the portal's.
 */
export async function keepWords(
  coach: CoachViewer,
  { kind, words, seen }: KeepWordsInput,
  now: number,
): Promise<number | null> {
  return asViewer(coach, async (tx) => {
    const before = await lockWords(tx, coach, kind);
    if (words === (before?.words ?? spoken[kind].shipped)) return before?.savedAt ?? null;
    if ((before?.savedAt ?? null) !== (seen && Date.parse(seen))) throw changedElsewhere();
    const isShipped = words === spoken[kind].shipped;
    if (isShipped) await tx.delete(letterWords).where(these(coach, kind));
    else if (before) await tx.update(letterWords).set({ words, updatedAt: now }).where(these(coach, kind));
    else await addWords(tx, { coachId: coach.id, kind, words, updatedAt: now });
    await note(tx, coach, "mail.words_saved", { type: "letter_words", id: coach.id }, { kind });
    return isShipped ? null : now;
  });
}

async function lockWords(tx: Tx, coach: CoachViewer, kind: SpokenKind) {
  const [found] = await tx
    .select({ words: letterWords.words, savedAt: letterWords.updatedAt })
    .from(letterWords)
    .where(these(coach, kind))
    .for("update");
  return found;
}

/** Two that begin with nothing both find no row to lock: the second comes too late here. */
async function addWords(tx: Tx, row: typeof letterWords.$inferInsert): Promise<void> {
  const added = await tx.insert(letterWords).values(row).onConflictDoNothing();
  if (added.count === 0) throw changedElsewhere();
}

function these(coach: CoachViewer, kind: SpokenKind) {
  return and(eq(letterWords.coachId, coach.id), eq(letterWords.kind, kind));
}

function changedElsewhere(): Refusal {
  return new Refusal("These words were changed in another window meanwhile. What you typed is still here.", {
    code: "changed_elsewhere",
  });
}
