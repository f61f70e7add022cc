import { and, eq, inArray, isNull } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { lessonSuggestions } from "#db/schema/index.ts";
import type { ClientViewer } from "#lib/auth/viewer.ts";
import { readBeside } from "./rows.ts";
import { hasComeDue } from "./when-due.ts";

/**
 * Lets the coach know that the client is done for now with this lesson, wherever it was suggested and has come due. In
 * the client's own transaction; `now` in epoch milliseconds.
 */
export async function markSuggestionDone(
  tx: Tx,
  client: ClientViewer,
  lessonId: string,
  now: number,
): Promise<void> {
  const isOpen = and(eq(lessonSuggestions.lessonId, lessonId), isNull(lessonSuggestions.doneAt));
  const { beside, reader } = await readBeside(tx, client.id, now, isOpen);
  const due = beside.filter((one) => hasComeDue(one, reader, now)).map(({ id }) => id);
  if (due.length === 0) return;
  await tx
    .update(lessonSuggestions)
    .set({ doneAt: now })
    .where(and(isOpen, eq(lessonSuggestions.clientId, client.id), inArray(lessonSuggestions.id, due)));
}

/** Takes that back for what was marked at `doneAt`, and leaves what was done at another time. */
export async function undoSuggestionDone(
  tx: Tx,
  client: ClientViewer,
  lessonId: string,
  doneAt: number,
): Promise<void> {
  await tx
    .update(lessonSuggestions)
    .set({ doneAt: null })
    .where(
      and(
        eq(lessonSuggestions.clientId, client.id),
        eq(lessonSuggestions.lessonId, lessonId),
        eq(lessonSuggestions.doneAt, doneAt),
      ),
    );
}
