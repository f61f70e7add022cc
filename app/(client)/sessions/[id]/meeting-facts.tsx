import { Facts } from "#app/ui/facts.tsx";
import { meetingTitle } from "#lib/bookings/meeting-words.ts";
import type { FoundBooking } from "#lib/bookings/queries.ts";
import { lengthWords } from "#lib/time/words.ts";

/** The one place of the client's pages that says which kind of session this is. */
export function MeetingFacts({ booking, isAhead }: { booking: FoundBooking; isAhead: boolean }) {
  const { during, coachName } = booking;
  const calendar = ["In your calendar", `It only says “${meetingTitle(coachName)}”`] as const;
  return (
    <aside className="card" aria-labelledby="facts">
      <h2 id="facts" className="text-lead mb-4">
        This meeting
      </h2>
      <Facts
        tight={isAhead}
        facts={[
          ["What", booking.typeName],
          ["With", coachName],
          ["Length", lengthWords((during.end - during.start) / 60_000)],
          ["Where", booking.place || `${coachName} tells you in time.`],
          ...(isAhead ? [calendar] : []),
        ]}
      />
    </aside>
  );
}
