import { eq } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { bookings } from "#db/schema/index.ts";
import { isStillShown } from "#lib/lessons/suggestions/still-shown.ts";
import { isStillAsked } from "#lib/reflections/letters/still-asked.ts";
import { isStillUnread, stillAsksForALook } from "#lib/reflections/letters/still-unread.ts";
import { isStillSent } from "#lib/summaries/still-sent.ts";
import { habitsOf } from "./habits.ts";
import { classOf, isLetterKind, isSwitchable, type LetterKind, mannersOf } from "./letters.ts";
import { whenToSend } from "./when-to-send.ts";

/** What becomes of a letter that was planned some time ago; a word for why where it is dropped. */
export type Fate = "goes" | "moved" | "unwanted" | "outdated" | { waitsUntil: number };

type Waiting = {
  kind: string;
  dedupe: string;
  recipientId: string | null;
  bookingId: string | null;
  forStart: number | null;
};

type Look = (tx: Tx, mail: { recipientId: string; dedupe: string }, now: number) => Promise<boolean>;

/** What is asked of a letter that is of use only as long as something is so, apart from a meeting's time. */
const looks: Partial<Record<LetterKind, Look>> = {
  reflection_open: isStillAsked,
  reflection_reminder: isStillAsked,
  check_in_open: isStillAsked,
  check_in_reminder: isStillAsked,
  lesson_suggested: isStillShown,
  summary_sent: isStillSent,
  reflection_received: isStillUnread,
  please_look: stillAsksForALook,
};

/** Looks once more just before a letter goes: the booking may have moved meanwhile, and the reader changed their mind. */
export async function fateOf(
  tx: Tx,
  { kind, dedupe, recipientId, bookingId, forStart }: Waiting,
  now: number,
): Promise<Fate> {
  if (bookingId && forStart !== null && !(await stillBegins(tx, bookingId, forStart))) return "moved";
  if (!recipientId || !isLetterKind(kind)) return "goes";
  const of = classOf(kind);
  if (!isSwitchable(of)) return "goes";
  const habits = await habitsOf(tx, recipientId, now);
  const at = habits && whenToSend(of, habits, now);
  if (at === undefined) return "unwanted";
  if (at > now && mannersOf(of).inStillness === "waits") return { waitsUntil: at };
  const look = looks[kind];
  return !look || (await look(tx, { recipientId, dedupe }, now)) ? "goes" : "outdated";
}

async function stillBegins(tx: Tx, bookingId: string, start: number): Promise<boolean> {
  const [booking] = await tx
    .select({ during: bookings.during, status: bookings.status })
    .from(bookings)
    .where(eq(bookings.id, bookingId));
  return booking?.status === "confirmed" && booking.during.start === start;
}
