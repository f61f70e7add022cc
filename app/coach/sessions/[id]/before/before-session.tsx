import type { CoachViewer } from "#lib/auth/viewer.ts";
import type { FoundBooking } from "#lib/bookings/queries.ts";
import { listAgreements } from "#lib/consent/queries.ts";
import { readBesideBrief } from "#lib/desk/brief/beside.ts";
import { readTold } from "#lib/desk/brief/queries.ts";
import { findClientHead } from "#lib/desk/find-client.ts";
import { listFlagsBeside } from "#lib/flags/queries.ts";
import { listBesideSession as listLessonsBeside } from "#lib/lessons/suggestions/queries.ts";
import { findFirstQuestion } from "#lib/notes/queries.ts";
import { listBesideSession } from "#lib/reflections/for-coach/queries.ts";
import { findLastStep } from "#lib/summaries/queries.ts";
import { BriefGrid } from "./brief-grid.tsx";
import { Partners } from "./partners.tsx";

type BeforeSessionProps = { coach: CoachViewer; booking: FoundBooking; now: number };

/** The brief: for one who comes a sheet of ten parts, for two a column each. Nothing while nobody is known to come. */
export async function BeforeSession({ coach, booking, now }: BeforeSessionProps) {
  if (booking.attendees.length === 0) return null;
  const [flagged, beside, lessons, question, people] = await Promise.all([
    listFlagsBeside(coach, { id: booking.id, clientIds: booking.attendees.map(({ id }) => id) }),
    listBesideSession(coach, booking),
    listLessonsBeside(coach, booking.id),
    findFirstQuestion(coach, booking.id, now),
    Promise.all(booking.attendees.map((person) => readPerson(coach, person, booking, now))),
  ]);
  const all = people.map((person) => ({
    ...person,
    flagged: flagged.filter(({ client }) => client.id === person.id),
    asked: beside.asked,
    shown: beside.shown.filter(({ client }) => client.id === person.id),
    lessons: lessons.filter(({ clientId }) => clientId === person.id),
  }));
  const [first, ...others] = all;
  if (!first) return null;
  return (
    <section aria-label="Before this session">
      {others.length === 0 ? (
        <BriefGrid person={first} booking={booking} question={question} now={now} />
      ) : (
        <Partners people={all} booking={booking} question={question} now={now} />
      )}
    </section>
  );
}

async function readPerson(
  coach: CoachViewer,
  { id, name }: { id: string; name: string },
  booking: FoundBooking,
  now: number,
) {
  const { start } = booking.during;
  const [head, before, step, beside, { agreements }] = await Promise.all([
    findClientHead(coach, id, now),
    readTold(coach, id, { id: booking.id, coachName: booking.coachName, start }),
    findLastStep(coach, id, start),
    readBesideBrief(coach, id, { id: booking.id, start }),
    listAgreements(coach, { clientId: id, coachId: coach.id }),
  ]);
  return { id, name, head, ...before, step, beside, agreements };
}

type Read = Awaited<ReturnType<typeof readPerson>>;
export type BriefPerson = Read & {
  flagged: Awaited<ReturnType<typeof listFlagsBeside>>;
  asked: Awaited<ReturnType<typeof listBesideSession>>["asked"];
  shown: Awaited<ReturnType<typeof listBesideSession>>["shown"];
  lessons: Awaited<ReturnType<typeof listLessonsBeside>>;
};
