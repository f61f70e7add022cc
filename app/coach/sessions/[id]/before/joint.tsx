import type { Route } from "next";
import { ButtonLink } from "#app/ui/button.tsx";
import type { CoachViewer } from "#lib/auth/viewer.ts";
import type { FoundBooking } from "#lib/bookings/queries.ts";
import { listShownToBoth } from "#lib/desk/brief/queries.ts";

/** The way to a page that may be seen by both, and back. It is remembered nowhere. */
export function JointBar({ bookingId, isOn }: { bookingId: string; isOn: boolean }) {
  return (
    <div className={isOn ? "joint-bar is-on" : "joint-bar"}>
      <ButtonLink
        look="plain"
        href={(isOn ? `/coach/sessions/${bookingId}` : `/coach/sessions/${bookingId}?view=joint`) as Route}
      >
        {isOn ? "Leave joint view" : "Joint view"}
      </ButtonLink>
      <p>
        {isOn
          ? "On. Both private columns are off the page. What is left may be seen by both."
          : "Turn this on before you share your screen. Both private columns leave the page."}
      </p>
    </div>
  );
}

/** What both may see: what each of them chose to show the other. */
export async function SharedWithEachOther({ coach, booking }: { coach: CoachViewer; booking: FoundBooking }) {
  const shown = await listShownToBoth(coach, booking.id);
  const nameOf = (by: string) => booking.attendees.find(({ id }) => id === by)?.name;
  return (
    <section aria-labelledby="each-other" className="mb-6">
      <h2 id="each-other">Shared with each other</h2>
      {shown.length === 0 && <p className="quiet">Nothing that they both see is here.</p>}
      <ul className="waits">
        {shown.map(({ id, by, text, words }) => (
          <li key={id}>
            <h3>
              {nameOf(by)} <span>{text}</span>
            </h3>
            <p className="as-written">{words}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
