import { and, desc, eq, sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { lessons, lessonVersions } from "#db/schema/index.ts";
import type { ClientViewer } from "#lib/auth/viewer.ts";
import { answerField } from "#lib/lessons/markdown/blocks.ts";
import { lessonsFor } from "#lib/lessons/policy.ts";
import { keptVersion, type ShownBlock, type ShownLesson, shownVersion } from "#lib/lessons/shown-lesson.ts";
import { NotFound, Refusal } from "#lib/refusal.ts";

/** A block that one can write in, as it is shown. */
export type WritingBlock = Extract<ShownBlock, { id: string }>;

type Wanted = { lessonId: string; versionId: string; block: string };

/** The block as the newest version has it, in the language that is read. Throws NotFound for a lesson that is not theirs. */
export async function findBlock(
  tx: Tx,
  client: ClientViewer,
  { lessonId, versionId, block }: Wanted,
): Promise<{ versionId: string; block: WritingBlock }> {
  const [newest] = await tx
    .select({ id: lessonVersions.id })
    .from(lessonVersions)
    .innerJoin(lessons, eq(lessons.id, lessonVersions.lessonId))
    .where(
      and(
        eq(lessons.id, lessonId),
        lessonsFor(client),
        sql`${lessonVersions.language} = (select language from lesson_versions where id = ${versionId} and lesson_id = ${lessonId})`,
      ),
    )
    .orderBy(desc(lessonVersions.number))
    .limit(1);
  if (!newest) throw new NotFound();
  const found = writingBlocksOf(await readVersion(tx, newest.id)).get(block);
  if (!found) throw changed();
  return { versionId: newest.id, block: found };
}

/** What no version that is read has a place for any more. Nothing is thrown away: it stays on the writer's page. */
export const changed = () =>
  new Refusal(
    "This lesson was changed while you were reading, and this is not in it any more. Please copy what you wrote before you load the page again.",
    { code: "lesson_changed", status: 409 },
  );

export function writingBlocksOf({ blocks }: ShownLesson): Map<string, WritingBlock> {
  return new Map(blocks.flatMap((one) => ("id" in one ? [[one.id, one] as const] : [])));
}

/** What is asked for in each field, in their order. A journal or a question has one field and no label. */
export function fieldsOf(block: WritingBlock): { id: string; label: string | undefined }[] {
  return block.type === "exercise" ? block.fields : [{ id: answerField, label: undefined }];
}

export async function readVersion(tx: Tx, id: string): Promise<ShownLesson> {
  const kept = keptVersion(id);
  if (kept) return kept;
  const [version] = await tx
    .select({ body: lessonVersions.body })
    .from(lessonVersions)
    .where(eq(lessonVersions.id, id));
  if (!version) throw new NotFound();
  return shownVersion({ id, body: version.body });
}
