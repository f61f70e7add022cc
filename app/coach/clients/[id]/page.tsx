import type { Metadata, Route } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { StandingNote } from "#app/coach/notes/standing-note.tsx";
import { PeopleToCall } from "#app/coach/people-to-call.tsx";
import { Main } from "#app/ui/main.tsx";
import { Trends } from "#app/ui/trends/trends.tsx";
import { requireCoach } from "#lib/auth/viewer.ts";
import { readClientPage } from "#lib/desk/client-page.ts";
import { placeIn, showIn } from "#lib/desk/timeline/place.ts";
import { isUuid } from "#lib/http/request.ts";
import { Agreements } from "./agreements.tsx";
import { ArchiveClient } from "./archive-client.tsx";
import { Head } from "./head.tsx";
import { MailFails } from "./mail-fails.tsx";
import { Story } from "./story.tsx";
import { Strip } from "./strip.tsx";

export const metadata: Metadata = { title: "A client" };

export default async function Client({ params, searchParams }: PageProps<"/coach/clients/[id]">) {
  const coach = await requireCoach();
  const [{ id }, asked] = await Promise.all([params, searchParams]);
  if (!isUuid(id)) notFound();
  const now = Date.now();
  const [show, before] = [showIn(asked.show), placeIn(asked.before)];
  const read = await readClientPage(coach, id, { show, before }, now);
  if (!read) notFound();
  const { client, page, agreements, note, call } = read;
  const { name, coachZone: zone } = client;

  return (
    <Main>
      <p>
        <Link className="crumb" href={"/coach/clients" as Route} prefetch={false}>
          Clients
        </Link>
      </p>
      <Head client={client} now={now} />
      <MailFails name={name} since={client.failsSince} zone={zone} now={now} />
      <Strip client={client} now={now} />
      <div className="desk-grid">
        <div className="story-column">
          <Story client={client} page={page} show={show} isLater={before !== undefined} now={now} />
        </div>
        <div>
          <Trends
            numbers={{ scales: page.trends.filter(({ said }) => said.length > 1), zone, now }}
            title={`In ${name}’s own numbers`}
            lead="From what you opened. To talk about, not a score."
          />
          <Agreements agreements={agreements} zone={zone} now={now} />
          {call && (
            <section aria-labelledby="to-call">
              <h2 id="to-call">People to call</h2>
              <PeopleToCall clientId={id} {...call} />
            </section>
          )}
          <StandingNote sheet={note} name={name} />
          <ArchiveClient
            journeyId={client.journeyId}
            name={name}
            isArchived={client.archivedAt !== null}
            isAhead={client.next !== null}
          />
        </div>
      </div>
    </Main>
  );
}
