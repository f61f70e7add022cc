import { useEffect, useRef } from "react";
import { Button } from "#app/ui/button.tsx";
import { Choice, Choices } from "#app/ui/choice.tsx";
import { clockWords, dayWords } from "#lib/time/words.ts";
import { zoneWords } from "#lib/time/zones.ts";
import type { ChoosingAnew } from "./choosing.ts";
import { howLong } from "./shown-type.ts";

type NearestTimesProps = {
  type: { name: string; minutes: number; mostMinutes?: number };
  zone: string;
  choosing: ChoosingAnew;
  /** Whether a session that stands was to be moved there. */
  isMove?: boolean;
};

const differences: Record<string, string> = {
  earlier: "The same day, earlier",
  later: "The same day, later",
  "next-day": "The same hour on another day",
  "next-week": "The same day and hour, one week later",
  soon: "The next one that is free",
};

/** The time that was chosen is gone. Says so, and offers the nearest; nothing is chosen for the person. */
export function NearestTimes({ type, zone, choosing, isMove }: NearestTimesProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  if (!choosing.nearest) return null;
  const { wanted, times } = choosing.nearest;
  const gone = `${dayWords(Date.parse(wanted), zone)} at ${clockWords(Date.parse(wanted), zone)}`;
  return (
    <div className="booking__steps">
      <div role="alert" className={isMove ? undefined : "booking__gone"}>
        <h2 ref={heading} tabIndex={-1} className="text-title">
          That time has just gone
        </h2>
        <p className="lead mt-4">
          Someone else took {gone} while you were {isMove ? "choosing" : "writing"}. Sorry about that.{" "}
          {isMove ? "The time that you had is still yours." : "Everything you typed is still here."}
        </p>
      </div>
      <fieldset className="booking__step">
        <legend>The nearest free times</legend>
        <p className="quiet">
          {type.name}, {howLong(type)}. Times are in <strong>{zoneWords(zone)}</strong> ({zone}).
        </p>
        {choosing.errors.start && <p className="field__error mb-3">{choosing.errors.start}</p>}
        {times.length === 0 && <p>There is none near it. Please look at all free times.</p>}
        <Choices two>
          {times.map(({ start, how }) => (
            <Choice
              key={start}
              name="start"
              value={start}
              title={<time dateTime={start}>{whenWords(start, zone)}</time>}
              more={differences[how]}
              checked={choosing.start === start}
              onChange={() => choosing.choose(start)}
              data-invalid={choosing.errors.start ? true : undefined}
            />
          ))}
        </Choices>
        <p className="mt-4">
          <Button type="button" look="quiet" onClick={choosing.showAll}>
            See all free times
          </Button>
        </p>
      </fieldset>
    </div>
  );
}

function whenWords(start: string, zone: string): string {
  const ms = Date.parse(start);
  return `${dayWords(ms, zone)}, ${clockWords(ms, zone)}`;
}
