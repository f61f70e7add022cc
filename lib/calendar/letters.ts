import { eq } from "drizzle-orm";
import { createElement } from "react";
import type { Tx } from "#db/client.ts";
import { users } from "#db/schema/index.ts";
import CalendarUnread from "#emails/calendar-unread.tsx";
import { type Problem, problemSentence } from "#lib/calendar/busy/problems.ts";
import { planMessage } from "#lib/mail/messages.ts";
import { settings } from "#lib/running/settings.ts";
import { clockWords, dayWords } from "#lib/time/words.ts";
import { zoneWords } from "#lib/time/zones.ts";

type Unread = { id: string; coachId: string; problem: Problem; goodAt: number | null; now: number };

/** To the coach, once: one of their other calendars cannot be read. Names neither it nor where it is. */
export async function calendarUnread(tx: Tx, { id, coachId, problem, goodAt, now }: Unread): Promise<void> {
  const [coach] = await tx
    .select({ name: users.displayName, email: users.email, zone: users.zone })
    .from(users)
    .where(eq(users.id, coachId));
  if (!coach) throw new Error("A calendar has lost its coach");
  const { appUrl } = settings();
  await planMessage(
    tx,
    {
      kind: "calendar_unread",
      dedupe: `feed:${id}:unread:${now}`,
      to: coach.email,
      recipientId: coachId,
      letter: (sheet) =>
        createElement(CalendarUnread, {
          name: coach.name,
          problem: problemSentence(problem),
          lastRead:
            goodAt === null
              ? undefined
              : `${dayWords(goodAt, coach.zone)}, ${clockWords(goodAt, coach.zone)}, ${zoneWords(coach.zone)}`,
          calendarsUrl: `${appUrl}/coach/availability#calendars`,
          sheet,
        }),
    },
    now,
  );
}
