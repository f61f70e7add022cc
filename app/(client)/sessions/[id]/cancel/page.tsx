import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { CancelBookingForm } from "#app/ui/cancel-booking-form.tsx";
import { Facts } from "#app/ui/facts.tsx";
import { Main, PageHead } from "#app/ui/main.tsx";
import { goingWith } from "#lib/arcs/going-with.ts";
import { listArcSessions } from "#lib/arcs/queries.ts";
import { isLive } from "#lib/arcs/sessions.ts";
import { requireClient } from "#lib/auth/viewer.ts";
import { findBooking, findReader } from "#lib/bookings/queries.ts";
import { mayStillChange } from "#lib/bookings/rules.ts";
import { isUuid } from "#lib/http/request.ts";
import { clockWords, dayWords } from "#lib/time/words.ts";
import { fullZoneWords } from "#lib/time/zones.ts";
import { GoesAndStays } from "./goes-and-stays.tsx";

export const metadata: Metadata = { title: "Cancel this meeting" };

export default async function CancelSession({ params }: { params: Promise<{ id: string }> }) {
  const client = await requireClient();
  const { id } = await params;
  const booking = isUuid(id) ? await findBooking(client, id) : undefined;
  if (!booking) notFound();
  const { start, end } = booking.during;
  // The meeting's own page says why, and whom to write to.
  const now = Date.now();
  const isAskedTogether = booking.status === "requested" && booking.arcId !== null;
  if (!isAskedTogether && !mayStillChange({ ...booking, start }, "client", now))
    redirect(`/sessions/${booking.id}`);
  const [{ zone }, together] = await Promise.all([findReader(client), listArcSessions(client, booking.id)]);
  const goes = goingWith(booking, together, now);
  const stays = together.filter(
    (one) => isLive(one) && one.during.start > now && one.id !== booking.id && !goes.includes(one),
  );

  return (
    <Main>
      <PageHead
        title={isAskedTogether ? "Take it all back?" : "Cancel this meeting?"}
        lead="No reason is needed. You can book another time whenever you like."
        tight
      />
      <div className="moment moment--ask">
        <Facts
          facts={[
            ["With", booking.coachName],
            [
              "When",
              `${dayWords(start, zone, { year: true })}, ${clockWords(start, zone)} to ${clockWords(end, zone)}`,
            ],
            ["In", fullZoneWords(zone)],
          ]}
        />
        <GoesAndStays goes={goes} stays={stays} zone={zone} />
        <h2>What will happen</h2>
        <ul className="plain-list">
          <li>
            {goes.length > 0 ? "These times are" : "The time is"} free again at once, and someone else may
            take {goes.length > 0 ? "them" : "it"}.
          </li>
          <li>{booking.coachName} no longer finds it in the book for that day.</li>
          <li>
            {booking.kind === "couple" ? "You both get" : "You get"} a short note by mail.
            {booking.status === "confirmed" && " It takes the entry out of the calendar."}
          </li>
        </ul>
        {booking.feeSentence && <p className="small quiet">{booking.feeSentence}</p>}
        <CancelBookingForm
          bookingId={booking.id}
          back={`/sessions/${booking.id}`}
          what={isAskedTogether ? "plan" : "meeting"}
        />
      </div>
    </Main>
  );
}
