import { type SQL, sql } from "drizzle-orm";
import type { AnyPgColumn } from "drizzle-orm/pg-core";
import { letterWords } from "#db/schema/index.ts";
import type { Passage } from "#emails/own-words.tsx";
import { type SpokenKind, spoken } from "#lib/mail/words/spoken.ts";

/** A coach's words by kind of letter; null where all are those that come with the portal. */
export type OwnWords = Partial<Record<SpokenKind, string>> | null;

/** One more column of a query that reads the coach anyway: a query of its own would be a trip more for each booking. */
export function ownWordsOf(coachId: AnyPgColumn): SQL<OwnWords> {
  return sql<OwnWords>`(select json_object_agg(w.kind, w.words) from ${letterWords} w where w.coach_id = ${coachId})`;
}

/** What stands in a letter of this kind between its first line and its facts. */
export function passageIn(
  kind: SpokenKind,
  { ownWords, coachName }: { ownWords: OwnWords; coachName: string },
): Passage {
  const words = ownWords?.[kind];
  return words === undefined ? { words: spoken[kind].shipped } : { words, from: coachName };
}
