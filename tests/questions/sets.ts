import { eq } from "drizzle-orm";
import { asSystem } from "#db/client.ts";
import { reflectionTemplates } from "#db/schema/index.ts";
import { findSet } from "#lib/questions/authoring/queries.ts";
import type { SaidOfQuestion } from "#lib/questions/authoring/what-stays.ts";
import type { TemplateKind } from "#lib/questions/queries.ts";
import type { Question } from "#lib/questions/question.ts";
import type { Coach } from "#tests/support/people.ts";

/** The id of the set that came with the portal for this kind. */
export async function shippedId(kind: TemplateKind): Promise<string> {
  const [found] = await asSystem("a test looks for a set", (tx) =>
    tx
      .select({ id: reflectionTemplates.id })
      .from(reflectionTemplates)
      .where(eq(reflectionTemplates.kind, kind)),
  );
  if (!found) throw new Error(`There is no set for ${kind}`);
  return found.id;
}

/** What the editor would send of these questions. */
export const said = (questions: readonly Question[]): SaidOfQuestion[] =>
  questions.map(({ stays: _, concern: __, waitsFor: ___, ...rest }) => rest);

/** A set as its editor begins. */
export async function opened(coach: Coach, id: string) {
  const set = await findSet(coach, id);
  if (!set) throw new Error("This set is not there");
  const [newest] = set.versions;
  return {
    name: set.name,
    named: set.name,
    on: newest?.number ?? 0,
    questions: said(newest?.questions ?? []),
  };
}

/** A question of a coach's own. */
export const anOwn = (more: Partial<SaidOfQuestion> = {}): SaidOfQuestion => ({
  key: "own_1",
  type: "short",
  text: "What would you like to keep?",
  why: "",
  before: "",
  beneath: "",
  required: false,
  low: "",
  high: "",
  options: [],
  partner: "no",
  firstTimeOnly: false,
  ...more,
});
