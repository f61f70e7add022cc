import { and, asc, eq, inArray, isNull } from "drizzle-orm";
import { asViewer, type Tx } from "#db/client.ts";
import { courses, journeyMembers, lessonSuggestions, lessons, users } from "#db/schema/index.ts";
import type { ClientViewer, CoachViewer } from "#lib/auth/viewer.ts";
import { readBeside } from "./rows.ts";
import { readSession } from "./session.ts";
import { readTitles, type Titled } from "./titles.ts";
import { theOneShown, timeToShow } from "./when-due.ts";

export type Suggestion = {
  lessonId: string;
  slug: string;
  title: string;
  /** Of the lesson, the one that is meant. Undefined: all of it. */
  exercise: { anchor: string; title: string } | undefined;
  coachName: string;
  /** When the session begins before which it may be of use, epoch milliseconds. Undefined: it comes after one. */
  before: number | undefined;
};

/** The one lesson that a coach thought might be useful to this client now, if there is one. */
export async function findSuggestion(client: ClientViewer, now: number): Promise<Suggestion | undefined> {
  return asViewer(client, async (tx) => {
    const { beside, reader } = await readBeside(tx, client.id, now);
    const one = theOneShown(beside, reader, now);
    const lesson = one && (await readTitles(tx, [one.lessonId])).get(one.lessonId);
    if (!one || !lesson) return undefined;
    return {
      lessonId: one.lessonId,
      slug: lesson.slug,
      title: lesson.title,
      exercise: exerciseIn(lesson, one.block),
      coachName: await nameOf(tx, one.coachId),
      before: one.days < 0 ? one.during.start : undefined,
    };
  });
}

export type BesideSession = {
  id: string;
  clientId: string;
  lesson: string;
  exercise: string | undefined;
  days: number;
  /** From when it is shown, epoch milliseconds. Undefined: the quiet days round another session leave it no time. */
  from: number | undefined;
  /** That its reader said so is all that a coach learns of their reading. */
  isDone: boolean;
};

/** What stands beside a session of this coach's, and whoever comes, for the coach's own eyes. */
export async function listBesideSession(coach: CoachViewer, bookingId: string): Promise<BesideSession[]> {
  return asViewer(coach, async (tx) => {
    const session = await readSession(tx, coach, bookingId);
    if (!session) return [];
    const rows = await tx
      .select({
        id: lessonSuggestions.id,
        clientId: lessonSuggestions.clientId,
        lessonId: lessonSuggestions.lessonId,
        block: lessonSuggestions.block,
        days: lessonSuggestions.days,
        doneAt: lessonSuggestions.doneAt,
      })
      .from(lessonSuggestions)
      .where(and(eq(lessonSuggestions.bookingId, bookingId), eq(lessonSuggestions.coachId, coach.id)))
      .orderBy(asc(lessonSuggestions.days), asc(lessonSuggestions.id));
    const titles = await readTitles(
      tx,
      rows.map(({ lessonId }) => lessonId),
    );
    return rows.flatMap(({ id, clientId, lessonId, block, days, doneAt }) => {
      const [lesson, client] = [titles.get(lessonId), session.people.find((one) => one.id === clientId)];
      if (!lesson || !client) return [];
      const { from, until } = timeToShow({ days, during: session.during }, client);
      const exercise = exerciseIn(lesson, block)?.title;
      const isDone = doneAt !== null;
      return [
        { id, clientId, lesson: lesson.title, exercise, days, from: from < until ? from : undefined, isDone },
      ];
    });
  });
}

export type ToSuggest = {
  lessonId: string;
  title: string;
  exercises: Titled["exercises"];
  /** Only for professionals whom this coach mentors. */
  isForMentored: boolean;
};

/** What a coach can put beside a session with these clients, in the order of the courses, and who of them is mentored. */
export async function listToSuggest(
  coach: CoachViewer,
  clientIds: string[],
): Promise<{ lessons: ToSuggest[]; mentored: string[] }> {
  return asViewer(coach, async (tx) => {
    const rows = await tx
      .select({ id: lessons.id, audience: lessons.audience })
      .from(lessons)
      .innerJoin(courses, eq(courses.id, lessons.courseId))
      .where(isNull(lessons.withdrawnAt))
      .orderBy(asc(courses.position), asc(courses.id), asc(lessons.position), asc(lessons.id));
    const titles = await readTitles(
      tx,
      rows.map(({ id }) => id),
    );
    const mentored = await listMentored(tx, clientIds);
    return {
      mentored,
      lessons: rows.flatMap(({ id, audience }) => {
        const lesson = titles.get(id);
        const isForMentored = audience === "mentored";
        if (!lesson || (isForMentored && mentored.length === 0)) return [];
        return [{ lessonId: id, title: lesson.title, exercises: lesson.exercises, isForMentored }];
      }),
    };
  });
}

async function listMentored(tx: Tx, clientIds: string[]): Promise<string[]> {
  if (clientIds.length === 0) return [];
  const rows = await tx
    .selectDistinct({ clientId: journeyMembers.clientId })
    .from(journeyMembers)
    .where(
      and(
        inArray(journeyMembers.clientId, clientIds),
        eq(journeyMembers.kind, "mentorship"),
        isNull(journeyMembers.leftAt),
      ),
    );
  return rows.map(({ clientId }) => clientId);
}

function exerciseIn({ exercises }: Titled, block: string | null) {
  const found = exercises.find((one) => one.block === block);
  return found && { anchor: found.block, title: found.title };
}

async function nameOf(tx: Tx, coachId: string): Promise<string> {
  const [coach] = await tx.select({ name: users.displayName }).from(users).where(eq(users.id, coachId));
  return coach?.name ?? "Your coach";
}
