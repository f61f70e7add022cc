import { eq } from "drizzle-orm";
import { createElement } from "react";
import type { Tx } from "#db/client.ts";
import { coaches, lessons, users } from "#db/schema/index.ts";
import { together } from "#db/together.ts";
import LessonSuggested from "#emails/lesson-suggested.tsx";
import type { Habits } from "#lib/mail/habits.ts";
import { planMessages } from "#lib/mail/messages.ts";
import { tellingWords } from "#lib/mail/telling.ts";
import { ownWordsOf, passageIn } from "#lib/mail/words/passage.ts";
import { settings } from "#lib/running/settings.ts";
import { dayWords } from "#lib/time/words.ts";

type Suggested = {
  bookingId: string;
  clientId: string;
  coachId: string;
  lessonId: string;
  block: string | null;
  days: number;
  during: { start: number };
  /** When it is of no use any more, epoch milliseconds. */
  until: number;
  dedupe: string;
};

/** To the client to whom a lesson was suggested. It names nothing of what it is about. Gives how many. */
export async function lessonSuggested(tx: Tx, one: Suggested, habits: Habits, now: number): Promise<number> {
  const [[client], [coach], [lesson]] = await together(
    tx.select({ name: users.displayName, email: users.email }).from(users).where(eq(users.id, one.clientId)),
    tx
      .select({ coachName: users.displayName, ownWords: ownWordsOf(coaches.id) })
      .from(users)
      .innerJoin(coaches, eq(coaches.id, users.id))
      .where(eq(users.id, one.coachId)),
    tx.select({ slug: lessons.slug }).from(lessons).where(eq(lessons.id, one.lessonId)),
  );
  if (!client || !coach || !lesson) throw new Error("A suggestion has lost its people or its lesson");
  const kind = "lesson_suggested" as const;
  const said = {
    name: client.name,
    with: coach.coachName,
    ...(one.days < 0 && { before: `on ${dayWords(one.during.start, habits.zone)}` }),
    lessonUrl: `${settings().appUrl}/sign-in?next=${encodeURIComponent(pathTo(lesson.slug, one.block))}`,
    passage: passageIn(kind, coach),
  };
  const letter = {
    kind,
    habits,
    dedupe: one.dedupe,
    to: client.email,
    recipientId: one.clientId,
    bookingId: one.bookingId,
    expiresAt: one.until,
  };
  return planMessages(
    tx,
    [{ ...letter, letter: (sheet) => createElement(LessonSuggested, { ...said, sheet }) }],
    now,
  );
}

// An address that would tell something leads to the first page, where the lesson stands as well.
function pathTo(slug: string, block: string | null): string {
  const path = `/lessons/${slug}${block === null ? "" : `#${block}`}`;
  return tellingWords(path).length > 0 ? "/sessions" : path;
}
