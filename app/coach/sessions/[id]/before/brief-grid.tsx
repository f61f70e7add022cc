import type { ReactNode } from "react";
import { FirstQuestion } from "#app/coach/notes/first-question.tsx";
import type { FoundBooking } from "#lib/bookings/queries.ts";
import type { NoteSheet } from "#lib/notes/queries.ts";
import type { BriefPerson } from "./before-session.tsx";
import {
  Agreed,
  Boundaries,
  Changes,
  Flags,
  LastStep,
  NumbersOverTime,
  Since,
  Wants,
  WhoTheyAre,
} from "./parts.tsx";

type BriefGridProps = { person: BriefPerson; booking: FoundBooking; question: NoteSheet; now: number };

/** One screen, in the order in which it helps, to be read in three minutes. */
export function BriefGrid({ person, booking, question, now }: BriefGridProps) {
  const part = { person, bookingId: booking.id, zone: booking.coachZone, now };
  return (
    <>
      <WhoTheyAre {...part} />
      <div className="brief">
        <Part wide="w4" title="To talk about">
          <Flags {...part} />
        </Part>
        <Part wide="w8" title={`What ${person.name} wants from this session`}>
          <Wants {...part} />
        </Part>
        <Part wide="w4" title="Last small step">
          <LastStep {...part} />
        </Part>
        <Part wide="w8" title="In their own numbers">
          <NumbersOverTime {...part} />
        </Part>
        <Part wide="w4" title="Changed since last time">
          <Changes {...part} />
        </Part>
        <Part wide="w4" title="Boundaries">
          <Boundaries {...part} />
        </Part>
        <Part wide="w4" title="Agreements">
          <Agreed {...part} />
        </Part>
        <Part wide="w7" title="Shared since last time">
          <Since {...part} />
        </Part>
        <section className="w5">
          <FirstQuestion sheet={question} />
        </section>
      </div>
    </>
  );
}

function Part({ wide, title, children }: { wide: string; title: string; children: ReactNode }) {
  return (
    <section className={wide}>
      <h2>{title}</h2>
      {children}
    </section>
  );
}
