import type { Metadata } from "next";
import { Account } from "#app/account/account.tsx";
import { sentByForm } from "#app/account/sent-by-form.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { Main } from "#app/ui/main.tsx";
import { findOffered } from "#lib/account/queries.ts";
import { requireClient } from "#lib/auth/viewer.ts";
import { findReader } from "#lib/bookings/queries.ts";
import { findMailPreferences } from "#lib/mail/preferences/queries.ts";
import { listZones } from "#lib/time/zones.ts";

export const metadata: Metadata = { title: "Account" };

export default async function ClientAccount({ searchParams }: PageProps<"/account">) {
  const client = await requireClient();
  const now = Date.now();
  const [person, offered, preferences, search] = await Promise.all([
    findReader(client),
    findOffered(client),
    findMailPreferences(client, now),
    searchParams,
  ]);
  return (
    <Main>
      <Account
        of="client"
        zones={listZones()}
        {...{ person, offered, preferences, now }}
        sent={sentByForm(search)}
      />
      <section className="hanging" aria-labelledby="written">
        <h2 id="written">What you wrote</h2>
        <div>
          <p className="mb-3">Your journal, your answers and your notes in lessons are yours to keep.</p>
          <p className="actions">
            <ButtonLink look="plain" href="/looking-back">
              Look back, or take it with you
            </ButtonLink>
            <ButtonLink look="quiet" href="/journal">
              Open your journal
            </ButtonLink>
          </p>
        </div>
      </section>
      <section className="hanging" aria-labelledby="agreed">
        <h2 id="agreed">What you agreed to</h2>
        <div>
          <p className="mb-3">Topic by topic, to read again, to take back, or to keep a copy of.</p>
          <p className="actions">
            <ButtonLink look="plain" href="/agreements">
              Agreements
            </ButtonLink>
            <ButtonLink look="quiet" href="/day-plan">
              Plan for the day
            </ButtonLink>
          </p>
        </div>
      </section>
    </Main>
  );
}
