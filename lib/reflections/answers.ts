import { type SealingKey, seal, unseal } from "#lib/sealed/seal.ts";

/** What somebody wrote: the words of each field that has any. */
export type Answers = Record<string, string>;

/** The one row of one client where the words open again. */
export type Place = {
  table: "reflections" | "reflection_shares" | "screenings";
  id: string;
  clientId: string;
};

export function sealAnswers(key: SealingKey, answers: object, place: Place): Buffer {
  return seal([key], JSON.stringify(answers), contextOf(place));
}

/** In the shape in which they were sealed. */
export function openAnswers<Sealed extends object = Answers>(
  key: SealingKey,
  sealed: Buffer,
  place: Place,
): Sealed {
  return JSON.parse(unseal([key], sealed, contextOf(place)).toString("utf8")) as Sealed;
}

const contextOf = ({ table, id, clientId }: Place) => `${table}|answers|${id}|${clientId}`;

/** `known` with what was written since; a field without words is gone. */
export function withAnswers(known: Answers, written: Answers): Answers {
  const all = Object.entries({ ...known, ...written });
  return Object.fromEntries(all.filter(([, words]) => words.trim() !== ""));
}

export function isSame(one: Answers, other: Answers): boolean {
  const fields = Object.keys(one);
  return fields.length === Object.keys(other).length && fields.every((field) => one[field] === other[field]);
}

/**
 * Both of what two devices wrote without knowing of one another, one under the other, where nobody can be asked which
 * they want.
 */
export function bothAnswers(stored: Answers, typed: Answers): Answers {
  const fields = [...new Set([...Object.keys(stored), ...Object.keys(typed)])];
  return Object.fromEntries(
    fields.map((field) => {
      const parts = new Set([stored[field]?.trim(), typed[field]?.trim()].filter(Boolean));
      return [field, [...parts].join("\n\n")];
    }),
  );
}

/** Those of these fields alone. */
export function answersIn(answers: Answers, fields: readonly { id: string }[]): Answers {
  return Object.fromEntries(
    fields.flatMap(({ id }) => (answers[id] === undefined ? [] : [[id, answers[id]] as const])),
  );
}
