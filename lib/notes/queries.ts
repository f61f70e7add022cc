import { and, eq, inArray } from "drizzle-orm";
import { asViewer, type Tx } from "#db/client.ts";
import { privateNotes } from "#db/schema/index.ts";
import type { CoachViewer } from "#lib/auth/viewer.ts";
import { savedWords } from "#lib/reflections/words.ts";
import type { SealingKey } from "#lib/sealed/seal.ts";
import {
  type Field,
  fieldsWith,
  firstQuestionFields,
  noteFields,
  standingFields,
  type Written,
} from "./fields.ts";
import type { Of } from "./keep-note.ts";
import { keysFor } from "./keys.ts";
import { mayBeWrittenAbout } from "./rules.ts";
import { demandOwnClient, demandSession, zoneOf } from "./session-of.ts";
import { openWritten, wordsOf } from "./written.ts";

/** What a coach writes for themselves, as its form needs it. */
export type NoteSheet = {
  author: string;
  of: Of;
  fields: Field[];
  answers: Record<string, string>;
  revision: number;
  /** When that was saved, in words; empty: nothing was. */
  saved: string;
  /** Epoch milliseconds. */
  writtenAt: number | null;
  finishedAt: number | null;
};

/** The line to begin a session with. Sealed for whoever comes, of several with the coach's own key. */
export function findFirstQuestion(coach: CoachViewer, bookingId: string, now: number): Promise<NoteSheet> {
  return asViewer(coach, async (tx) => {
    const { clientIds } = await demandSession(tx, coach, bookingId);
    const about = clientIds.length === 1 ? (clientIds[0] ?? null) : null;
    const of = { purpose: "first_question", booking: bookingId, about } as const;
    return readSheet(tx, coach, of, firstQuestionFields, now);
  });
}

/** What a coach wants to have in mind of a client at any time. */
export function findStandingNote(coach: CoachViewer, clientId: string, now: number): Promise<NoteSheet> {
  return asViewer(coach, async (tx) => {
    await demandOwnClient(tx, coach, clientId);
    const of = { purpose: "standing", booking: null, about: clientId } as const;
    return readSheet(tx, coach, of, standingFields, now);
  });
}

/** The same of the row that was found, if there is one. */
export function standingSheet(
  coach: CoachViewer,
  clientId: string,
  { row, key, zone }: { row: Row | undefined; key: SealingKey | undefined; zone: string },
  now: number,
): NoteSheet {
  const place = { table: "private_notes", id: row?.id ?? "", ownerId: clientId } as const;
  if (row && !key) throw new Error("What was sealed has no key");
  const written = row && key ? openWritten(key, row.words, place) : [];
  const of = { purpose: "standing", booking: null, about: clientId } as const;
  return sheetOf(coach, of, { row, written, fields: standingFields, zone, now });
}

async function readSheet(
  tx: Tx,
  coach: CoachViewer,
  of: Of,
  fields: Field[],
  now: number,
): Promise<NoteSheet> {
  const zone = await zoneOf(tx, coach);
  const [row] = await selectNotes(tx, coach, of);
  const ownerId = of.about ?? coach.id;
  const written = row
    ? openWritten((await keysFor(tx, [ownerId]))(ownerId), row.words, {
        table: "private_notes",
        id: row.id,
        ownerId,
      })
    : [];
  return sheetOf(coach, of, { row, written, fields, zone, now });
}

type Session = {
  id: string;
  kind: Parameters<typeof noteFields>[0];
  status: string;
  during: { start: number };
  coachZone: string;
  attendees: { id: string; name: string }[];
};

/** The notes about a session: one; of a couple one about both, and one for each of them. None before it began. */
export function listSessionNotes(coach: CoachViewer, session: Session, now: number): Promise<NoteSheet[]> {
  return asViewer(coach, async (tx) => {
    const { id: booking, kind, attendees, coachZone: zone } = session;
    if (!mayBeWrittenAbout(session, now) || attendees.length === 0) return [];
    const rows = await selectNotes(tx, coach, { purpose: "session", booking });
    const ownerOf = (aboutId: string | null) => aboutId ?? coach.id;
    const keyOf = await keysFor(
      tx,
      rows.map(({ aboutId }) => ownerOf(aboutId)),
    );
    const isOfSeveral = attendees.length > 1;
    const abouts = [...(isOfSeveral ? [null] : []), ...attendees.map(({ id }) => id)];
    return abouts.map((about) => {
      const row = rows.find(({ aboutId }) => aboutId === about);
      const place = { table: "private_notes", id: row?.id ?? "", ownerId: ownerOf(about) } as const;
      const written = row ? openWritten(keyOf(place.ownerId), row.words, place) : [];
      const fields = noteFields(kind, isOfSeveral && about !== null);
      return sheetOf(coach, { purpose: "session", booking, about }, { row, written, fields, zone, now });
    });
  });
}

/** The sessions' notes of a client that this coach wrote, newest first, whole. For their own eyes. */
export function listNotesAbout(coach: CoachViewer, clientId: string, bookingIds: string[]) {
  return asViewer(coach, async (tx) => {
    if (bookingIds.length === 0) return [];
    const { id, bookingId, aboutId, words, writtenAt, finishedAt, purpose, coachId } = privateNotes;
    const rows = await tx
      .select({ id, bookingId, words, writtenAt, finishedAt })
      .from(privateNotes)
      .where(
        and(
          eq(coachId, coach.id),
          eq(purpose, "session"),
          eq(aboutId, clientId),
          inArray(bookingId, bookingIds),
        ),
      );
    const keyOf = await keysFor(tx, rows.length > 0 ? [clientId] : []);
    return rows.map(({ words: sealed, ...row }) => ({
      ...row,
      written: openWritten(keyOf(clientId), sealed, {
        table: "private_notes",
        id: row.id,
        ownerId: clientId,
      }),
    }));
  });
}

type Which = Pick<Of, "purpose" | "booking"> & { about?: string | null };

async function selectNotes(tx: Tx, coach: CoachViewer, { purpose, booking, about }: Which) {
  const { id, aboutId, words, revision, writtenAt, finishedAt, bookingId } = privateNotes;
  return tx
    .select({ id, aboutId, words, revision, writtenAt, finishedAt })
    .from(privateNotes)
    .where(
      and(
        eq(privateNotes.coachId, coach.id),
        eq(privateNotes.purpose, purpose),
        booking ? eq(bookingId, booking) : undefined,
        about ? eq(aboutId, about) : undefined,
      ),
    );
}

type Row = Awaited<ReturnType<typeof selectNotes>>[number];
type Found = { row: Row | undefined; written: Written[]; fields: Field[]; zone: string; now: number };

function sheetOf({ id: author }: CoachViewer, of: Of, { row, written, fields, zone, now }: Found): NoteSheet {
  return {
    ...{ author, of, fields: fieldsWith(fields, written), answers: wordsOf(written) },
    revision: row?.revision ?? 0,
    saved: row ? savedWords(row.writtenAt, zone, now) : "",
    writtenAt: row?.writtenAt ?? null,
    finishedAt: row?.finishedAt ?? null,
  };
}
