import { isDeepStrictEqual } from "node:util";
import { eq } from "drizzle-orm";
import { asViewer } from "#db/client.ts";
import { reflectionTemplates, templateVersions } from "#db/schema/index.ts";
import { note } from "#lib/audit/audit.ts";
import type { CoachViewer } from "#lib/auth/viewer.ts";
import { questionsSchema } from "#lib/questions/input.ts";
import type { Question } from "#lib/questions/question.ts";
import { Refusal } from "#lib/refusal.ts";
import type { SaveSetInput } from "./input.ts";
import { demandSet, knownIn, type WholeSet } from "./read-set.ts";
import { asAsked, goneFrom, notSo } from "./what-stays.ts";

/**
 * Makes what a coach says of the questions the newest version: it is asked from now on, and what was written stays on
 * the version it was written on. Where somebody else made one meanwhile, theirs comes with the Refusal.
 */
export async function saveSet(
  coach: CoachViewer,
  templateId: string,
  { name, named, on, questions: said }: SaveSetInput,
  now: number,
): Promise<{ number: number }> {
  return asViewer(coach, async (tx) => {
    const set = await demandSet(tx, templateId);
    const newest = set.versions[0];
    if ((newest?.number ?? 0) !== on || set.name !== named) throw writtenElsewhere(coach, set);
    const questions = demandAllowed(set, said);
    if (name !== set.name)
      await tx.update(reflectionTemplates).set({ name }).where(eq(reflectionTemplates.id, templateId));
    if (isDeepStrictEqual(newest?.questions, questions)) return { number: on };
    const added = await tx
      .insert(templateVersions)
      .values({ templateId, number: on + 1, questions, publishedBy: coach.id, publishedAt: now })
      .onConflictDoNothing();
    // The other one's can be read now: it was waited for.
    if (added.count === 0) throw writtenElsewhere(coach, await demandSet(tx, templateId));
    const version = { number: on + 1 };
    await note(tx, coach, "questions.saved", { type: "reflection_template", id: templateId }, version);
    return version;
  });
}

function demandAllowed(set: WholeSet, said: SaveSetInput["questions"]): Question[] {
  const known = knownIn(set);
  const wrong = notSo(set.kind, said, known);
  if (wrong)
    throw new Refusal(wrong.sentence, { code: "stays", field: `questions.${wrong.at}.${wrong.part}` });
  const [gone] = goneFrom(said, set.versions[0]?.questions ?? []);
  if (gone)
    throw new Refusal(`“${gone.text}” stays in this set, in your words if you like.`, {
      code: "stays",
      status: 422,
    });
  const parsed = questionsSchema.safeParse(asAsked(set.kind, said, known));
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new Refusal(issue?.message ?? "Please look at this once more.", {
    code: "invalid",
    status: 422,
    field: ["questions", ...(issue?.path ?? [])].join("."),
  });
}

function writtenElsewhere(coach: CoachViewer, { name, versions: [newest] }: WholeSet): Refusal {
  const who = newest?.by?.id === coach.id ? "You, in another window," : (newest?.by?.name ?? "Somebody");
  return new Refusal(`${who} saved this set meanwhile. What you typed is still here, and not saved.`, {
    code: "written_elsewhere",
    offer: { name, newest },
  });
}
