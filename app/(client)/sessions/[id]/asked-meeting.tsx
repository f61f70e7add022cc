import { StandingBadge } from "#app/(client)/sessions/standing-badge.tsx";
import { elsewhereWords, isSameClock } from "#app/ui/when.tsx";
import type { FoundBooking } from "#lib/bookings/queries.ts";
import type { findAnswer, Proposal } from "#lib/bookings/request-queries.ts";
import { clockWords, dayWords } from "#lib/time/words.ts";
import { zoneWords } from "#lib/time/zones.ts";
import { OfferedTimes } from "./offered-times.tsx";
import { SaidByCoach } from "./said-by-coach.tsx";
import { SuitsMe } from "./suits-me.tsx";

export type Answer = Awaited<ReturnType<typeof findAnswer>>;
type AskedMeetingProps = {
  booking: FoundBooking;
  viewerId: string;
  answer: Answer;
  zone: string;
  now: number;
};

/** What was asked for: whose word it waits for, and what that one can say. */
export function AskedMeeting({ booking, viewerId, answer, zone, now }: AskedMeetingProps) {
  const { id, coachName } = booking;
  const { sentence, proposals } = answer;
  const badge = <StandingBadge booking={booking} now={now} />;
  if (proposals.length > 0)
    return (
      <>
        <p>{badge}</p>
        <section className="offers" aria-labelledby="offered">
          <h2 id="offered">
            {proposals.length === 1
              ? `${coachName} offers you another time`
              : `${coachName} offers you other times`}
          </h2>
          {sentence && <SaidByCoach coachName={coachName} sentence={sentence} />}
          <p className="quiet">{keptWords(proposals, zone)}</p>
          <OfferedTimes bookingId={id} times={proposals.map((one) => offered(one, booking, zone))} />
        </section>
      </>
    );
  if (mustStillAgree(booking, viewerId))
    return (
      <>
        <p>{badge}</p>
        <section className="offers" aria-labelledby="suits">
          <h2 id="suits">Does this time suit you?</h2>
          <p className="measure">
            It was chosen for the two of you. A meeting of two needs a yes from each, and no reason is needed
            for a no.
          </p>
          <SuitsMe bookingId={id} />
        </section>
      </>
    );
  return (
    <p className="flex flex-wrap gap-x-3">
      {badge}
      <span className="small quiet">
        {booking.arcId ? "All of it is" : "It is"} kept for you until {coachName} answers.
      </span>
    </p>
  );
}

/** A session of two needs everyone's own yes. */
export function mustStillAgree(
  { kind, attendees }: Pick<FoundBooking, "kind" | "attendees">,
  viewerId: string,
): boolean {
  return kind === "couple" && attendees.some(({ id, hasAgreed }) => id === viewerId && !hasAgreed);
}

/** "They are kept for you until Friday 27 November, 18:00, Lisbon time. So is the time that you asked for." */
export function keptWords(proposals: readonly Proposal[], zone: string): string {
  const until = Math.min(...proposals.map((one) => one.until));
  const them = proposals.length === 1 ? "It is" : "They are";
  return `${them} kept for you until ${dayWords(until, zone)}, ${clockWords(until, zone)}, ${zoneWords(zone)}. So is the time that you asked for.`;
}

function offered(
  { id, start, end }: Proposal,
  { coachName, coachZone }: Pick<FoundBooking, "coachName" | "coachZone">,
  zone: string,
) {
  return {
    id,
    instant: new Date(start).toISOString(),
    words: `${dayWords(start, zone)}, ${clockWords(start, zone)} to ${clockWords(end, zone)}`,
    elsewhere: isSameClock(start, zone, coachZone)
      ? undefined
      : `For ${coachName} ${elsewhereWords(start, coachZone, zone)}`,
  };
}
