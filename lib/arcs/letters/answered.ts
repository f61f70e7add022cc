import { eq } from "drizzle-orm";
import { createElement } from "react";
import type { Tx } from "#db/client.ts";
import { bookings } from "#db/schema/index.ts";
import { together } from "#db/together.ts";
import ArcConfirmed from "#emails/arc-confirmed.tsx";
import ArcDeclined from "#emails/arc-declined.tsx";
import RequestUnanswered from "#emails/request-unanswered.tsx";
import { listed, readSessions, tell, type Writing } from "#lib/arcs/letters/telling.ts";
import { selectSessions } from "#lib/arcs/sessions.ts";
import { coachUnanswered } from "#lib/bookings/letters/to-coach.ts";
import { ownWordsOf, passageIn } from "#lib/mail/words/passage.ts";
import { settings } from "#lib/running/settings.ts";

/** To the client: all times are fixed, each with its calendar entry. */
export async function arcConfirmed(tx: Tx, arcId: string, now: number): Promise<void> {
  const [fixed, [coach]] = await together(readSessions(tx, arcId, "confirmed"), selectOwnWords(tx, arcId));
  const passage = passageIn("arc_confirmed", {
    coachName: fixed[0]?.coachName ?? "",
    ownWords: coach?.ownWords ?? null,
  });
  const entries = fixed.map((session) => ({ session, method: "REQUEST" as const }));
  const letter: Writing = (...to) => createElement(ArcConfirmed, { ...listed(fixed, ...to), passage });
  await tell(tx, fixed, { kind: "arc_confirmed", letter, entries }, now);
}

/** To the client: none of it can be. What the coach wrote is read in the portal, not in the mail. */
export async function arcDeclined(tx: Tx, arcId: string, now: number): Promise<void> {
  const declined = await readSessions(tx, arcId, "declined");
  const letter: Writing = (...to) => createElement(ArcDeclined, listed(declined, ...to));
  await tell(tx, declined, { kind: "arc_declined", letter }, now);
}

/** To the client and the coach: nobody answered before the first of these times came. */
export async function arcUnanswered(tx: Tx, arcId: string, ids: string[], now: number): Promise<void> {
  const gone = (await selectSessions(tx, arcId)).filter(({ id }) => ids.includes(id));
  const bookUrl = `${settings().appUrl}/book`;
  const letter: Writing = (...to) => createElement(RequestUnanswered, { ...listed(gone, ...to), bookUrl });
  await tell(tx, gone, { kind: "request_unanswered", letter, toCoach: coachUnanswered }, now);
}

function selectOwnWords(tx: Tx, arcId: string) {
  return tx
    .select({ ownWords: ownWordsOf(bookings.coachId) })
    .from(bookings)
    .where(eq(bookings.arcId, arcId))
    .limit(1);
}
