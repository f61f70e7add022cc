import { type SealingKey, seal, unseal } from "#lib/sealed/seal.ts";
import { type Field, fieldsWith, type Written } from "./fields.ts";

type Table = "private_notes" | "shared_summaries" | "sent_summaries" | "written_revisions" | "note_templates";

/** The one row where the words open again. `ownerId`: with whose key, the client's or the coach's own. */
export type Place = { table: Table; id: string; ownerId: string };

export function sealWritten(key: SealingKey, written: readonly Written[], place: Place): Buffer {
  return seal([key], JSON.stringify(written), contextOf(place));
}

export function openWritten(key: SealingKey, sealed: Buffer, place: Place): Written[] {
  return JSON.parse(unseal([key], sealed, contextOf(place)).toString("utf8")) as Written[];
}

const contextOf = ({ table, id, ownerId }: Place) =>
  `${table}|${table === "note_templates" ? "fields" : "words"}|${id}|${ownerId}`;

/** How many bytes it is when nothing stands in it. What is longer says something. */
export const bytesOfNothing = seal([{ id: "client", key: Buffer.alloc(32) }], "[]", "length").length;

/** The words of each field that has any. */
export function wordsOf(written: readonly Written[]): Record<string, string> {
  return Object.fromEntries(written.map(({ key, words }) => [key, words]));
}

type Typed = { answers: Record<string, string | null | undefined>; labels: Record<string, string> };

/** `known` with what was typed since, in the order of the fields. What has no words is gone, and an unknown field too. */
export function withTyped(
  known: readonly Written[],
  { answers, labels }: Typed,
  fields: readonly Field[],
): Written[] {
  const added = Object.entries(labels).map(([key, label]) => ({ key, label, words: "" }));
  const all = fieldsWith(fields, [
    ...known,
    ...added.filter(({ key }) => known.every((one) => one.key !== key)),
  ]);
  return all.flatMap(({ key, label }) => {
    const before = known.find((one) => one.key === key);
    const typed = answers[key];
    if (typed === undefined) return before ? [before] : [];
    const words = typed ?? "";
    return words.trim() === "" ? [] : [{ key, label, words }];
  });
}

export function isSame(one: readonly Written[], other: readonly Written[]): boolean {
  return (
    one.length === other.length &&
    one.every(({ key, words }) => other.some((o) => o.key === key && o.words === words))
  );
}
