import type { Metadata } from "next";
import Link from "next/link";
import { ButtonLink } from "#app/ui/button.tsx";
import { Empty } from "#app/ui/empty.tsx";
import { Main, PageHead } from "#app/ui/main.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { Trends } from "#app/ui/trends/trends.tsx";
import { requireClient } from "#lib/auth/viewer.ts";
import { readPlace, writePlace } from "#lib/bookings/place-in-list.ts";
import { listNumbers } from "#lib/reflections/looking-back/numbers.ts";
import { type By, listWritten } from "#lib/reflections/looking-back/queries.ts";
import { listSummaries } from "#lib/summaries/for-client.ts";
import { ExportForm } from "./export-form.tsx";
import { Summaries } from "./summaries.tsx";
import { WrittenRows } from "./written-rows.tsx";

export const metadata: Metadata = { title: "Looking back" };

export default async function LookingBack({ searchParams }: PageProps<"/looking-back">) {
  const client = await requireClient();
  const now = Date.now();
  const search = await searchParams;
  const place = readPlace(search.before);
  const by: By = search.by === "session" ? "session" : "time";
  const [{ rows, rest, zone }, numbers, summaries] = await Promise.all([
    listWritten(client, by, place),
    place ? undefined : listNumbers(client, now),
    place ? [] : listSummaries(client),
  ]);
  return (
    <Main>
      <PageHead title={place ? "Looking further back" : "Looking back"} tight>
        <p className="quiet">What you wrote here, and who can read it. Nobody else sees this page.</p>
      </PageHead>
      {search.problem !== undefined && (
        <Notice className="mb-5" kind="mind" role="alert">
          <p>The file could not be made just now. Please try again.</p>
        </Notice>
      )}
      <div className={numbers && numbers.scales.length > 0 ? "beside" : ""}>
        <div className="sections">
          <Summaries summaries={summaries} zone={zone} now={now} />
          <Ways by={by} />
          {rows.length > 0 ? (
            <WrittenRows rows={rows} by={by} zone={zone} now={now} />
          ) : (
            <Empty>{place ? "There is nothing before that." : "There is nothing to look back on yet."}</Empty>
          )}
          {rest && (
            <p>
              <ButtonLink look="plain" href={`/looking-back?by=${by}&before=${writePlace(rest)}`}>
                Earlier ones
              </ButtonLink>
            </p>
          )}
          {place ? (
            <p>
              <ButtonLink look="quiet" href={`/looking-back?by=${by}`}>
                Back to the newest
              </ButtonLink>
            </p>
          ) : (
            <ExportForm />
          )}
        </div>
        {numbers && numbers.scales.length > 0 && (
          <aside aria-label="Your own numbers">
            <Trends numbers={numbers} />
          </aside>
        )}
      </div>
    </Main>
  );
}

function Ways({ by }: { by: By }) {
  return (
    <nav className="ways" aria-label="In which order">
      <Link href="/looking-back" prefetch={false} aria-current={by === "time" ? "page" : undefined}>
        By time
      </Link>
      <Link
        href="/looking-back?by=session"
        prefetch={false}
        aria-current={by === "session" ? "page" : undefined}
      >
        By session
      </Link>
    </nav>
  );
}
