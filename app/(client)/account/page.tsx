import type { Metadata } from "next";
import { Account } from "#app/account/account.tsx";
import { sentByForm } from "#app/account/sent-by-form.ts";
import { Main } from "#app/ui/main.tsx";
import { requireClient } from "#lib/auth/viewer.ts";
import { findReader } from "#lib/bookings/queries.ts";
import { findMailPreferences } from "#lib/mail/preferences/queries.ts";
import { listZones } from "#lib/time/zones.ts";

export const metadata: Metadata = { title: "Account" };

export default async function ClientAccount({ searchParams }: PageProps<"/account">) {
  const client = await requireClient();
  const now = Date.now();
  const [person, preferences, search] = await Promise.all([
    findReader(client),
    findMailPreferences(client, now),
    searchParams,
  ]);
  return (
    <Main>
      <Account of="client" zones={listZones()} {...{ person, preferences, now }} sent={sentByForm(search)} />
    </Main>
  );
}
