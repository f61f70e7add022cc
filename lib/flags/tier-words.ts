import type { Tier } from "#lib/questions/question.ts";

/** As a coach reads them. */
export const tierWords: Record<Tier, string> = {
  talk_first: "To talk about",
  medical_review: "Doctor’s view",
  please_look: "Please look",
  note: "To know",
};

/** Whether it is settled by a talk, and said in a sentence. */
export const needsTalk = (tier: Tier) => tier === "talk_first" || tier === "medical_review";
