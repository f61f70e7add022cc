import { asc, desc, eq } from "drizzle-orm";
import { asViewer } from "#db/client.ts";
import { reflectionTemplates, sessionTypes, templateVersions, users } from "#db/schema/index.ts";
import type { CoachViewer } from "#lib/auth/viewer.ts";
import type { TemplateKind } from "#lib/questions/queries.ts";
import { readSet, type WholeSet } from "./read-set.ts";

export type { SetVersion, WholeSet } from "./read-set.ts";

export type ListedSet = {
  id: string;
  kind: TemplateKind;
  day: number | null;
  name: string;
  archivedAt: number | null;
  /** 0: nothing is asked by it yet. */
  number: number;
  count: number;
  by: string | null;
  at: number | null;
};

/** A coach's own kinds of session, and the set that is chosen for each. */
export type UsedBy = { typeId: string; name: string; templateId: string | null };

/** All sets of the practice, in their order, and what this coach uses them for. */
export async function listSets(coach: CoachViewer): Promise<{ sets: ListedSet[]; types: UsedBy[] }> {
  return asViewer(coach, async (tx) => {
    const { id, kind, day, name, archivedAt, position, createdAt } = reflectionTemplates;
    const rows = await tx
      .selectDistinctOn([position, createdAt, id], {
        id,
        kind,
        day,
        name,
        archivedAt,
        number: templateVersions.number,
        questions: templateVersions.questions,
        by: users.displayName,
        at: templateVersions.publishedAt,
      })
      .from(reflectionTemplates)
      .leftJoin(templateVersions, eq(templateVersions.templateId, id))
      .leftJoin(users, eq(users.id, templateVersions.publishedBy))
      .orderBy(asc(position), asc(createdAt), asc(id), desc(templateVersions.number));
    const types = await tx
      .select({ typeId: sessionTypes.id, name: sessionTypes.name, templateId: sessionTypes.templateId })
      .from(sessionTypes)
      .where(eq(sessionTypes.coachId, coach.id))
      .orderBy(asc(sessionTypes.position), asc(sessionTypes.id));
    const sets = rows.map(({ questions, number, ...row }) => ({
      ...row,
      number: number ?? 0,
      count: questions?.length ?? 0,
    }));
    return { sets, types };
  });
}

/** A set with all its versions. */
export function findSet(coach: CoachViewer, templateId: string): Promise<WholeSet | undefined> {
  return asViewer(coach, (tx) => readSet(tx, templateId));
}
