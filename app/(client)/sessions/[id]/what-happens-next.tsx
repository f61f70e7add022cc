import { Steps } from "#app/ui/steps.tsx";
import type { FoundBooking } from "#lib/bookings/queries.ts";
import { clockWords } from "#lib/time/words.ts";

/** What comes before the meeting and after it. For a guidance day the two of you agree on that. */
export function WhatHappensNext({ booking, zone }: { booking: FoundBooking; zone: string }) {
  const meet = {
    title: "How you meet",
    text: booking.place || `${booking.coachName} tells you in time how and where you meet.`,
  };
  const room = {
    title: "A place where you can speak freely",
    text: "A door that closes, headphones, something to drink. A parked car is fine too.",
  };
  const after = {
    title: "A little room afterwards",
    text: `If you can, keep half an hour free after ${clockWords(booking.during.end, zone)}.`,
  };
  return (
    <section aria-labelledby="next">
      <h2 id="next">What happens next</h2>
      <p className="quiet measure mb-5">Only what helps you. The meeting goes ahead either way.</p>
      <Steps steps={booking.kind === "guidance" ? [meet] : [meet, room, after]} />
    </section>
  );
}
