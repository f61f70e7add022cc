import type { TemplateKind } from "#lib/questions/queries.ts";
import type { Question } from "#lib/questions/question.ts";

/** What a coach says of a question; the rest of it is not theirs to say. */
export type SaidOfQuestion = Omit<Question, "stays" | "concern" | "waitsFor">;
/** What may not be changed so, beside which question and part of it. */
export type NotSo = { at: number; part: keyof SaidOfQuestion; sentence: string };

export const whyItStays =
  "What is answered here can mean that somebody needs care or a talk first. You can say it in your own words, and it stays.";

/** Whether answers to it can be shown to a partner at all: of what couples are asked, and of nothing that can matter at once. */
export function mayBeForPartner(
  kind: TemplateKind,
  question: Pick<Question, "partner" | "concern">,
): boolean {
  return (kind === "couple" || kind === "own") && question.partner !== "never" && question.concern === null;
}

/**
 * The questions as they would be asked. `known` are those of the set so far, by their keys: what they are, and what
 * follows from answers to them, stays with the key.
 */
export function asAsked(
  kind: TemplateKind,
  said: readonly SaidOfQuestion[],
  known: ReadonlyMap<string, Question>,
): Question[] {
  return said.map((one) => {
    const { stays = false, concern = null, waitsFor = null } = known.get(one.key) ?? {};
    const partner = one.partner === "may" && !mayBeForPartner(kind, { ...one, concern }) ? "no" : one.partner;
    return { ...one, partner, stays, concern, waitsFor };
  });
}

/** The first thing that a coach may not say of these questions. */
export function notSo(
  kind: TemplateKind,
  said: readonly SaidOfQuestion[],
  known: ReadonlyMap<string, Question>,
): NotSo | undefined {
  for (const [at, one] of said.entries()) {
    const before = known.get(one.key);
    const found = before ? notSoOfKnown(one, before) : notSoOfNew(one);
    if (found) return { at, ...found };
    if (one.partner === "may" && !mayBeForPartner(kind, before ?? { ...one, concern: null }))
      return { at, part: "partner", sentence: "The answer to this can’t be shown to a partner." };
  }
  return undefined;
}

/** Those that have to be in a set, and are not in this one. */
export function goneFrom(said: readonly { key: string }[], before: readonly Question[]): Question[] {
  const keys = new Set(said.map(({ key }) => key));
  return before.filter(({ key, stays }) => stays && !keys.has(key));
}

/** Of the questions for a kind of session, those without which no other set can be asked in its place. */
export function neededIn(ofKind: readonly Question[]): Question[] {
  return ofKind.filter(({ stays, required }) => stays && required);
}

/** Whether a practice can do without this set. */
export function mayBeArchived(kind: TemplateKind, questions: readonly Question[]): boolean {
  return kind === "own" || neededIn(questions).length === 0;
}

const ownKey = /^own(_[a-z0-9]+)+$/;

function notSoOfNew({ key, partner }: SaidOfQuestion): Omit<NotSo, "at"> | undefined {
  if (!ownKey.test(key)) return { part: "key", sentence: "This is not a question we know." };
  if (partner === "never") return { part: "partner", sentence: "Please choose whether it can be shown." };
  return undefined;
}

function notSoOfKnown(one: SaidOfQuestion, before: Question): Omit<NotSo, "at"> | undefined {
  if (one.type !== before.type)
    return {
      part: "type",
      sentence:
        "How this is answered stays, so that answers can be laid side by side. A new question can differ.",
    };
  if ((one.partner === "never") !== (before.partner === "never"))
    return { part: "partner", sentence: "The answer to this is never for a partner." };
  if (!before.stays) return undefined;
  if (one.required !== before.required) return { part: "required", sentence: whyItStays };
  if (one.firstTimeOnly !== before.firstTimeOnly) return { part: "firstTimeOnly", sentence: whyItStays };
  if (one.low !== before.low || one.high !== before.high) return { part: "low", sentence: whyItStays };
  return keysOf(one) === keysOf(before) ? undefined : { part: "options", sentence: whyItStays };
}

const keysOf = ({ options }: Pick<Question, "options">) =>
  options
    .map(({ key }) => key)
    .sort()
    .join(" ");
