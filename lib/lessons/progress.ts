import { and, desc, eq, isNotNull, isNull, type SQL } from "drizzle-orm";
import { asViewer, type Tx } from "#db/client.ts";
import { lessonProgress, lessons, lessonVersions } from "#db/schema/index.ts";
import type { ClientViewer } from "#lib/auth/viewer.ts";
import { NotFound } from "#lib/refusal.ts";
import { lessonsFor } from "./policy.ts";
import type { Answer } from "./progress-input.ts";
import { shownVersion } from "./shown-lesson.ts";
import { markSuggestionDone, undoSuggestionDone } from "./suggestions/done.ts";

/** Keeps what a client says of a lesson, by their own act only. Where they keep their place stays as it is. */
export function answerLesson(
  client: ClientViewer,
  lessonId: string,
  answer: Answer,
  now: number,
): Promise<void> {
  return asViewer(client, async (tx) => {
    await demandLesson(tx, client, lessonId);
    const [before] = await tx
      .select({ state: lessonProgress.state, changedAt: lessonProgress.changedAt })
      .from(lessonProgress)
      .where(ofClient(client, lessonId))
      .for("update");
    if (answer === "done") await markSuggestionDone(tx, client, lessonId, now);
    else if (before?.state === "done_for_now")
      await undoSuggestionDone(tx, client, lessonId, before.changedAt);
    if (answer === "undo") return takeBack(tx, client, lessonId, now);
    const said = { state: answer === "done" ? "done_for_now" : "set_aside", changedAt: now } as const;
    await tx
      .insert(lessonProgress)
      .values({ clientId: client.id, lessonId, ...said })
      .onConflictDoUpdate({ target: [lessonProgress.clientId, lessonProgress.lessonId], set: said });
  });
}

/** Keeps a client's place at a block of the lesson, by its anchor. Null lets it go. */
export function keepPlace(
  client: ClientViewer,
  lessonId: string,
  place: string | null,
  now: number,
): Promise<void> {
  return asViewer(client, async (tx) => {
    if (place === null) {
      await demandLesson(tx, client, lessonId);
      return letGo(tx, client, lessonId);
    }
    await demandBlock(tx, client, lessonId, place);
    await tx
      .insert(lessonProgress)
      .values({ clientId: client.id, lessonId, state: "opened", place, changedAt: now })
      .onConflictDoUpdate({ target: [lessonProgress.clientId, lessonProgress.lessonId], set: { place } });
  });
}

/** Back to a place that is kept, or to nothing. */
async function takeBack(tx: Tx, client: ClientViewer, lessonId: string, now: number): Promise<void> {
  await tx
    .update(lessonProgress)
    .set({ state: "opened", changedAt: now })
    .where(ofClient(client, lessonId, isNotNull(lessonProgress.place)));
  await tx.delete(lessonProgress).where(ofClient(client, lessonId, isNull(lessonProgress.place)));
}

async function letGo(tx: Tx, client: ClientViewer, lessonId: string): Promise<void> {
  await tx.update(lessonProgress).set({ place: null }).where(ofClient(client, lessonId));
  await tx.delete(lessonProgress).where(ofClient(client, lessonId, eq(lessonProgress.state, "opened")));
}

function ofClient(client: ClientViewer, lessonId: string, more?: SQL): SQL | undefined {
  return and(eq(lessonProgress.clientId, client.id), eq(lessonProgress.lessonId, lessonId), more);
}

async function demandLesson(tx: Tx, client: ClientViewer, lessonId: string): Promise<void> {
  const [lesson] = await tx
    .select({ id: lessons.id })
    .from(lessons)
    .where(and(eq(lessons.id, lessonId), lessonsFor(client)));
  if (!lesson) throw new NotFound();
}

async function demandBlock(tx: Tx, client: ClientViewer, lessonId: string, place: string): Promise<void> {
  const newest = await tx
    .selectDistinctOn([lessonVersions.language], { id: lessonVersions.id, body: lessonVersions.body })
    .from(lessonVersions)
    .innerJoin(lessons, eq(lessons.id, lessonVersions.lessonId))
    .where(and(eq(lessons.id, lessonId), lessonsFor(client)))
    .orderBy(lessonVersions.language, desc(lessonVersions.number));
  const blocks = newest.flatMap((version) => shownVersion(version).blocks);
  if (!blocks.some(({ anchor }) => anchor === place)) throw new NotFound();
}
