import type { Metadata } from "next";
import { EarlierSessions } from "#app/(client)/sessions/earlier-sessions.tsx";
import { NextMeeting } from "#app/(client)/sessions/next-meeting.tsx";
import { PastSessions } from "#app/(client)/sessions/past-sessions.tsx";
import { SessionRows } from "#app/(client)/sessions/session-rows.tsx";
import { sortSessions } from "#app/(client)/sessions/sort-sessions.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { Empty } from "#app/ui/empty.tsx";
import { Main, PageHead } from "#app/ui/main.tsx";
import { requireClient } from "#lib/auth/viewer.ts";
import { listSessionsAhead, listSessionsBefore } from "#lib/bookings/own-sessions.ts";
import { readPlace } from "#lib/bookings/place-in-list.ts";
import { findReader } from "#lib/bookings/queries.ts";
import { listToAnswer } from "#lib/bookings/request-queries.ts";

export const metadata: Metadata = { title: "Sessions" };

export default async function Sessions({ searchParams }: PageProps<"/sessions">) {
  const client = await requireClient();
  const now = Date.now();
  const place = readPlace((await searchParams).before);
  if (place) return <EarlierSessions client={client} place={place} now={now} />;

  const [soon, { sessions, rest }, { name, zone }, toAnswer] = await Promise.all([
    listSessionsAhead(client, now),
    listSessionsBefore(client, undefined, now),
    findReader(client),
    listToAnswer(client, now),
  ]);
  const { next, ahead, asked, past, off } = sortSessions([...soon, ...sessions], now);
  const reading = { zone, now, toAnswer };

  return (
    <Main>
      {next ? (
        <NextMeeting booking={next} reader={name} zone={zone} now={now} />
      ) : (
        <>
          <PageHead title="Your sessions" tight />
          <Empty action={<ButtonLink href="/book">Book a time</ButtonLink>}>
            {asked.length > 0
              ? "No meeting is set just now. What you asked for stands below."
              : "No meeting is ahead of you just now. You can choose a time whenever you like."}
          </Empty>
        </>
      )}
      <div className="sections">
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
      </div>
    </Main>
  );
}
