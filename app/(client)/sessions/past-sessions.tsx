import { type Reading, SessionRows } from "#app/(client)/sessions/session-rows.tsx";
import { ButtonLink } from "#app/ui/button.tsx";
import type { OwnSession } from "#lib/bookings/own-sessions.ts";
import { type Place, writePlace } from "#lib/bookings/place-in-list.ts";

type PastSessionsProps = Reading & {
  past: OwnSession[];
  off: OwnSession[];
  rest: Place | undefined;
  /** Nothing is folded away. */
  whole?: boolean;
};

/** What was, what came to nothing, and the way to what was before that. */
export function PastSessions({ past, off, rest, ...reading }: PastSessionsProps) {
  return (
    <>
      {past.length > 0 && <SessionRows title="Before" sessions={past} {...reading} />}
      {off.length > 0 && <SessionRows title="Cancelled, or did not work out" sessions={off} {...reading} />}
      {rest && (
        <p>
          <ButtonLink look="plain" href={`/sessions?before=${writePlace(rest)}`}>
            Earlier ones
          </ButtonLink>
        </p>
      )}
    </>
  );
}
