import { eq } from "drizzle-orm";
import { createElement, type ReactElement } from "react";
import type { Tx } from "#db/client.ts";
import { bookings } from "#db/schema/index.ts";
import { together } from "#db/together.ts";
import ArcCancelled from "#emails/arc-cancelled.tsx";
import ArcConfirmed from "#emails/arc-confirmed.tsx";
import ArcDeclined from "#emails/arc-declined.tsx";
import ArcMoved from "#emails/arc-moved.tsx";
import ArcRequested from "#emails/arc-requested.tsx";
import type { Sheet } from "#emails/letter.tsx";
import RequestUnanswered from "#emails/request-unanswered.tsx";
import type { SeveralTimes } from "#emails/several-times.ts";
import { type ArcSession, isLive, selectSessions } from "#lib/arcs/sessions.ts";
import { calendarEntry } from "#lib/bookings/calendar.ts";
import { type Recipient, readDesk, readRecipients, subjectFor } from "#lib/bookings/letters/meeting.ts";
import {
  type By,
  coachCancelled,
  coachMoved,
  coachRequested,
  coachUnanswered,
  type Told,
} from "#lib/bookings/letters/to-coach.ts";
import { movedWords, spanWords } from "#lib/bookings/meeting-words.ts";
import { calendarFile } from "#lib/calendar/invite.ts";
import type { LetterKind } from "#lib/mail/letters.ts";
import { type PlannedMessage, planMessages } from "#lib/mail/messages.ts";
import { ownWordsOf, passageIn } from "#lib/mail/words/passage.ts";
import { settings } from "#lib/running/settings.ts";
import { fullZoneWords } from "#lib/time/zones.ts";

/** To the client who asked, and to the coach: the times that are kept. */
export async function arcRequested(tx: Tx, arcId: string, now: number): Promise<void> {
  const asked = await readSessions(tx, arcId, "requested");
  const letter: Writing = (...to) => createElement(ArcRequested, listed(asked, ...to));
  await tell(tx, asked, { kind: "arc_requested", letter, toCoach: coachRequested }, now);
}

/** To the coach: what is asked for now, after the client has taken another day that was proposed. */
export async function arcAskedAnew(tx: Tx, arcId: string, now: number): Promise<void> {
  const asked = await readSessions(tx, arcId, "requested");
  const people = await readRecipients(tx, mainOf(asked).id);
  await planMessages(tx, [coachRequested(await readTold(tx, asked, people, now))], now);
}

/** To the client and the coach: nobody answered before the first of these times came. */
export async function arcUnanswered(tx: Tx, arcId: string, ids: string[], now: number): Promise<void> {
  const gone = (await selectSessions(tx, arcId)).filter(({ id }) => ids.includes(id));
  const bookUrl = `${settings().appUrl}/book`;
  const letter: Writing = (...to) => createElement(RequestUnanswered, { ...listed(gone, ...to), bookUrl });
  await tell(tx, gone, { kind: "request_unanswered", letter, toCoach: coachUnanswered }, now);
}

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
  const letter: Writing = (person, sheet) =>
    createElement(ArcCancelled, {
      ...listed(gone, person, sheet),
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
  const letter: Writing = (person, sheet) =>
    createElement(ArcMoved, {
      ...listed(shifted, person, sheet),
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

type Writing = (person: Recipient, sheet: Sheet) => ReactElement;

type Telling = {
  kind: LetterKind;
  letter: Writing;
  entries?: { session: ArcSession; method: "REQUEST" | "CANCEL" }[];
  toCoach?: (told: Told) => PlannedMessage;
};

async function tell(
  tx: Tx,
  sessions: readonly ArcSession[],
  { kind, letter, entries = [], toCoach }: Telling,
  now: number,
): Promise<void> {
  const main = mainOf(sessions);
  const people = await readRecipients(tx, main.id);
  const letters: PlannedMessage[] = people.map((person) => ({
    kind,
    dedupe: `${kind}:${main.id}:${main.icsSequence}:${person.id}`,
    to: person.email,
    recipientId: person.id,
    bookingId: main.id,
    subject: subjectFor(person, main.during),
    attachments: entries.map(({ session, method }, index) => ({
      ...calendarFile(calendarEntry(method, session, person, now)),
      filename: `invite-${index + 1}.ics`,
    })),
    letter: (sheet) => letter(person, sheet),
  }));
  if (toCoach) letters.push(toCoach(await readTold(tx, sessions, people, now)));
  await planMessages(tx, letters, now);
}

async function readTold(
  tx: Tx,
  sessions: readonly ArcSession[],
  people: readonly Recipient[],
  now: number,
): Promise<Told> {
  const about = mainOf(sessions);
  return { coach: await readDesk(tx, about.coachId, now), about, sessions, people };
}

/** The day itself, or the first where it is not among them. */
function mainOf(sessions: readonly ArcSession[]): ArcSession {
  const main = sessions.find(({ step }) => step === "guidance") ?? sessions[0];
  if (!main) throw new Error("A letter was asked for an arc without sessions");
  return main;
}

function listed(sessions: readonly ArcSession[], person: Recipient, sheet: Sheet): SeveralTimes {
  const main = mainOf(sessions);
  return {
    name: person.name,
    with: main.coachName,
    times: sessions.map(({ during }) => spanWords(during, person.zone)),
    zone: fullZoneWords(person.zone),
    sessionUrl: `${settings().appUrl}/sessions/${main.id}`,
    sheet,
  };
}

async function readSessions(tx: Tx, arcId: string, status: ArcSession["status"]): Promise<ArcSession[]> {
  return (await selectSessions(tx, arcId)).filter((session) => session.status === status);
}

function selectOwnWords(tx: Tx, arcId: string) {
  return tx
    .select({ ownWords: ownWordsOf(bookings.coachId) })
    .from(bookings)
    .where(eq(bookings.arcId, arcId))
    .limit(1);
}
