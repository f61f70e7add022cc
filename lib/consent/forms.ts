import { wordsPage } from "#lib/http/words-page.ts";
import type { Refusal } from "#lib/refusal.ts";

type Fields = Record<string, string>;

/** The list of topics of a client with one coach. */
export const pathOfAgreements = (coachId: string | undefined) =>
  `/agreements?with=${encodeURIComponent(coachId ?? "")}`;

export const pathOfTopic = (topic: string, coachId: string | undefined) =>
  `/agreements/${encodeURIComponent(topic)}?with=${encodeURIComponent(coachId ?? "")}`;

/** A form that was signed wrongly gives back what was typed and chosen. */
export const carriesSignature = (topic: string) => ({
  instead: (fields: Fields, status: number, refusal: Refusal | undefined) =>
    wordsPage({
      ...{ action: `/api/agreements/${encodeURIComponent(topic)}`, fields, status, why: refusal?.message },
      isWords: (name) => name === "name" || name === "also",
      labels: { name: "Your name", also: "Anything else" },
      page: pathOfTopic(topic, fields.coach),
      place: "agreement",
    }),
});
