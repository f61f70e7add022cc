import type { Answers, Question } from "#lib/questions/question.ts";
import type { Scale } from "#lib/reflections/looking-back/numbers.ts";
import { trendOf } from "./words.ts";

export type Opened = { at: number; questions: readonly Question[]; answers: Answers };
type Name = "steady" | "rested" | "overwhelmed";

const scales: Record<Name, Omit<Scale, "said">> = {
  steady: { key: "steady", text: "Steady", low: "not at all", high: "very" },
  rested: { key: "rested", text: "Rested", low: "not at all", high: "fully" },
  overwhelmed: { key: "overwhelmed", text: "Overwhelmed", low: "not at all", high: "very" },
};

/** Three numbers over time, oldest first, from what a coach has opened. What was not asked is not in it. */
export function trendsIn(opened: readonly Opened[]): Scale[] {
  const all = opened
    .flatMap(({ at, questions, answers }) =>
      questions.flatMap(({ key }) => {
        const [name, number] = [trendOf[key], answers[key]];
        return name ? [{ name, at, number: typeof number === "number" ? number : undefined }] : [];
      }),
    )
    .sort((a, b) => a.at - b.at);
  return (Object.keys(scales) as Name[]).map((name) => ({
    ...scales[name],
    said: all.filter((one) => one.name === name).map(({ at, number }) => ({ at, number })),
  }));
}
