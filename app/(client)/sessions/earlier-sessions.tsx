import { PastSessions } from "#app/(client)/sessions/past-sessions.tsx";
import { sortSessions } from "#app/(client)/sessions/sort-sessions.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { Main, PageHead } from "#app/ui/main.tsx";
import type { ClientViewer } from "#lib/auth/viewer.ts";
import { listSessionsBefore } from "#lib/bookings/own-sessions.ts";
import type { Place } from "#lib/bookings/place-in-list.ts";
import { findReader } from "#lib/bookings/queries.ts";

type EarlierSessionsProps = { client: ClientViewer; place: Place; now: number };

/** What came before a place in the list, a page at a time. */
export async function EarlierSessions({ client, place, now }: EarlierSessionsProps) {
  const [{ sessions, rest }, { zone }] = await Promise.all([
    listSessionsBefore(client, place, now),
    findReader(client),
  ]);
  const { past, off } = sortSessions(sessions, now);
  return (
    <Main>
      <PageHead title="Earlier sessions" tight>
        {sessions.length === 0 && <p className="quiet">There is nothing before that.</p>}
      </PageHead>
      <div className="sections">
        <PastSessions past={past} off={off} rest={rest} zone={zone} now={now} toAnswer={new Map()} whole />
        <p>
          <ButtonLink look="quiet" href="/sessions">
            Back to your sessions
          </ButtonLink>
        </p>
      </div>
    </Main>
  );
}
