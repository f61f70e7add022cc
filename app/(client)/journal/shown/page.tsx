import type { Metadata } from "next";
import { ButtonLink } from "#app/ui/button.tsx";
import { Main, PageHead } from "#app/ui/main.tsx";
import { dateOf } from "#app/ui/when.tsx";
import { requireClient } from "#lib/auth/viewer.ts";
import { readPlace, writePlace } from "#lib/bookings/place-in-list.ts";
import { findReader } from "#lib/bookings/queries.ts";
import { listShownEntries } from "#lib/reflections/journal/queries.ts";

export const metadata: Metadata = { title: "Journal" };

export default async function ShownEntries({ searchParams }: PageProps<"/journal/shown">) {
  const client = await requireClient();
  const now = Date.now();
  const [{ entries, rest }, { zone }] = await Promise.all([
    listShownEntries(client, readPlace((await searchParams).before)),
    findReader(client),
  ]);
  return (
    <Main>
      <PageHead title="Shown to you" tight>
        <p className="quiet">
          {entries.length > 0
            ? "As it stood when it was shown. It can be taken back at any time."
            : "Nothing of another journal is shown to you just now."}
        </p>
      </PageHead>
      <div className="journal__leaf">
        {entries.map(({ id, name, sharedAt, text }) => (
          <figure className="wrote" key={id}>
            <figcaption>
              {name} wrote. Shown on {dateOf(sharedAt, zone, now)}
            </figcaption>
            <p className="as-written">{text}</p>
          </figure>
        ))}
        {rest && (
          <p>
            <ButtonLink look="plain" href={`/journal/shown?before=${writePlace(rest)}`}>
              Earlier ones
            </ButtonLink>
          </p>
        )}
        <p>
          <ButtonLink look="quiet" href="/journal">
            Back to your journal
          </ButtonLink>
        </p>
      </div>
    </Main>
  );
}
