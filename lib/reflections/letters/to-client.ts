import { eq } from "drizzle-orm";
import { createElement } from "react";
import type { Tx } from "#db/client.ts";
import { coaches, users } from "#db/schema/index.ts";
import { together } from "#db/together.ts";
import CheckInOpen from "#emails/check-in-open.tsx";
import CheckInReminder from "#emails/check-in-reminder.tsx";
import type { Sheet } from "#emails/letter.tsx";
import ReflectionOpen from "#emails/reflection-open.tsx";
import ReflectionReminder from "#emails/reflection-reminder.tsx";
import type { Habits } from "#lib/mail/habits.ts";
import { planMessages } from "#lib/mail/messages.ts";
import { ownWordsOf, passageIn } from "#lib/mail/words/passage.ts";
import { minutesFor } from "#lib/questions/minutes.ts";
import { type AskedSet, checkInOn, setBefore } from "#lib/questions/queries.ts";
import { type About, pathOf } from "#lib/reflections/asked/about.ts";
import { settings } from "#lib/running/settings.ts";
import { dayWords } from "#lib/time/words.ts";
import { endOfUse, type Which } from "./due.ts";
import { mailKey } from "./mail-key.ts";
import type { AskedOne } from "./rows.ts";

type Reader = { habits: Habits; times: Partial<Record<Which, number>> };

/** To the client of whom something is asked. Nothing where nothing is asked any more. Gives how many. */
export async function tellOfQuestions(
  tx: Tx,
  one: AskedOne,
  which: Which,
  { habits, times }: Reader,
  now: number,
): Promise<number> {
  const [set, [client], [coach]] = await together(
    setFor(tx, one),
    tx.select({ name: users.displayName, email: users.email }).from(users).where(eq(users.id, one.clientId)),
    tx
      .select({ coachName: users.displayName, ownWords: ownWordsOf(coaches.id) })
      .from(users)
      .innerJoin(coaches, eq(coaches.id, users.id))
      .where(eq(users.id, one.coachId)),
  );
  if (!set) return 0;
  if (!client || !coach) throw new Error("Questions have lost their people");
  const kind = kindOf(one, which);
  const { zone } = habits;
  const minutes = minutesFor(set.questions);
  const again = times.reminder === undefined ? undefined : dayWords(times.reminder, zone).split(" ")[0];
  const said = {
    name: client.name,
    with: coach.coachName,
    day: dayWords(one.during.start, zone),
    minutes: minutes === 1 ? "a minute" : `${minutes} minutes`,
    wanted: set.questions.filter(({ required }) => required).length,
    isAsked: one.isGuidance,
    pageUrl: `${settings().appUrl}/sign-in?next=${encodeURIComponent(pathOf(aboutOf(one)))}`,
    passage: passageIn(kind, coach),
    again,
  };
  const letter = {
    kind,
    habits,
    dedupe: mailKey(one, which, zone),
    to: client.email,
    recipientId: one.clientId,
    bookingId: one.bookingId,
    expiresAt: endOfUse(one, zone),
    letter: (sheet: Sheet) => createElement(letters[kind], { ...said, sheet }),
  };
  return planMessages(tx, [letter], now);
}

/** What is asked now. Undefined: nothing any more. */
export function setFor(tx: Tx, { day, typeId }: AskedOne): Promise<AskedSet | undefined> {
  return day === null ? setBefore(tx, typeId) : checkInOn(tx, day);
}

const letters = {
  reflection_open: ReflectionOpen,
  reflection_reminder: ReflectionReminder,
  check_in_open: CheckInOpen,
  check_in_reminder: CheckInReminder,
};

function kindOf({ kind }: AskedOne, which: Which): keyof typeof letters {
  return `${kind === "session" ? "reflection" : "check_in"}_${which}`;
}

function aboutOf({ bookingId, day }: AskedOne): About {
  return day === null ? { bookingId, kind: "session", day } : { bookingId, kind: "check_in", day };
}
