import { eq } from "drizzle-orm";
import type { ReactElement } from "react";
import type { Tx } from "#db/client.ts";
import { bookings } from "#db/schema/index.ts";
import { together } from "#db/together.ts";
import type { Sheet } from "#emails/letter.tsx";
import type { Passage } from "#emails/own-words.tsx";
import type { SeveralTimes } from "#emails/several-times.ts";
import { type ArcSession, selectSessions } from "#lib/arcs/sessions.ts";
import { calendarEntry } from "#lib/bookings/calendar.ts";
import { type Recipient, readDesk, readRecipients, subjectFor } from "#lib/bookings/letters/meeting.ts";
import type { Told } from "#lib/bookings/letters/to-coach.ts";
import { spanWords } from "#lib/bookings/meeting-words.ts";
import { calendarFile } from "#lib/calendar/invite.ts";
import type { PlannedMessage } from "#lib/mail/compose.ts";
import type { LetterKind } from "#lib/mail/letters.ts";
import { planMessages } from "#lib/mail/messages.ts";
import { ownWordsOf, passageIn } from "#lib/mail/words/passage.ts";
import { isSpoken } from "#lib/mail/words/spoken.ts";
import { settings } from "#lib/running/settings.ts";
import { fullZoneWords } from "#lib/time/zones.ts";

/** `passage` are the coach's own words, empty in a letter that has no place for them. */
export type Writing = (person: Recipient, sheet: Sheet, passage: Passage) => ReactElement;

type Telling = {
  kind: LetterKind;
  letter: Writing;
  entries?: { session: ArcSession; method: "REQUEST" | "CANCEL" }[];
  toCoach?: (told: Told) => PlannedMessage;
};

/** Plans one letter about these sessions to everyone who comes, and one to the coach where they are to hear of it. */
export async function tell(
  tx: Tx,
  sessions: readonly ArcSession[],
  { kind, letter, entries = [], toCoach }: Telling,
  now: number,
): Promise<void> {
  const main = mainOf(sessions);
  const [people, passage] = await together(readRecipients(tx, main.id), readPassage(tx, kind, main));
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
    letter: (sheet) => letter(person, sheet, passage),
  }));
  if (toCoach) letters.push(toCoach(await readTold(tx, sessions, people, now)));
  await planMessages(tx, letters, now);
}

async function readPassage(tx: Tx, kind: LetterKind, { id, coachName }: ArcSession): Promise<Passage> {
  if (!isSpoken(kind)) return { words: "" };
  const [coach] = await tx
    .select({ ownWords: ownWordsOf(bookings.coachId) })
    .from(bookings)
    .where(eq(bookings.id, id));
  return passageIn(kind, { coachName, ownWords: coach?.ownWords ?? null });
}

/** The same sessions, as a coach is told of them. */
export async function readTold(
  tx: Tx,
  sessions: readonly ArcSession[],
  people: readonly Recipient[],
  now: number,
): Promise<Told> {
  const about = mainOf(sessions);
  return { coach: await readDesk(tx, about.coachId, now), about, sessions, people };
}

/** The day itself, or the first where it is not among them. */
export function mainOf(sessions: readonly ArcSession[]): ArcSession {
  const main = sessions.find(({ step }) => step === "guidance") ?? sessions[0];
  if (!main) throw new Error("A letter was asked for an arc without sessions");
  return main;
}

/** What every such letter says. */
export function listed(sessions: readonly ArcSession[], person: Recipient, sheet: Sheet): SeveralTimes {
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

/** The sessions of an arc that stand so, in the order of their times. */
export async function readSessions(
  tx: Tx,
  arcId: string,
  status: ArcSession["status"],
): Promise<ArcSession[]> {
  return (await selectSessions(tx, arcId)).filter((session) => session.status === status);
}
