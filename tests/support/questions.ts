import { asSystem } from "#db/client.ts";
import { reflectionTemplates, templateVersions } from "#db/schema/index.ts";

/** A question of a coach's own. */
export const anOwnQuestion = {
  key: "own_1",
  type: "short" as const,
  text: "What would you like to keep?",
  why: "",
  before: "",
  beneath: "",
  required: false,
  low: "",
  high: "",
  options: [],
  partner: "no" as const,
  firstTimeOnly: false,
};

/** A set of the practice's own with one question; gives its id. */
export async function aQuestionSet(name: string): Promise<string> {
  return asSystem("a test needs a set of questions", async (tx) => {
    const [made] = await tx
      .insert(reflectionTemplates)
      .values({ kind: "own", name, position: 100 })
      .returning({ id: reflectionTemplates.id });
    const templateId = made?.id ?? "";
    const questions = [{ ...anOwnQuestion, stays: false, concern: null, waitsFor: null }];
    await tx.insert(templateVersions).values({ templateId, number: 1, questions, publishedAt: 0 });
    return templateId;
  });
}
