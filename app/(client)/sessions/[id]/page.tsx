import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { AsMeetingStands } from "#app/(client)/sessions/[id]/as-meeting-stands.tsx";
import { mustStillAgree } from "#app/(client)/sessions/[id]/asked-meeting.tsx";
import { IfTimeChanges } from "#app/(client)/sessions/[id]/if-time-changes.tsx";
import { MeetingFacts } from "#app/(client)/sessions/[id]/meeting-facts.tsx";
import { leadInOf } from "#app/(client)/sessions/[id]/meeting-lines.ts";
import { MovedLine } from "#app/(client)/sessions/[id]/moved-line.tsx";
import { SummaryHere } from "#app/(client)/sessions/[id]/summary-here.tsx";
import { TalkBeforeDay } from "#app/(client)/sessions/[id]/talk-before-day.tsx";
import { WhatHappensAfterAsking, WhatHappensNext } from "#app/(client)/sessions/[id]/what-happens-next.tsx";
import { WholePath } from "#app/(client)/sessions/[id]/whole-path.tsx";
import { OpenAsked } from "#app/(client)/sessions/asked/open-asked.tsx";
import { MeetingTime } from "#app/(client)/sessions/meeting-time.tsx";
import { Main } from "#app/ui/main.tsx";
import { requireClient } from "#lib/auth/viewer.ts";
import { findBooking, findReader } from "#lib/bookings/queries.ts";
import { findAnswer, findJoinLink, hasJoinLink } from "#lib/bookings/request-queries.ts";
import { standingOf } from "#lib/bookings/standing.ts";
import { isUuid } from "#lib/http/request.ts";
import { listOpen } from "#lib/reflections/asked/open-now.ts";

export const metadata: Metadata = { title: "Your meeting" };

export default async function Session({ params }: PageProps<"/sessions/[id]">) {
  const client = await requireClient();
  const { id } = await params;
  const booking = isUuid(id) ? await findBooking(client, id) : undefined;
  if (!booking) notFound();
  const now = Date.now();
  const [{ zone }, answer, link, isKnown, all] = await Promise.all([
    findReader(client),
    findAnswer(client, booking.id, now),
    findJoinLink(client, booking, now),
    hasJoinLink(client, booking.typeId),
    listOpen(client, now),
  ]);
  const open = all.filter(({ about }) => about.bookingId === booking.id);
  const standing = standingOf(booking, now);
  const isAsked = standing === "asked";
  const mustAgree = isAsked && mustStillAgree(booking, client.id);
  const isAhead = standing === "ahead" || isAsked;

  return (
    <Main>
      <section className="meeting" aria-labelledby="when">
        <p className="quiet">
          {leadInOf(standing, !mustAgree)} {booking.coachName} on
        </p>
        <MeetingTime booking={booking} zone={zone} id="when" />
        {isAhead && <MovedLine booking={booking} zone={zone} now={now} />}
        <AsMeetingStands
          booking={booking}
          viewerId={client.id}
          answer={answer}
          room={{ isKnown, link }}
          zone={zone}
          now={now}
        />
        <TalkBeforeDay client={client} booking={booking} now={now} />
      </section>
      <SummaryHere client={client} bookingId={booking.id} zone={zone} now={now} />
      {isAhead ? (
        <div className="beside">
          <div className="sections">
            {isAsked ? (
              <WhatHappensAfterAsking
                booking={booking}
                hasOffers={answer.proposals.length > 0}
                mustAgree={mustAgree}
              />
            ) : (
              <WhatHappensNext booking={booking} open={open} hasRoom={isKnown} zone={zone} now={now} />
            )}
            <IfTimeChanges booking={booking} zone={zone} now={now} />
          </div>
          <MeetingFacts booking={booking} isAhead />
        </div>
      ) : (
        <div className="sections measure">
          {open.map((one) => (
            <OpenAsked key={one.about.kind} open={one} zone={zone} now={now} isOneThing={!one.share} />
          ))}
          <MeetingFacts booking={booking} isAhead={false} />
        </div>
      )}
      <WholePath client={client} booking={booking} zone={zone} now={now} />
    </Main>
  );
}
