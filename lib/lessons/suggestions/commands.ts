import { and, eq } from "drizzle-orm";
import { asViewer, type Tx } from "#db/client.ts";
import { lessonSuggestions, lessons } from "#db/schema/index.ts";
import { note } from "#lib/audit/audit.ts";
import type { CoachViewer } from "#lib/auth/viewer.ts";
import { lessonsOfClient } from "#lib/lessons/policy.ts";
import { NotFound, Refusal } from "#lib/refusal.ts";
import { settings } from "#lib/running/settings.ts";
import { seal, unseal } from "#lib/sealed/seal.ts";
import type { SuggestLessonInput } from "./input.ts";
import { type Attendee, readSession } from "./session.ts";
import { readTitles } from "./titles.ts";
import { maySuggestBeside, timeToShow } from "./when-due.ts";

type Row = typeof lessonSuggestions.$inferInsert;

/**
 * Puts a lesson, or one exercise of it, beside a session: it will be shown to those of its people, so many days from it.
 * Gives the ids, in the order of `clientIds`. `now` in epoch milliseconds.
 */
export async function suggestLesson(
  coach: CoachViewer,
  bookingId: string,
  { lessonId, block, days, clientIds }: SuggestLessonInput,
  now: number,
): Promise<string[]> {
  return asViewer(coach, async (tx) => {
    const session = await readSession(tx, coach, bookingId);
    if (!session) throw new NotFound();
    if (!maySuggestBeside(session.status))
      throw new Refusal("This session is off, so nothing would be shown beside it.", { code: "session_off" });
    const people = [...new Set(clientIds)].map((id) => session.people.find((one) => one.id === id));
    await demandLesson(tx, { lessonId, block });
    const ids: string[] = [];
    for (const client of people) {
      if (!client) throw new NotFound();
      await demandReadable(tx, lessonId, client);
      demandUse({ days, during: session.during }, client, now);
      const row = { bookingId, clientId: client.id, coachId: coach.id, lessonId, block, days };
      ids.push(await insert(tx, row, client.name));
    }
    await note(tx, coach, "lesson.suggested", { type: "booking", id: bookingId }, { lessonId, days });
    return ids;
  });
}

/** Takes it away again. Gives what `restoreSuggestion` needs to undo that: sealed, and of use to nobody else. */
export async function removeSuggestion(coach: CoachViewer, id: string): Promise<string> {
  return asViewer(coach, async (tx) => {
    const [gone] = await tx
      .delete(lessonSuggestions)
      .where(and(eq(lessonSuggestions.id, id), eq(lessonSuggestions.coachId, coach.id)))
      .returning();
    if (!gone) throw new NotFound();
    const { bookingId, lessonId, days } = gone;
    await note(tx, coach, "lesson.not_suggested", { type: "booking", id: bookingId }, { lessonId, days });
    const { createdAt, ...row } = gone;
    return seal(settings().encryptionKeys, JSON.stringify(row), undoPlace(coach)).toString("base64url");
  });
}

/** What was taken away stands there again as it was. */
export async function restoreSuggestion(coach: CoachViewer, undo: string): Promise<string> {
  const row = openUndo(coach, undo);
  return asViewer(coach, async (tx) => {
    if (await isThere(tx, row)) return row.id;
    await insert(tx, row);
    const { bookingId, lessonId, days } = row;
    await note(tx, coach, "lesson.suggested", { type: "booking", id: bookingId }, { lessonId, days });
    return row.id;
  });
}

/** Where what undoes it belongs: with the coach who took it away. */
export const undoPlace = ({ id }: { id: string }) => `lesson_suggestions|undo|${id}`;

async function insert(tx: Tx, row: Row, name = "them"): Promise<string> {
  const [made] = await tx
    .insert(lessonSuggestions)
    .values(row)
    .onConflictDoNothing()
    .returning({ id: lessonSuggestions.id });
  if (made) return made.id;
  throw new Refusal(
    `Something is there for ${name} on that day already, and one is enough. Please choose another day, or take the other one away first.`,
    { field: "days", code: "day_taken", status: 409 },
  );
}

async function demandLesson(
  tx: Tx,
  { lessonId, block }: Pick<SuggestLessonInput, "lessonId" | "block">,
): Promise<void> {
  const [lesson] = await tx
    .select({ withdrawnAt: lessons.withdrawnAt })
    .from(lessons)
    .where(eq(lessons.id, lessonId));
  if (!lesson) throw new NotFound();
  const shown = (await readTitles(tx, [lessonId])).get(lessonId);
  if (!shown || lesson.withdrawnAt !== null)
    throw new Refusal("Nobody can read this lesson just now. Please choose another one.", {
      field: "lessonId",
      code: "not_published",
    });
  if (block !== null && !shown.exercises.some((one) => one.block === block))
    throw new Refusal("This exercise is not in the lesson any more. Please choose again.", {
      field: "lessonId",
      code: "no_exercise",
    });
}

async function demandReadable(tx: Tx, lessonId: string, { id, name }: Attendee): Promise<void> {
  if ((await tx.$count(lessons, and(eq(lessons.id, lessonId), lessonsOfClient(id)))) > 0) return;
  throw new Refusal(`${name} does not have this lesson: it is for professionals whom you mentor.`, {
    field: "lessonId",
    code: "not_theirs",
  });
}

type Planned = { days: number; during: { start: number; end: number } };

function demandUse({ days, during }: Planned, client: Attendee, now: number): void {
  const { from, until } = timeToShow({ days, during }, client);
  if (days < 0 && during.start <= now)
    throw new Refusal("This session has begun. What comes before it would not be shown any more.", {
      field: "days",
      code: "has_begun",
    });
  if (until <= now)
    throw new Refusal(
      "That day is so long ago that nothing would be shown any more. Please choose a later one.",
      {
        field: "days",
        code: "long_ago",
      },
    );
  if (until <= from)
    throw new Refusal(
      "That day lies in the quiet days round another session, and this one begins before they end. Please choose an earlier day.",
      { field: "days", code: "in_quiet_days" },
    );
}

async function isThere(tx: Tx, { id, coachId }: Undone): Promise<boolean> {
  const own = and(eq(lessonSuggestions.id, id), eq(lessonSuggestions.coachId, coachId));
  return (await tx.$count(lessonSuggestions, own)) > 0;
}

type Undone = Omit<typeof lessonSuggestions.$inferSelect, "createdAt">;

function openUndo(coach: CoachViewer, undo: string): Undone {
  try {
    const opened = unseal(settings().encryptionKeys, Buffer.from(undo, "base64url"), undoPlace(coach));
    return JSON.parse(opened.toString()) as Undone;
  } catch {
    throw new Refusal("This cannot be undone any more. Please choose the lesson again.", { code: "no_undo" });
  }
}
