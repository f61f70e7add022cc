import { clockWords, dayWords } from "#lib/time/words.ts";
import { zoneWords } from "#lib/time/zones.ts";
import type { MovedMeeting } from "./move-form.tsx";

/** What moving brings about, until when it can be done here, and what to do after that. */
export function WhatMovingDoes({ meeting, zone }: { meeting: MovedMeeting; zone: string }) {
  const { until, coachName } = meeting;
  return (
    <section className="booking__step" aria-labelledby="then">
      <h2 id="then">What happens then</h2>
      <div className="stack measure">
        {meeting.place && <p>It belongs with your day. {meeting.place}</p>}
        <p>{whatFollows(meeting)}</p>
        <p>
          You can move it here until{" "}
          <strong>
            {dayWords(until, zone)}, {clockWords(until, zone)}
          </strong>
          , {zoneWords(zone)}.{" "}
          {until < meeting.start &&
            `After that, please write to ${coachName}, and you can look for a way together.`}
        </p>
      </div>
    </section>
  );
}

export function whatFollows({
  isShared,
  isAsked,
  hasOthers,
  coachName,
}: Pick<MovedMeeting, "isShared" | "isAsked" | "hasOthers" | "coachName">): string {
  if (isShared)
    return `The new time has to suit you both, so your partner is asked again. Then ${coachName} answers.`;
  if (isAsked) return `The new time is kept for you from then on, and ${coachName} answers.`;
  if (hasOthers)
    return "All of it moves at once, or nothing does. One note by mail moves the entries in your calendar.";
  return "It stays the same meeting. A note by mail moves the entry in your calendar.";
}
