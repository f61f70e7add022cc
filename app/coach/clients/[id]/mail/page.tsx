import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { MailFails } from "#app/coach/clients/[id]/mail-fails.tsx";
import { MailTable } from "#app/coach/mail-log/mail-table.tsx";
import { Actions, ButtonLink } from "#app/ui/button.tsx";
import { Empty } from "#app/ui/empty.tsx";
import { Main } from "#app/ui/main.tsx";
import { requireCoach } from "#lib/auth/viewer.ts";
import { findReader } from "#lib/bookings/queries.ts";
import { isUuid } from "#lib/http/request.ts";
import { findMailOf } from "#lib/mail/log/queries.ts";
import { fullZoneWords } from "#lib/time/zones.ts";

export const metadata: Metadata = { title: "Mail to a client" };

export default async function MailToClient({ params, searchParams }: PageProps<"/coach/clients/[id]/mail">) {
  const coach = await requireCoach();
  const [{ id }, { before }] = await Promise.all([params, searchParams]);
  if (!isUuid(id)) notFound();
  const from = typeof before === "string" && isUuid(before) ? before : undefined;
  const [{ zone }, found] = await Promise.all([findReader(coach), findMailOf(coach, id, from)]);
  if (!found) notFound();
  const { client, entries, next } = found;
  const now = Date.now();

  return (
    <Main>
      <div className="desk-head">
        <div>
          <h1 className="break-words">Mail to {client.name}</h1>
          <p className="quiet">
            What the portal wrote, when, and how it went. What a letter says is not shown. Times are in{" "}
            {fullZoneWords(zone)}.
          </p>
        </div>
      </div>
      <MailFails name={client.name} since={client.failsSince} zone={zone} now={now} />
      {entries.length > 0 ? (
        <MailTable entries={entries} zone={zone} now={now} />
      ) : (
        <Empty>
          {from ? "There is nothing before that." : `The portal has not written to ${client.name} yet.`}
        </Empty>
      )}
      <Actions className="mt-6">
        {next && (
          <ButtonLink look="plain" href={`/coach/clients/${client.id}/mail?before=${next}`}>
            Earlier mail
          </ButtonLink>
        )}
        {from && (
          <ButtonLink look="quiet" href={`/coach/clients/${client.id}/mail`}>
            Latest mail
          </ButtonLink>
        )}
        <ButtonLink look="quiet" href="/coach/clients">
          Back to your clients
        </ButtonLink>
      </Actions>
    </Main>
  );
}
