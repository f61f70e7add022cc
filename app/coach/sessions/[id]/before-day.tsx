import type { Route } from "next";
import { PeopleToCall } from "#app/coach/people-to-call.tsx";
import { AskedAgain } from "#app/coach/sessions/[id]/asked-again.tsx";
import { ButtonLink } from "#app/ui/button.tsx";
import { Facts } from "#app/ui/facts.tsx";
import type { CoachViewer } from "#lib/auth/viewer.ts";
import type { FoundBooking } from "#lib/bookings/queries.ts";
import { findAskedAgain, isItsDay } from "#lib/consent/asked-again.ts";
import { listAgreements } from "#lib/consent/queries.ts";
import { findTopic } from "#lib/consent/topics.ts";
import { wayHomeWords } from "#lib/safety-plan/plan.ts";
import { findPlanOf } from "#lib/safety-plan/queries.ts";
import { clockWords } from "#lib/time/words.ts";

type BeforeDayProps = { coach: CoachViewer; booking: FoundBooking; now: number };

/** Of a day of guidance: the client's plan, what they agreed to, and on the day itself that it was asked again. */
export async function BeforeDay({ coach, booking, now }: BeforeDayProps) {
  const [client] = booking.attendees;
  if (booking.kind !== "guidance" || !client) return null;
  const isDay = isItsDay(booking, booking.coachZone, now);
  const [plan, { agreements }, askedAt] = await Promise.all([
    findPlanOf(coach, client.id),
    listAgreements(coach, { clientId: client.id, coachId: coach.id }),
    isDay ? findAskedAgain(coach, booking.id) : undefined,
  ]);
  const touch = agreements.find(({ topic }) => topic === "touch");
  const open = agreements.filter(({ state }) => state !== "signed");
  return (
    <section aria-labelledby="day-plan">
      <h2 id="day-plan">Plan for the day</h2>
      {plan ? (
        <>
          <PeopleToCall clientId={client.id} person={plan.person} hasNumber={plan.hasNumber} />
          <Facts
            tight
            facts={[
              ["Way home", wayHomeWords(plan.wayHome) || "Not said"],
              ["Afterwards", plan.place || "Not said"],
              ["That night", plan.company || "Not said"],
              ...(plan.anything ? [["Also", plan.anything] as const] : []),
            ]}
          />
        </>
      ) : (
        <p className="quiet">{client.name} has not written one yet.</p>
      )}
      <h3 className="mt-5">Agreements</h3>
      <p>
        {open.length === 0
          ? "All topics are agreed to, at their current version."
          : `Open: ${open.map(({ title }) => title).join(" · ")}`}
      </p>
      <p>
        <ButtonLink look="quiet" href={`/coach/clients/${client.id}/agreements` as Route}>
          See them all
        </ButtonLink>
      </p>
      {isDay && (
        <AskedAgain
          bookingId={booking.id}
          touch={touch?.choiceText ?? "No touch: nothing is chosen."}
          also={touch?.also ?? ""}
          lines={agreements.map(({ topic }) => findTopic(topic)?.aloud ?? "")}
          askedAt={askedAt === undefined ? undefined : clockWords(askedAt, booking.coachZone)}
        />
      )}
    </section>
  );
}
