import { whenWords } from "#app/(public)/book/day-plan.ts";
import { Skeleton } from "#app/ui/skeleton.tsx";
import { StepChoice } from "#app/ui/step-choice.tsx";
import { stepWords } from "#lib/arcs/words.ts";
import { lengthWords } from "#lib/time/words.ts";
import type { Others } from "./use-others.ts";

/** Where the sessions go that belong with a day of guidance. All of it moves at once, or nothing does. */
export function OthersAlong({ along, zone }: { along: Others; zone: string }) {
  const { isAsked, isReady, problem, others, changed, choose } = along;
  if (!isAsked) return null;
  if (problem) return <p role="alert">{problem}</p>;
  if (!isReady) return <Skeleton label="Looking for times" lines={3} />;
  if (others.length === 0) return null;
  return (
    <section aria-labelledby="along">
      <h3 id="along">Where the others go</h3>
      <ul className="step-choices">
        {others.map((other) => {
          const isChanged = changed.includes(other.bookingId);
          const stays = other.chosen === other.was;
          return (
            <li key={other.bookingId}>
              <StepChoice
                name={`other-${other.bookingId}`}
                title={stepWords(other.step)}
                about={`${other.name}, ${lengthWords(other.minutes)}`}
                times={other.times.map((time) => ({ start: time, words: whenWords(time, zone) }))}
                chosen={other.chosen}
                best={other.start}
                choose={(choice) => choose(other.bookingId, choice)}
                note={noteOf(isChanged, stays, whenWords(other.was, zone))}
                isChanged={isChanged}
                leaving={{ act: "Let it go", done: "It is let go.", undo: "Keep it after all" }}
                none="No time is free near that day, so it is let go."
              />
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function noteOf(isChanged: boolean, stays: boolean, was: string): string {
  if (isChanged) return "The time that you chose has just gone. This one is new.";
  return stays ? "It stays where it is." : `It is now on ${was}.`;
}
