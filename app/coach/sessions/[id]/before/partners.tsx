import type { ReactNode } from "react";
import { FirstQuestion } from "#app/coach/notes/first-question.tsx";
import { Icon } from "#app/ui/icons.tsx";
import { namesOf } from "#app/ui/when.tsx";
import type { FoundBooking } from "#lib/bookings/queries.ts";
import type { NoteSheet } from "#lib/notes/queries.ts";
import type { BriefPerson } from "./before-session.tsx";
import { Agreed, Boundaries, Changes, Flags, NumbersOverTime, Since, Wants, WhoTheyAre } from "./parts.tsx";

type PartnersProps = { people: BriefPerson[]; booking: FoundBooking; question: NoteSheet; now: number };

/** Each of them apart. What stands in one column is nothing to the other. */
export function Partners({ people, booking, question, now }: PartnersProps) {
  return (
    <>
      <div className="partners">
        {people.map((person) => (
          <Partner key={person.id} person={person} people={people} booking={booking} now={now} />
        ))}
      </div>
      <div className="brief">
        <section className="w7">
          <FirstQuestion sheet={question} />
        </section>
      </div>
    </>
  );
}

type PartnerProps = { person: BriefPerson; people: BriefPerson[]; booking: FoundBooking; now: number };

function Partner({ person, people, booking, now }: PartnerProps) {
  const part = { person, bookingId: booking.id, zone: booking.coachZone, now };
  const others = namesOf(people.filter(({ id }) => id !== person.id));
  return (
    <section className="sheet sheet--private partner" aria-labelledby={`partner-${person.id}`}>
      <div className="sheet__head">
        <Icon name="lock" />
        <h2 id={`partner-${person.id}`}>{person.name}</h2> Only you. Not {others}
      </div>
      <div className="sheet__body">
        <WhoTheyAre {...part} />
        <Rows
          rows={[
            ["To talk about", <Flags key="flags" {...part} />],
            ["What they hope for", <Wants key="wants" {...part} />],
            ["In their own numbers", <NumbersOverTime key="numbers" {...part} />],
            ["Changed since last time", <Changes key="changes" {...part} />],
            ["Boundaries", <Boundaries key="boundaries" {...part} />],
            ["Agreements", <Agreed key="agreed" {...part} />],
            ["Shared since last time", <Since key="since" {...part} />],
          ]}
        />
      </div>
    </section>
  );
}

function Rows({ rows }: { rows: [string, ReactNode][] }) {
  return (
    <div className="stack">
      {rows.map(([term, words]) => (
        <div key={term}>
          <h3 className="partner__term">{term}</h3>
          {words}
        </div>
      ))}
    </div>
  );
}
