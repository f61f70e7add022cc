import { Button } from "#app/ui/button.tsx";
import { Conditions } from "#app/ui/conditions.tsx";
import { Skeleton } from "#app/ui/skeleton.tsx";
import { StepChoice } from "#app/ui/step-choice.tsx";
import { stepWords } from "#lib/arcs/words.ts";
import { lengthWords } from "#lib/time/words.ts";
import { type PlannedStep, whenWords, withPlan } from "./day-plan.ts";
import type { Day } from "./use-day.ts";

/** What goes with the chosen day, each part to change or to leave, and what the day waits for. */
export function DayPlanSteps({ day, zone, coachName }: { day: Day; zone: string; coachName: string }) {
  const { plan, steps } = day;
  if (!day.start) return <p className="quiet">Choose a day first. Then its whole plan stands here.</p>;
  if (plan.isError)
    return (
      <p role="alert">
        {plan.error.message}{" "}
        <Button type="button" look="quiet" onClick={() => void plan.refetch()}>
          Try again
        </Button>
      </p>
    );
  if (!plan.data) return <Skeleton label="The plan is on its way" lines={6} />;
  const leavesPreparation = steps.some(({ step, chosen }) => step === "preparation" && chosen === null);
  return (
    <>
      <ul className="step-choices">
        {steps.map((step) => (
          <li key={step.step}>
            <PlanStep step={step} zone={zone} choose={day.chooseStep} />
          </li>
        ))}
      </ul>
      {leavesPreparation && (
        <p className="small quiet mt-3 measure">
          {coachName} can say yes to a day once a time to talk before it is set. You can choose one later too.
        </p>
      )}
      <h3 className="mt-6 mb-3">What comes before the day is set</h3>
      <Conditions conditions={withPlan(plan.data.gate.conditions, steps, zone)} coachName={coachName} />
    </>
  );
}

function PlanStep({
  step: { step, name, minutes, place, times, chosen, suggested, gone },
  zone,
  choose,
}: {
  step: PlannedStep;
  zone: string;
  choose: Day["chooseStep"];
}) {
  return (
    <StepChoice
      name={`step-${step}`}
      title={stepWords(step)}
      about={`${name}, ${lengthWords(minutes)}. ${place}`}
      times={times.map((start) => ({ start, words: whenWords(start, zone) }))}
      chosen={chosen}
      best={suggested}
      choose={(start) => choose(step, start)}
      note={gone && `${whenWords(gone, zone)} has just gone. This time is new.`}
      isChanged={gone !== undefined}
      leaving={{ act: "Leave it out", done: "Left out.", undo: "Take it in after all" }}
      none="No time is free then. You can choose one later."
    />
  );
}
