import { createElement } from "react";
import type { Tx } from "#db/client.ts";
import ArcCancelled from "#emails/arc-cancelled.tsx";
import ArcMoved from "#emails/arc-moved.tsx";
import { listed, tell, type Writing } from "#lib/arcs/letters/telling.ts";
import { type ArcSession, isLive, selectSessions } from "#lib/arcs/sessions.ts";
import { type By, coachCancelled, coachMoved, type Told } from "#lib/bookings/letters/to-coach.ts";
import { movedWords, spanWords } from "#lib/bookings/meeting-words.ts";

/**
 * To the client: what is off, and what of the arc stays. `status` is how it stood before. To the coach, where the client
 * did it.
 */
export async function arcCancelled(
  tx: Tx,
  arcId: string,
  { ids, status }: { ids: string[]; status: ArcSession["status"] },
  by: By,
  now: number,
): Promise<void> {
  const wasConfirmed = status !== "requested";
  const all = await selectSessions(tx, arcId);
  const gone = all.filter(({ id }) => ids.includes(id));
  const stays = all.filter((session) => isLive(session) && session.during.start > now);
  const letter: Writing = (person, sheet, passage) =>
    createElement(ArcCancelled, {
      ...listed(gone, person, sheet),
      passage,
      byReader: by.id === person.id,
      wasConfirmed,
      stays: stays.map(({ during }) => spanWords(during, person.zone)),
    });
  const entries = wasConfirmed ? gone.map((session) => ({ session, method: "CANCEL" as const })) : [];
  const toCoach = (told: Told) => coachCancelled(told, { wasAsked: !wasConfirmed });
  const told = by.role === "client" && { toCoach };
  await tell(tx, gone, { kind: "arc_cancelled", letter, entries, ...told }, now);
}

type Moved = { moved: string[]; went: string[] };

/**
 * To the client: where each session now is, what was let go, and what stays. By ids. To the coach, where the client did
 * it.
 */
export async function arcMoved(
  tx: Tx,
  arcId: string,
  { moved, went }: Moved,
  by: By,
  now: number,
): Promise<void> {
  const all = await selectSessions(tx, arcId);
  const [shifted, gone] = [moved, went].map((ids) => all.filter(({ id }) => ids.includes(id))) as [
    ArcSession[],
    ArcSession[],
  ];
  const stays = all.filter(
    (session) => isLive(session) && session.during.start > now && !moved.includes(session.id),
  );
  const letter: Writing = (person, sheet, passage) =>
    createElement(ArcMoved, {
      ...listed(shifted, person, sheet),
      passage,
      byReader: by.id === person.id,
      times: shifted.map(({ during, movedFrom }) => movedWords(during, movedFrom, person.zone)),
      went: gone.map(({ during }) => spanWords(during, person.zone)),
      stays: stays.map(({ during }) => spanWords(during, person.zone)),
    });
  const entries = [
    ...shifted.map((session) => ({ session, method: "REQUEST" as const })),
    ...gone.map((session) => ({ session, method: "CANCEL" as const })),
  ];
  const toCoach = (told: Told) => coachMoved(told, { went: gone.map(({ during }) => during) });
  const told = by.role === "client" && { toCoach };
  await tell(tx, shifted, { kind: "arc_moved", letter, entries, ...told }, now);
}
