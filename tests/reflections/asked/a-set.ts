import { and, eq } from "drizzle-orm";
import { asSystem } from "#db/client.ts";
import { reflectionTemplates, sessionTypes, templateVersions } from "#db/schema/index.ts";
import type { Question } from "#lib/questions/question.ts";
import { shippedSets } from "#lib/questions/shipped-sets.ts";
import type { Coach } from "#tests/support/people.ts";

type Kind = "preparation" | "guidance" | "couple";

export const shipped = (kind: Kind): Question[] =>
  shippedSets.find((set) => set.kind === kind)?.questions ?? [];

/** A set of the practice's own, asked before such sessions of this coach from now on; gives its id. */
export async function aSetFor({ id: coachId }: Coach, kind: Kind, questions: Question[]): Promise<string> {
  return asSystem("a test needs a set of questions", async (tx) => {
    const [made] = await tx
      .insert(reflectionTemplates)
      .values({ kind: "own", name: "Ours", position: 100 })
      .returning({ id: reflectionTemplates.id });
    const templateId = made?.id ?? "";
    await tx.insert(templateVersions).values({ templateId, number: 1, questions, publishedAt: 0 });
    await tx
      .update(sessionTypes)
      .set({ templateId })
      .where(and(eq(sessionTypes.coachId, coachId), eq(sessionTypes.kind, kind)));
    return templateId;
  });
}

/** Its next version. */
export const publish = (templateId: string, number: number, questions: Question[]) =>
  asSystem("a test publishes a version", (tx) =>
    tx.insert(templateVersions).values({ templateId, number, questions, publishedAt: 0 }),
  );
