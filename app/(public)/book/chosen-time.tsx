import { Facts } from "#app/ui/facts.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { clockWords, dayWords } from "#lib/time/words.ts";
import { zoneWords } from "#lib/time/zones.ts";
import { howLong, type ShownType } from "./shown-type.ts";

type ChosenTimeProps = {
  type: ShownType;
  /** Whether a time can be chosen here at all. */
  isOpen: boolean;
  start: string | undefined;
  zone: string;
  isTaken: boolean;
};

/** What is chosen so far, always in view. */
export function ChosenTime({ type, isOpen, start, zone, isTaken }: ChosenTimeProps) {
  if (isTaken && !start)
    return (
      <Notice className="chosen" title="Why this can happen">
        <p>
          A time is {type.isAskedFor ? "kept for you" : "yours"} once you have pressed the button. Until then
          others can see it too.
        </p>
        <p>Nothing was {type.isAskedFor ? "asked for" : "booked"}, and no mail was sent.</p>
      </Notice>
    );
  return (
    <aside className="chosen card" aria-labelledby="chosen">
      <h2 id="chosen">Your choice so far</h2>
      {start && <ChosenStart ms={Date.parse(start)} zone={zone} />}
      <Facts tight facts={isOpen ? factsOf(type, start, zone) : [whatOf(type)]} />
    </aside>
  );
}

function ChosenStart({ ms, zone }: { ms: number; zone: string }) {
  return (
    <>
      <p className="chosen__time">
        <time dateTime={new Date(ms).toISOString()}>{clockWords(ms, zone)}</time>
      </p>
      <p className="quiet">{dayWords(ms, zone, { year: true })}</p>
    </>
  );
}

function whatOf({ name, coachName, isAnybodys }: ShownType): [string, string] {
  return ["What", `${name} with ${isAnybodys ? "whoever is free first" : coachName}`];
}

function factsOf(type: ShownType, start: string | undefined, zone: string): [string, string][] {
  const isLengthKnown = type.minutes === type.mostMinutes;
  const end = start && isLengthKnown && clockWords(Date.parse(start) + type.minutes * 60_000, zone);
  return [
    whatOf(type),
    ["How long", end ? `${howLong(type)}, until ${end}` : howLong(type)],
    ["Where", type.place],
    ["Time zone", zoneWords(zone)],
    ...(type.feeSentence ? [["Fee and changes", type.feeSentence] satisfies [string, string]] : []),
  ];
}
