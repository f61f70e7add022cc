import type { OtherStep } from "#lib/arcs/rules.ts";

/** Where a session belongs, for whoever chose a time where it does not. */
export function placeSentence(step: OtherStep): string {
  return `${placeWords(step)} Please choose another time for it.`;
}

/** Where a session belongs, for whoever is about to choose a time. */
export function placeWords(step: OtherStep): string {
  return places[step];
}

const places: Record<OtherStep, string> = {
  preparation: "Preparation is from 90 days to a full day before the day itself.",
  after_days: "The first session afterwards is one to three days later.",
  after_week: "The session after about a week is five to nine days later.",
  after_two_weeks: "The session after about two weeks is 12 to 16 days later.",
  after_month: "The session after about a month is 26 to 34 days later.",
};

/** What a step is called beside its time: "About a week after". */
export function stepWords(step: OtherStep | "guidance"): string {
  return step === "guidance" ? "The day itself" : steps[step];
}

const steps: Record<OtherStep, string> = {
  preparation: "Before the day",
  after_days: "One to three days after",
  after_week: "About a week after",
  after_two_weeks: "About two weeks after",
  after_month: "About a month after",
};
