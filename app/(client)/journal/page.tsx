import type { Metadata } from "next";
import { ButtonLink } from "#app/ui/button.tsx";
import { Empty } from "#app/ui/empty.tsx";
import { Main, PageHead } from "#app/ui/main.tsx";
import { requireClient } from "#lib/auth/viewer.ts";
import { readPlace, writePlace } from "#lib/bookings/place-in-list.ts";
import { listEntries, listShownEntries, listThrownAway } from "#lib/reflections/journal/queries.ts";
import { EntryRows } from "./entry-rows.tsx";
import { SearchEntries } from "./search-entries.tsx";

export const metadata: Metadata = { title: "Journal" };

export default async function Journal({ searchParams }: PageProps<"/journal">) {
  const client = await requireClient();
  const now = Date.now();
  const place = readPlace((await searchParams).before);
  const [{ zone, entries, rest }, thrownAway, shown] = await Promise.all([
    listEntries(client, place),
    place ? [] : listThrownAway(client, now),
    place ? { entries: [] } : listShownEntries(client, undefined),
  ]);
  const names = [...new Set(shown.entries.map(({ name }) => name))];
  return (
    <Main>
      <PageHead title={place ? "Earlier entries" : "Journal"} tight>
        <p className="quiet">
          Only you can read what you write here. If you like, you can show one entry to somebody.
        </p>
      </PageHead>
      <div className="sections">
        {!place && (entries.length > 0 || thrownAway.length > 0) && (
          <div className="journal__ways">
            <ButtonLink href="/journal/new">Write something</ButtonLink>
            {entries.length > 0 && <SearchEntries zone={zone} now={now} />}
          </div>
        )}
        {entries.length > 0 && <EntryRows entries={entries} zone={zone} now={now} />}
        {entries.length === 0 && (
          <Empty action={<ButtonLink href="/journal/new">Write something</ButtonLink>}>
            {place ? "There is nothing before that." : "Nothing is written here yet. One line is enough."}
          </Empty>
        )}
        {rest && (
          <p>
            <ButtonLink look="plain" href={`/journal?before=${writePlace(rest)}`}>
              Earlier ones
            </ButtonLink>
          </p>
        )}
        {names.length > 0 && (
          <section aria-labelledby="shown">
            <h2 id="shown">Shown to you</h2>
            <p className="quiet mt-2 mb-3">{names.join(" and ")} lets you read something of their journal.</p>
            <ButtonLink look="plain" href="/journal/shown">
              Read it
            </ButtonLink>
          </section>
        )}
        {thrownAway.length > 0 && (
          <details className="fold">
            <summary>Thrown away</summary>
            <div>
              <p className="small quiet">Each is deleted after 30 days. Until then you can bring it back.</p>
              <EntryRows entries={thrownAway} zone={zone} now={now} isPlain />
            </div>
          </details>
        )}
        <p>
          {place ? (
            <ButtonLink look="quiet" href="/journal">
              Back to your journal
            </ButtonLink>
          ) : (
            <ButtonLink look="quiet" href="/looking-back">
              Look back on all you wrote
            </ButtonLink>
          )}
        </p>
      </div>
    </Main>
  );
}
