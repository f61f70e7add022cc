import { whenWords } from "#app/(public)/book/day-plan.ts";
import { Button } from "#app/ui/button.tsx";
import { Skeleton } from "#app/ui/skeleton.tsx";
import { StepChoice } from "#app/ui/step-choice.tsx";
import { stepWords } from "#lib/arcs/words.ts";
import { lengthWords } from "#lib/time/words.ts";
import type { Other } from "./others.ts";
import type { Moving } from "./use-moving.ts";

/** Where the sessions go that belong with the day: each stays, follows it, or is let go, and can be chosen anew. */
export function WhereOthersGo({ moving, zone }: { moving: Moving; zone: string }) {
  return (
    <section className="booking__step" aria-labelledby="others">
      <h2 id="others">Where the others go</h2>
      <p className="quiet measure">
        What belongs with this day moves along with it, all in one act. Each one can be at another time, or be
        let go.
      </p>
      <Others moving={moving} zone={zone} />
    </section>
  );
}

function Others({ moving, zone }: { moving: Moving; zone: string }) {
  const { start, plan, others, changed } = moving;
  if (!start) return <p className="quiet">Choose a day first. Then it stands here.</p>;
  if (plan.isError)
    return (
      <p role="alert">
        {plan.error.message}{" "}
        <Button type="button" look="quiet" onClick={() => void plan.refetch()}>
          Try again
        </Button>
      </p>
    );
  if (!plan.data) return <Skeleton label="Looking for times" lines={4} />;
  if (others.length === 0) return <p>No other session is to be moved.</p>;
  return (
    <ul className="step-choices">
      {others.map((other) => (
        <li key={other.bookingId}>
          <StepChoice
            name={`other-${other.bookingId}`}
            title={stepWords(other.step)}
            about={`${other.name}, ${lengthWords(other.minutes)}`}
            times={other.times.map((time) => ({ start: time, words: whenWords(time, zone) }))}
            chosen={other.chosen}
            best={other.start}
            choose={(choice) => moving.chooseOther(other.bookingId, choice)}
            note={noteOf(other, changed.includes(other.bookingId), zone)}
            isChanged={changed.includes(other.bookingId)}
            leaving={{ act: "Let it go", done: "It is let go.", undo: "Keep it after all" }}
            none="No time is free near that day, so it is let go. You can book another one."
          />
        </li>
      ))}
    </ul>
  );
}

function noteOf({ was, chosen }: Other, isChanged: boolean, zone: string): string {
  if (isChanged) return "The time that you chose has just gone. This one is new.";
  return chosen === was ? "It stays where it is." : `It is now on ${whenWords(was, zone)}.`;
}
