import { wordsPage } from "#lib/http/words-page.ts";
import type { Refusal } from "#lib/refusal.ts";

type Fields = Record<string, string>;

/** The list of topics of a client with one coach. */
export const pathOfAgreements = ({ coach }: Fields) => `/agreements?with=${encodeURIComponent(coach ?? "")}`;

export const pathOfTopic = ({ topic, coach }: Fields) =>
  `/agreements/${encodeURIComponent(topic ?? "")}?with=${encodeURIComponent(coach ?? "")}`;

/** A form that was signed wrongly gives back what was typed and chosen. */
export const carriesSignature = {
  instead: (fields: Fields, status: number, refusal: Refusal | undefined) =>
    wordsPage({
      ...{ action: "/api/agreements", fields, status, why: refusal?.message },
      isWords: (name) => name === "name" || name === "also",
      labels: { name: "Your name", also: "Anything else" },
      page: pathOfTopic(fields),
      place: "agreement",
    }),
};
