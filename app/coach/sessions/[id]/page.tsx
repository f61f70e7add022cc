import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { AfterSession } from "#app/coach/sessions/[id]/after/after-session.tsx";
import { Answer } from "#app/coach/sessions/[id]/answer.tsx";
import { BeforeSession } from "#app/coach/sessions/[id]/before/before-session.tsx";
import { JointBar, SharedWithEachOther } from "#app/coach/sessions/[id]/before/joint.tsx";
import { SessionHead } from "#app/coach/sessions/[id]/before/session-head.tsx";
import { BeforeDay } from "#app/coach/sessions/[id]/before-day.tsx";
import { HowItWentHere } from "#app/coach/sessions/[id]/how-it-went-here.tsx";
import { LessonsHere } from "#app/coach/sessions/[id]/lessons/lessons-here.tsx";
import { PrivateReasons } from "#app/coach/sessions/[id]/private-reasons.tsx";
import { SessionFacts } from "#app/coach/sessions/[id]/session-facts.tsx";
import { TalkBeforeDay } from "#app/coach/sessions/[id]/talk-before-day.tsx";
import { Together } from "#app/coach/sessions/[id]/together.tsx";
import { WhatStands } from "#app/coach/sessions/[id]/what-stands.tsx";
import { Actions, ButtonAnchor, ButtonLink } from "#app/ui/button.tsx";
import { Main } from "#app/ui/main.tsx";
import { findArc } from "#lib/arcs/queries.ts";
import { type CoachViewer, requireCoach } from "#lib/auth/viewer.ts";
import { type FoundBooking, findBooking } from "#lib/bookings/queries.ts";
import { findAnswer, findJoinLink, listReasons } from "#lib/bookings/request-queries.ts";
import { mayStillChange } from "#lib/bookings/rules.ts";
import { isUuid } from "#lib/http/request.ts";
import { clockWords, dateIn } from "#lib/time/words.ts";
import { fullZoneWords } from "#lib/time/zones.ts";

export const metadata: Metadata = { title: "A session" };

export default async function Session({ params, searchParams }: PageProps<"/coach/sessions/[id]">) {
  const coach = await requireCoach();
  const [{ id }, { view }] = await Promise.all([params, searchParams]);
  const booking = isUuid(id) ? await findBooking(coach, id) : undefined;
  if (!booking) notFound();
  const now = Date.now();
  const isOfTwo = booking.attendees.length > 1;
  if (isOfTwo && view === "joint") return <Joint coach={coach} booking={booking} now={now} />;
  const { start } = booking.during;
  const zone = booking.coachZone;
  const mayChange = mayStillChange({ ...booking, start }, "coach", now);
  const [arc, answer, link, reasons] = await Promise.all([
    findArc(coach, id, zone, now),
    findAnswer(coach, id, now),
    findJoinLink(coach, booking, now),
    listReasons(coach, id),
  ]);

  return (
    <Main>
      <SessionHead booking={booking} now={now} link={link} />
      {isOfTwo && <JointBar bookingId={booking.id} isOn={false} />}
      <BeforeSession coach={coach} booking={booking} now={now} />
      <div className="measure stack">
        <WhatStands booking={booking} coachId={coach.id} now={now} />
        <TalkBeforeDay coach={coach} booking={booking} now={now} />
        <Answer booking={booking} answer={answer} arc={arc} now={now} />
        <SessionFacts booking={booking} />
        <BeforeDay coach={coach} booking={booking} now={now} />
        {arc && <Together arc={arc} bookingId={id} zone={zone} now={now} />}
        {mayChange && (
          <>
            <p className="quiet">
              You can move or cancel until it begins, at {clockWords(start, zone)}, {fullZoneWords(zone)}.
            </p>
            <Actions>
              <ButtonAnchor href={`/api/bookings/${booking.id}/calendar`}>Add to calendar</ButtonAnchor>
              <ButtonLink
                look="plain"
                href={`/coach/calendar?view=week&date=${dateIn(start, zone)}&move=${booking.id}`}
              >
                Move this session
              </ButtonLink>
              <ButtonLink look="plain" href={`/coach/sessions/${booking.id}/cancel`}>
                Cancel this session
              </ButtonLink>
            </Actions>
          </>
        )}
        <LessonsHere coach={coach} booking={booking} now={now} />
        <HowItWentHere coach={coach} booking={booking} now={now} />
        <PrivateReasons reasons={reasons} zone={zone} />
        <p>
          <ButtonLink look="quiet" href="/coach">
            Back to today
          </ButtonLink>
        </p>
      </div>
      <AfterSession coach={coach} booking={booking} now={now} />
    </Main>
  );
}

type JointProps = { coach: CoachViewer; booking: FoundBooking; now: number };

/** What both may see, on its own: nothing else is even in the source of the page. */
function Joint({ coach, booking, now }: JointProps) {
  return (
    <Main>
      <SessionHead booking={booking} now={now} link={undefined} isJoint />
      <JointBar bookingId={booking.id} isOn />
      <SharedWithEachOther coach={coach} booking={booking} />
      <SessionFacts booking={booking} />
    </Main>
  );
}
