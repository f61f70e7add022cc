import { createElement } from "react";
import type { Tx } from "#db/client.ts";
import ArcConfirmed from "#emails/arc-confirmed.tsx";
import ArcDeclined from "#emails/arc-declined.tsx";
import RequestUnanswered from "#emails/request-unanswered.tsx";
import { listed, readSessions, tell, type Writing } from "#lib/arcs/letters/telling.ts";
import { selectSessions } from "#lib/arcs/sessions.ts";
import { coachUnanswered } from "#lib/bookings/letters/to-coach.ts";
import { settings } from "#lib/running/settings.ts";

/** To the client: all times are fixed, each with its calendar entry. */
export async function arcConfirmed(tx: Tx, arcId: string, now: number): Promise<void> {
  const fixed = await readSessions(tx, arcId, "confirmed");
  const entries = fixed.map((session) => ({ session, method: "REQUEST" as const }));
  const letter: Writing = (person, sheet, passage) =>
    createElement(ArcConfirmed, { ...listed(fixed, person, sheet), passage });
  await tell(tx, fixed, { kind: "arc_confirmed", letter, entries }, now);
}

/** To the client: none of it can be. What the coach wrote is read in the portal, not in the mail. */
export async function arcDeclined(tx: Tx, arcId: string, now: number): Promise<void> {
  const declined = await readSessions(tx, arcId, "declined");
  const letter: Writing = (person, sheet, passage) =>
    createElement(ArcDeclined, { ...listed(declined, person, sheet), passage });
  await tell(tx, declined, { kind: "arc_declined", letter }, now);
}

/** To the client and the coach: nobody answered before the first of these times came. */
export async function arcUnanswered(tx: Tx, arcId: string, ids: string[], now: number): Promise<void> {
  const gone = (await selectSessions(tx, arcId)).filter(({ id }) => ids.includes(id));
  const bookUrl = `${settings().appUrl}/book`;
  const letter: Writing = (person, sheet) =>
    createElement(RequestUnanswered, { ...listed(gone, person, sheet), bookUrl });
  await tell(tx, gone, { kind: "request_unanswered", letter, toCoach: coachUnanswered }, now);
}
