import type { Metadata } from "next";
import { OpenAsked, theOneAsked } from "#app/(client)/sessions/asked/open-asked.tsx";
import { BeforeADay } from "#app/(client)/sessions/before-a-day.tsx";
import { EarlierSessions } from "#app/(client)/sessions/earlier-sessions.tsx";
import { HealthAsked } from "#app/(client)/sessions/health-asked.tsx";
import { NextMeeting } from "#app/(client)/sessions/next-meeting.tsx";
import { OneThing } from "#app/(client)/sessions/one-thing.tsx";
import { oneThingOf } from "#app/(client)/sessions/one-thing-of.ts";
import { OwnLessons } from "#app/(client)/sessions/own-lessons.tsx";
import { PastSessions } from "#app/(client)/sessions/past-sessions.tsx";
import { SessionRows } from "#app/(client)/sessions/session-rows.tsx";
import { sortSessions } from "#app/(client)/sessions/sort-sessions.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { Empty } from "#app/ui/empty.tsx";
import { Main, PageHead } from "#app/ui/main.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { requireClient } from "#lib/auth/viewer.ts";
import { listSessionsAhead, listSessionsBefore } from "#lib/bookings/own-sessions.ts";
import { readPlace } from "#lib/bookings/place-in-list.ts";
import { findReader } from "#lib/bookings/queries.ts";
import { listToAnswer } from "#lib/bookings/request-queries.ts";
import { listAskedBeforeADay } from "#lib/consent/asked-before-a-day.ts";
import { listCourses } from "#lib/lessons/queries.ts";
import { findSuggestion } from "#lib/lessons/suggestions/queries.ts";
import { listOpen } from "#lib/reflections/asked/open-now.ts";
import { listAskedOfHealth } from "#lib/screening/asked-before-a-day.ts";

export const metadata: Metadata = { title: "Sessions" };

export default async function Sessions({ searchParams }: PageProps<"/sessions">) {
  const client = await requireClient();
  const now = Date.now();
  const { before, problem } = await searchParams;
  const place = readPlace(before);
  if (place) return <EarlierSessions client={client} place={place} now={now} />;

  const [soon, { sessions, rest }, { name, zone }, toAnswer, courses, suggestion, open, health, days] =
    await Promise.all([
      listSessionsAhead(client, now),
      listSessionsBefore(client, undefined, now),
      findReader(client),
      listToAnswer(client, now),
      listCourses(client),
      findSuggestion(client, now),
      listOpen(client, now),
      listAskedOfHealth(client, now),
      listAskedBeforeADay(client, now),
    ]);
  const { next, ahead, asked, past, off } = sortSessions([...soon, ...sessions], now);
  const toWrite = theOneAsked(open, next?.id);
  const isAsking = toWrite !== undefined && !toWrite.share;
  const checkIns = open.filter(({ about, share }) => about.kind === "check_in" && !share);
  const isAskingFirst = isAsking || health.length > 0;
  const oneDay = isAskingFirst ? undefined : days.find(({ hasDay }) => hasDay);
  const isQuiet = isAskingFirst || oneDay !== undefined || suggestion !== undefined;
  const hasThings =
    courses.length > 0 || toWrite !== undefined || health.length + days.length + checkIns.length > 0;
  const thing = (
    <OneThing
      thing={suggestion && oneThingOf(suggestion, courses, zone, now)}
      isQuiet={isAskingFirst || oneDay !== undefined}
    />
  );
  const reading = { zone, now, toAnswer };

  return (
    <Main>
      {problem !== undefined && (
        <Notice kind="mind" role="alert">
          <p>That was not kept. Nothing else has changed. Please try again.</p>
        </Notice>
      )}
      {next ? (
        <NextMeeting booking={next} reader={name} zone={zone} now={now} isQuiet={isQuiet} />
      ) : (
        <>
          <PageHead title="Your sessions" tight />
          <Empty
            action={
              <ButtonLink look={isQuiet ? "plain" : "act"} href="/book">
                Book a time
              </ButtonLink>
            }
          >
            {asked.length > 0
              ? "No meeting is set just now. What you asked for stands below."
              : "No meeting is ahead of you just now. You can choose a time whenever you like."}
          </Empty>
        </>
      )}
      <div className={hasThings ? "home-grid" : "sections"}>
        {hasThings && (
          <div>
            {toWrite && <OpenAsked open={toWrite} zone={zone} now={now} isOneThing={isAsking} />}
            {health.map((one, index) => (
              <HealthAsked key={one.coach.id} asked={one} isOneThing={!isAsking && index === 0} />
            ))}
            {days.map((one) => (
              <BeforeADay key={one.coach.id} asked={one} isOneThing={one === oneDay} />
            ))}
            {!isAsking && thing}
            {checkIns.map((one) => (
              <OpenAsked key={one.about.bookingId} open={one} zone={zone} now={now} isOneThing={false} />
            ))}
            {isAsking && thing}
            {courses.length > 0 && <OwnLessons courses={courses} />}
          </div>
        )}
        <div className="sections home-grid__dates">
          {asked.length > 0 && <SessionRows title="Asked for" sessions={asked} {...reading} />}
          {ahead.length > 0 && <SessionRows title="After that" sessions={ahead} {...reading} />}
          <PastSessions past={past} off={off} rest={rest} {...reading} />
          <section aria-labelledby="calendar">
            <h2 id="calendar">Your calendar</h2>
            <p className="quiet mt-2 mb-3">
              Your calendar program can read your times here by itself, and stays up to date.
            </p>
            <ButtonLink look="plain" href="/sessions/calendar">
              Keep your sessions in your calendar
            </ButtonLink>
          </section>
          <section aria-labelledby="company">
            <h2 id="company">If you would like company</h2>
            <p className="quiet mb-3">
              Messages are read on set days. There are people you can reach before that.
            </p>
            <ButtonLink look="quiet" href="/support">
              See Support now
            </ButtonLink>
          </section>
        </div>
      </div>
    </Main>
  );
}
