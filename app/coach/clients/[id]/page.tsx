import type { Metadata, Route } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { Actions, ButtonLink } from "#app/ui/button.tsx";
import { Facts } from "#app/ui/facts.tsx";
import { Main } from "#app/ui/main.tsx";
import { dateOf } from "#app/ui/when.tsx";
import { requireCoach } from "#lib/auth/viewer.ts";
import { findReader } from "#lib/bookings/queries.ts";
import { findClient } from "#lib/clients/find-client.ts";
import { isUuid } from "#lib/http/request.ts";
import { listFromClient } from "#lib/reflections/for-coach/queries.ts";
import { listShown } from "#lib/reflections/in-lessons/shown-to-coach.ts";
import { clockWords } from "#lib/time/words.ts";
import { fullZoneWords } from "#lib/time/zones.ts";
import { FromLessons } from "./from-lessons.tsx";
import { MailFails } from "./mail-fails.tsx";
import { WhatCame } from "./what-came.tsx";

export const metadata: Metadata = { title: "A client" };

export default async function Client({ params, searchParams }: PageProps<"/coach/clients/[id]">) {
  const coach = await requireCoach();
  const { id } = await params;
  if (!isUuid(id)) notFound();
  const page = pageIn((await searchParams).page);
  const now = Date.now();
  const [{ zone }, client] = await Promise.all([findReader(coach), findClient(coach, id, now)]);
  if (!client) notFound();
  const [shown, came] = await Promise.all([
    listShown(coach, client.id),
    listFromClient(coach, client.id, page, now),
  ]);
  const { name, next } = client;

  return (
    <Main>
      <div className="desk-head">
        <div>
          <h1 className="break-words">{name}</h1>
          <p className="quiet">
            {fullZoneWords(client.zone)}. It is {clockWords(now, client.zone)} there.
          </p>
        </div>
        <Actions>
          <ButtonLink look="plain" href={`/coach/clients/${client.id}/screening` as Route}>
            Health questions
          </ButtonLink>
          <ButtonLink look="plain" href={`/coach/clients/${client.id}/mail` as Route}>
            See mail to {name}
          </ButtonLink>
        </Actions>
      </div>
      <MailFails name={name} since={client.failsSince} zone={zone} now={now} />
      <Facts tight facts={[["Next session", <NextSession key="next" next={next} zone={zone} now={now} />]]} />
      <WhatCame client={client} {...came} page={page} zone={zone} now={now} />
      <FromLessons name={name} shown={shown} zone={zone} now={now} />
      <Actions className="mt-6">
        <ButtonLink look="quiet" href="/coach/clients">
          Back to your clients
        </ButtonLink>
      </Actions>
    </Main>
  );
}

/** The number of a page, from a link of ours. */
function pageIn(asked: string | string[] | undefined): number {
  return typeof asked === "string" && /^[1-9]\d{0,3}$/.test(asked) ? Number(asked) : 1;
}

type Next = { id: string; start: number; isAskedFor: boolean };

function NextSession({ next, zone, now }: { next: Next | undefined; zone: string; now: number }) {
  if (!next) return "None ahead";
  return (
    <Link href={`/coach/sessions/${next.id}` as Route} prefetch={false}>
      {dateOf(next.start, zone, now)}, {clockWords(next.start, zone)}
      {next.isAskedFor && ", asked for"}
    </Link>
  );
}
