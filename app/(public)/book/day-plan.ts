import type { ArcPlan, StepPlan } from "#lib/arcs/plan.ts";
import { clockWords, dayWords } from "#lib/time/words.ts";

export type Step = StepPlan["step"];
/** What the person chose for a step: an instant, or null to leave it out. Without an entry the suggestion stands. */
export type Choices = Partial<Record<Step, string | null>>;
/** Steps that were planned anew after their time had gone. */
export type Anew = Partial<Record<Step, { plan: StepPlan; gone: string }>>;

export type PlannedStep = StepPlan & { chosen: string | null; gone: string | undefined };

/** Each step of the plan with what is chosen for it. */
export function plannedSteps({ steps }: ArcPlan, choices: Choices, anew: Anew): PlannedStep[] {
  return steps.map((before) => {
    const again = anew[before.step];
    const plan = again?.plan ?? before;
    const choice = choices[plan.step];
    const chosen = choice === undefined ? plan.suggested : choice;
    const isListed = chosen === null || plan.times.includes(chosen);
    return {
      ...plan,
      times: isListed ? plan.times : [chosen, ...plan.times].sort(),
      chosen,
      gone: again?.gone,
    };
  });
}

/** Which steps are asked for, as the portal wants them. */
export function stepsToAsk(steps: readonly PlannedStep[]) {
  return steps.flatMap(({ step, typeId, chosen }) =>
    chosen === null ? [] : [{ step, typeId, start: chosen }],
  );
}

type SaidCondition = ArcPlan["gate"]["conditions"][number];

/** The checklist as it will stand when this plan is asked for: a preparation that is chosen is planned. */
export function withPlan(
  conditions: readonly SaidCondition[],
  steps: readonly PlannedStep[],
  zone: string,
): SaidCondition[] {
  const preparation = steps.find(({ step }) => step === "preparation")?.chosen;
  if (!preparation) return [...conditions];
  const sentences: Partial<Record<SaidCondition["key"], string>> = {
    preparation: `In this plan on ${whenWords(preparation, zone)}.`,
    spacing: "At least a day and at most 90 days will lie between your preparation and this day.",
  };
  return conditions.map((condition) => {
    const sentence = sentences[condition.key];
    if (condition.state !== "open" || !sentence) return condition;
    return { ...condition, state: "planned" as const, who: "both" as const, sentence };
  });
}

/** "Tuesday 1 December, 10:00". */
export function whenWords(start: string, zone: string): string {
  const at = Date.parse(start);
  return `${dayWords(at, zone)}, ${clockWords(at, zone)}`;
}

/** What is said when times have gone while the plan was looked at. */
export function goneWords(titles: readonly string[]): string {
  const names = new Intl.ListFormat("en-GB").format(titles.map((title) => `“${title}”`));
  const isOne = titles.length === 1;
  return `${isOne ? "A time has" : "Some times have"} just gone: ${names}. ${isOne ? "Another one stands" : "Others stand"} there now. Everything else is as you chose it, and nothing was asked for yet. Please look once more.`;
}
