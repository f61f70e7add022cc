import { createElement } from "react";
import type { Tx } from "#db/client.ts";
import ArcRequested from "#emails/arc-requested.tsx";
import { listed, mainOf, readSessions, readTold, tell, type Writing } from "#lib/arcs/letters/telling.ts";
import { readRecipients } from "#lib/bookings/letters/meeting.ts";
import { coachRequested } from "#lib/bookings/letters/to-coach.ts";
import { planMessages } from "#lib/mail/messages.ts";

/** To the client who asked, and to the coach: the times that are kept. */
export async function arcRequested(tx: Tx, arcId: string, now: number): Promise<void> {
  const asked = await readSessions(tx, arcId, "requested");
  const letter: Writing = (person, sheet, passage) =>
    createElement(ArcRequested, { ...listed(asked, person, sheet), passage });
  await tell(tx, asked, { kind: "arc_requested", letter, toCoach: coachRequested }, now);
}

/** To the coach: what is asked for now, after the client has taken another day that was proposed. */
export async function arcAskedAnew(tx: Tx, arcId: string, now: number): Promise<void> {
  const asked = await readSessions(tx, arcId, "requested");
  const people = await readRecipients(tx, mainOf(asked).id);
  await planMessages(tx, [coachRequested(await readTold(tx, asked, people, now))], now);
}
