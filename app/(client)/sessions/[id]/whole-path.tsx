import { Conditions } from "#app/ui/conditions.tsx";
import type { ClientViewer } from "#lib/auth/viewer.ts";
import { listOfferedTypes } from "#lib/availability/offered-types.ts";
import { listSessionsWith, type OwnSession } from "#lib/bookings/own-sessions.ts";
import type { FoundBooking } from "#lib/bookings/queries.ts";
import { listConditions } from "#lib/guidance/queries.ts";
import { pathOf } from "./path.ts";
import { YourPath } from "./your-path.tsx";

type WholePathProps = { client: ClientViewer; booking: FoundBooking; zone: string; now: number };

/** The path that a session lies on. A session of two, or for a professional, lies on none. */
export async function WholePath({ client, booking, zone, now }: WholePathProps) {
  const { coachId, coachName, kind } = booking;
  if (kind === "couple" || kind === "mentorship") return null;
  const [sessions, types] = await Promise.all([listSessionsWith(client, coachId), listOfferedTypes(client)]);
  const offered = Object.fromEntries(
    types.filter((type) => type.coachId === coachId).map((type) => [type.kind, type.id]),
  );
  const path = pathOf(sessions, { hereId: booking.id, zone, now, coachName, offered });
  const mayCome = offered.guidance !== undefined || sessions.some((one) => isDayAhead(one, now));
  return (
    <YourPath
      path={path}
      coachName={coachName}
      beforeDay={
        mayCome && <BeforeDay client={client} booking={booking} sessions={sessions} {...{ zone, now }} />
      }
    />
  );
}

function isDayAhead({ kind, status, during }: OwnSession, now: number): boolean {
  return kind === "guidance" && (status === "requested" || status === "confirmed") && during.start > now;
}

/** What a day of guidance waits for: the one that is chosen, or any. */
async function BeforeDay({
  client,
  booking,
  sessions,
  zone,
  now,
}: WholePathProps & { sessions: OwnSession[] }) {
  const { coachId, coachName } = booking;
  const day = sessions.find((one) => isDayAhead(one, now));
  const question = { coachId, coachName, zone, start: day?.during.start, arcId: day?.arcId ?? null };
  const conditions = await listConditions(client, question, now);
  return (
    <details className="fold mt-5">
      <summary>What comes before a day is set</summary>
      <div>
        <Conditions conditions={conditions} coachName={coachName} />
      </div>
    </details>
  );
}
