import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { AsMeetingStands } from "#app/(client)/sessions/[id]/as-meeting-stands.tsx";
import { IfTimeChanges } from "#app/(client)/sessions/[id]/if-time-changes.tsx";
import { MeetingFacts } from "#app/(client)/sessions/[id]/meeting-facts.tsx";
import { WhatHappensNext } from "#app/(client)/sessions/[id]/what-happens-next.tsx";
import { MeetingTime } from "#app/(client)/sessions/meeting-time.tsx";
import { Main } from "#app/ui/main.tsx";
import { requireClient } from "#lib/auth/viewer.ts";
import { findBooking, findReader } from "#lib/bookings/queries.ts";
import { standingOf } from "#lib/bookings/standing.ts";
import { isUuid } from "#lib/http/request.ts";

export const metadata: Metadata = { title: "Your meeting" };

export default async function Session({ params }: { params: Promise<{ id: string }> }) {
  const client = await requireClient();
  const { id } = await params;
  const booking = isUuid(id) ? await findBooking(client, id) : undefined;
  if (!booking) notFound();
  const { zone } = await findReader(client);
  const now = Date.now();
  const standing = standingOf(booking, now);
  const isAhead = standing === "ahead" || standing === "asked";

  return (
    <Main>
      <section className="meeting" aria-labelledby="when">
        <p className="quiet">
          {leadIn[standing] ?? "You met"} {booking.coachName} on
        </p>
        <MeetingTime booking={booking} zone={zone} id="when" />
        <AsMeetingStands booking={booking} viewerId={client.id} now={now} />
      </section>
      {isAhead ? (
        <div className="beside">
          <div className="sections">
            <WhatHappensNext booking={booking} zone={zone} />
            <IfTimeChanges booking={booking} zone={zone} now={now} />
          </div>
          <MeetingFacts booking={booking} isAhead />
        </div>
      ) : (
        <div className="measure">
          <MeetingFacts booking={booking} isAhead={false} />
        </div>
      )}
    </Main>
  );
}

const leadIn: Partial<Record<ReturnType<typeof standingOf>, string>> = {
  ahead: "You meet",
  asked: "You asked to meet",
  now: "You meet",
  missed: "You had a time with",
  cancelled: "You would have met",
  declined: "You would have met",
};
