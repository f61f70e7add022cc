import { ConfirmRequest } from "#app/coach/sessions/[id]/confirm-request.tsx";
import { whoComes } from "#app/coach/who-comes.ts";
import { Notice } from "#app/ui/notice.tsx";
import type { FoundArc } from "#lib/arcs/queries.ts";
import type { FoundBooking } from "#lib/bookings/queries.ts";
import type { findAnswer } from "#lib/bookings/request-queries.ts";
import { standingOf } from "#lib/bookings/standing.ts";
import { clockWords, dayWords } from "#lib/time/words.ts";
import { zoneWords } from "#lib/time/zones.ts";

/** An open request with the ways to answer it, and what was answered already. */
export function Answer({
  booking,
  answer: { sentence, proposals },
  arc,
  now,
}: {
  booking: FoundBooking;
  answer: Awaited<ReturnType<typeof findAnswer>>;
  arc: FoundArc | undefined;
  now: number;
}) {
  const standing = standingOf(booking, now);
  if (standing !== "asked" && standing !== "declined") return null;
  const zone = booking.coachZone;
  const when = (at: number) => `${dayWords(at, zone)}, ${clockWords(at, zone)}`;
  const waiting = booking.attendees.filter(({ hasAgreed }) => !hasAgreed);
  return (
    <>
      {proposals.length > 0 && (
        <Notice title="You offered other times">
          <ul className="plain-list">
            {proposals.map(({ id, start }) => (
              <li key={id}>{when(start)}</li>
            ))}
          </ul>
          <p>
            They are kept until {when(proposals[0]?.until ?? now)}, {zoneWords(zone)}. Offering again replaces
            them.
          </p>
        </Notice>
      )}
      {sentence && (
        <blockquote className="said">
          <p className="whitespace-pre-line break-words">{sentence}</p>
          <footer className="small quiet">What you wrote, as they read it.</footer>
        </blockquote>
      )}
      {standing === "asked" && waiting.length > 0 && (
        <p className="quiet">
          {waiting.map(({ name }) => name).join(" and ")} has not said yet whether this time suits. A session
          of two needs both before you confirm it.
        </p>
      )}
      {standing === "asked" && (
        <ConfirmRequest
          bookingId={booking.id}
          what={arc ? countWords(arc) : whoComes(booking)}
          isTogether={arc !== undefined}
          mayOffer={arc === undefined || booking.arcStep === "guidance"}
          needsReason={arc?.gate ? !arc.gate.mayConfirm : false}
        />
      )}
    </>
  );
}

const numbers = ["", "", "both", "all three", "all four", "all five", "all six"];

function countWords({ sessions }: FoundArc): string {
  const asked = sessions.filter(({ status }) => status === "requested").length;
  return asked === 1 ? "this day" : `${numbers[asked] ?? "all"} times`;
}
