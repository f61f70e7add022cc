import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { whoComes } from "#app/coach/who-comes.ts";
import { Facts } from "#app/ui/facts.tsx";
import { Main, PageHead } from "#app/ui/main.tsx";
import { requireCoach } from "#lib/auth/viewer.ts";
import { findBooking } from "#lib/bookings/queries.ts";
import { mayStillChange } from "#lib/bookings/rules.ts";
import { isUuid } from "#lib/http/request.ts";
import { clockWords, dayWords } from "#lib/time/words.ts";
import { fullZoneWords } from "#lib/time/zones.ts";
import { CancelForClientForm } from "./cancel-for-client-form.tsx";

export const metadata: Metadata = { title: "Cancel a session" };

export default async function CancelSession({ params }: { params: Promise<{ id: string }> }) {
  const coach = await requireCoach();
  const { id } = await params;
  const booking = isUuid(id) ? await findBooking(coach, id) : undefined;
  if (!booking) notFound();
  const { start, end } = booking.during;
  if (!mayStillChange({ ...booking, start }, "coach", Date.now())) redirect(`/coach/sessions/${booking.id}`);
  const zone = booking.coachZone;
  const who = whoComes(booking);

  return (
    <Main>
      <PageHead title="Cancel this session?" tight />
      <div className="moment moment--ask">
        <Facts
          facts={[
            ["With", who],
            ["What", booking.typeName],
            [
              "When",
              `${dayWords(start, zone, { year: true })}, ${clockWords(start, zone)} to ${clockWords(end, zone)}`,
            ],
            ["In", fullZoneWords(zone)],
          ]}
        />
        <h2>What will happen</h2>
        <ul className="plain-list">
          <li>The time is free again at once and can be booked.</li>
          <li>The note gives no reason. If there is something to say, please write as well.</li>
          <li>With the note, the entry goes from their calendar.</li>
        </ul>
        <CancelForClientForm bookingId={booking.id} isShared={booking.attendees.length > 1} />
      </div>
    </Main>
  );
}
