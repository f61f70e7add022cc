import { AboutTheLaw } from "#app/ui/about-the-law.tsx";
import { Actions, Button } from "#app/ui/button.tsx";
import { Refused } from "#app/ui/refused.tsx";
import { Steps } from "#app/ui/steps.tsx";
import { Tick } from "#app/ui/tick.tsx";
import { DayPlanSteps } from "./day-plan-steps.tsx";
import type { ShownType } from "./shown-type.ts";
import type { Day } from "./use-day.ts";

type AskForDayProps = {
  type: Pick<ShownType, "coachName" | "feeSentence">;
  zone: string;
  day: Day;
};

/** The plan around a day, and the asking for all of it at once. */
export function AskForDay({ type: { coachName, feeSentence }, zone, day }: AskForDayProps) {
  return (
    <div className="booking__steps">
      <section className="booking__step" aria-labelledby="plan">
        <h2 id="plan">What goes with the day</h2>
        <p className="quiet measure">
          Time to talk before it, and time to make sense of it after. Each one can be at another time, or be
          left out.
        </p>
        <DayPlanSteps day={day} zone={zone} coachName={coachName} />
      </section>
      <section className="booking__step" aria-labelledby="then">
        <h2 id="then">What happens then</h2>
        <Steps steps={whatHappens(coachName)} />
      </section>
      <section className="booking__step" aria-labelledby="law">
        <h2 id="law">The law where you are</h2>
        <div className="measure stack">
          <AboutTheLaw coachName={coachName} />
          <Tick
            name="law"
            id="law-tick"
            checked={day.law}
            onChange={(event) => day.setLaw(event.target.checked)}
            error={day.errors.law}
            required
          >
            I understand that I am responsible for following the law where I am.
          </Tick>
          {feeSentence && <p className="small quiet">{feeSentence}</p>}
        </div>
        {day.problem && <Refused error={day.problem} className="mt-5" />}
        <Actions className="mt-6">
          <Button aria-disabled={day.isSending || undefined}>Ask for this plan</Button>
          <span className="small quiet" role="status">
            {day.isSending ? "One moment." : ""}
          </span>
        </Actions>
      </section>
    </div>
  );
}

function whatHappens(coachName: string) {
  return [
    { title: "All of it is kept for you", text: "From then on nobody else can take one of these times." },
    {
      title: `${coachName} answers`,
      text: "You get one note by mail for all of it together. Until then nothing is fixed.",
    },
    {
      title: "You can change your mind",
      text: "You can take it all back until then. Later you can move or cancel the day up to its start.",
    },
  ];
}
