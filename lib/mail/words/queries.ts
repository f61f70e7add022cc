import { eq } from "drizzle-orm";
import { asViewer } from "#db/client.ts";
import { letterWords } from "#db/schema/index.ts";
import type { CoachViewer } from "#lib/auth/viewer.ts";
import { type SpokenKind, spoken, spokenKinds } from "#lib/mail/words/spoken.ts";

/** What stands in each letter of this coach's. `savedAt` in epoch milliseconds, null where nobody has changed it. */
export async function listLetters(coach: CoachViewer) {
  const rows = await asViewer(coach, (tx) =>
    tx
      .select({ kind: letterWords.kind, words: letterWords.words, savedAt: letterWords.updatedAt })
      .from(letterWords)
      .where(eq(letterWords.coachId, coach.id)),
  );
  const own = new Map(rows.map((row) => [row.kind, row]));
  return spokenKinds.map((kind) => ({
    kind,
    words: own.get(kind)?.words ?? spoken[kind].shipped,
    savedAt: own.get(kind)?.savedAt ?? null,
  }));
}
export type CoachLetter = Awaited<ReturnType<typeof listLetters>>[number];

export async function findLetter(coach: CoachViewer, kind: SpokenKind): Promise<CoachLetter> {
  const found = (await listLetters(coach)).find((letter) => letter.kind === kind);
  if (!found) throw new Error("A letter with words of its own is not among them");
  return found;
}
