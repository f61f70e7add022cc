import type { Route } from "next";
import Link from "next/link";
import { ButtonAnchor, ButtonLink } from "#app/ui/button.tsx";
import { Facts } from "#app/ui/facts.tsx";
import { Main } from "#app/ui/main.tsx";
import type { ClientViewer } from "#lib/auth/viewer.ts";
import type { FoundBooking } from "#lib/bookings/queries.ts";
import type { Plan } from "#lib/safety-plan/plan.ts";
import { findOwnPlan } from "#lib/safety-plan/queries.ts";
import { clockWords, dayWords } from "#lib/time/words.ts";
import { fullZoneWords } from "#lib/time/zones.ts";

type TheDayProps = { client: ClientViewer; booking: FoundBooking; zone: string };

/** On the day itself: when, where, and whom to call. Everything else can wait, one link away. */
export async function TheDay({ client, booking, zone }: TheDayProps) {
  const { id, during, coachId, coachName, place } = booking;
  const own = await findOwnPlan(client, coachId);
  return (
    <Main>
      <section className="meeting" aria-labelledby="when">
        <p className="quiet">Today, {dayWords(during.start, zone)}</p>
        <h1 id="when">
          <time dateTime={new Date(during.start).toISOString()}>
            Arrive at {clockWords(during.start, zone)}
          </time>
        </h1>
        <p>{fullZoneWords(zone)}</p>
      </section>
      <div className="sections measure">
        <Facts
          facts={[
            ["Where", place || `${coachName} told you where.`],
            [coachName, <Contact key="coach" contact={own?.contact ?? null} />],
            ["Your person", <YourPerson key="person" plan={own?.plan} coachId={coachId} />],
          ]}
        />
        <p className="actions">
          <ButtonAnchor look="act" href="/support">
            Support now
          </ButtonAnchor>
          <ButtonLink look="quiet" href={`/sessions/${id}?all=yes` as Route}>
            Everything about this meeting, and moving or cancelling it
          </ButtonLink>
        </p>
      </div>
    </Main>
  );
}

function YourPerson({ plan, coachId }: { plan: Plan | undefined; coachId: string }) {
  if (!plan?.person && !plan?.number)
    return (
      <Link href={`/day-plan?with=${coachId}` as Route} prefetch={false}>
        Name somebody
      </Link>
    );
  const { person, number } = plan;
  return (
    <>
      {person}
      {person && number && ", "}
      {number && <a href={`tel:${number.replace(/[^\d+]/g, "")}`}>{number}</a>}
    </>
  );
}

function Contact({ contact }: { contact: string | null }) {
  return contact ? <a href={`mailto:${contact}`}>{contact}</a> : "The address is at the foot of this page.";
}
