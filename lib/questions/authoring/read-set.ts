import { desc, eq } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { reflectionTemplates, templateVersions, users } from "#db/schema/index.ts";
import type { TemplateKind } from "#lib/questions/queries.ts";
import type { Question } from "#lib/questions/question.ts";
import { NotFound } from "#lib/refusal.ts";

export type SetVersion = {
  number: number;
  questions: Question[];
  /** Null: it came with the portal. */
  by: { id: string; name: string } | null;
  at: number;
};

export type WholeSet = {
  id: string;
  kind: TemplateKind;
  day: number | null;
  name: string;
  archivedAt: number | null;
  /** The newest first. None yet: nothing is asked by it. */
  versions: SetVersion[];
};

/** The same as `readSet`. Throws NotFound where there is none. */
export async function demandSet(tx: Tx, templateId: string): Promise<WholeSet> {
  const set = await readSet(tx, templateId);
  if (!set) throw new NotFound();
  return set;
}

/** A set with all that was ever asked by it, within what a coach does. */
export async function readSet(tx: Tx, templateId: string): Promise<WholeSet | undefined> {
  const [set] = await tx
    .select({
      id: reflectionTemplates.id,
      kind: reflectionTemplates.kind,
      day: reflectionTemplates.day,
      name: reflectionTemplates.name,
      archivedAt: reflectionTemplates.archivedAt,
    })
    .from(reflectionTemplates)
    .where(eq(reflectionTemplates.id, templateId));
  if (!set) return undefined;
  const versions = await tx
    .select({
      number: templateVersions.number,
      questions: templateVersions.questions,
      by: { id: users.id, name: users.displayName },
      at: templateVersions.publishedAt,
    })
    .from(templateVersions)
    .leftJoin(users, eq(users.id, templateVersions.publishedBy))
    .where(eq(templateVersions.templateId, templateId))
    .orderBy(desc(templateVersions.number));
  return { ...set, versions };
}

/** Every question that was ever in it, as it was last. */
export function knownIn({ versions }: WholeSet): Map<string, Question> {
  const oldestFirst = versions.toReversed();
  return new Map(oldestFirst.flatMap(({ questions }) => questions.map((one) => [one.key, one] as const)));
}
