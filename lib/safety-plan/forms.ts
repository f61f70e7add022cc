import { wordsPage } from "#lib/http/words-page.ts";
import type { Refusal } from "#lib/refusal.ts";

type Fields = Record<string, string>;

const labels = {
  person: "Whom to call",
  number: "Their number",
  place: "Where you will be afterwards",
  company: "Who is with you that night",
  anything: "Anything else to know",
};

export const pathOfPlan = ({ coach }: Fields) => `/day-plan?with=${encodeURIComponent(coach ?? "")}`;

/** A plan that could not be kept is given back; where two devices wrote it, whoever writes chooses. */
export const carriesPlan = {
  instead: (fields: Fields, status: number, refusal: Refusal | undefined) => {
    const { revision } = (refusal?.offer?.stored ?? {}) as { revision?: number };
    return wordsPage({
      ...{ action: "/api/day-plan", fields, status, why: refusal?.message, labels },
      isWords: (name) => name in labels,
      ...(revision && { instead: { revision: String(revision) } }),
      page: pathOfPlan(fields),
      place: "plan",
    });
  },
};
