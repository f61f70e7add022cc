import { and, eq } from "drizzle-orm";
import { asViewer, type Tx } from "#db/client.ts";
import { reflectionTemplates, sessionTypes, templateVersions } from "#db/schema/index.ts";
import { note } from "#lib/audit/audit.ts";
import type { CoachViewer } from "#lib/auth/viewer.ts";
import { setOfKind } from "#lib/questions/queries.ts";
import { NotFound, Refusal } from "#lib/refusal.ts";
import type { ChooseSetInput, MakeSetInput } from "./input.ts";
import { demandSet } from "./read-set.ts";
import { mayBeArchived, neededIn } from "./what-stays.ts";

const of = (id: string) => ({ type: "reflection_template", id });

/** A set of the practice's own: with nothing in it, or as a copy of another's newest version. */
export async function makeSet(
  coach: CoachViewer,
  { name, from }: MakeSetInput,
  now: number,
): Promise<{ id: string }> {
  return asViewer(coach, async (tx) => {
    const copied = from === null ? undefined : (await demandSet(tx, from)).versions[0];
    const [made] = await tx
      .insert(reflectionTemplates)
      .values({ kind: "own", name, position: 100 })
      .returning({ id: reflectionTemplates.id });
    if (!made) throw new Error("A set of questions was not made");
    if (copied) {
      const version = { number: 1, questions: copied.questions, publishedBy: coach.id, publishedAt: now };
      await tx.insert(templateVersions).values({ templateId: made.id, ...version });
    }
    await note(tx, coach, "questions.set_made", of(made.id));
    return made;
  });
}

/** Is not asked any more, and kept with all that was. Sets without which nobody should meet stay. */
export async function archiveSet(coach: CoachViewer, templateId: string, now: number): Promise<void> {
  await asViewer(coach, async (tx) => {
    const { kind, archivedAt, versions } = await demandSet(tx, templateId);
    if (!mayBeArchived(kind, versions[0]?.questions ?? []))
      throw new Refusal(
        "This set stays: it asks what has to be known before you meet. You can use another one in its place for your own sessions.",
        { code: "stays" },
      );
    if (archivedAt !== null) return;
    await setArchived(tx, templateId, now);
    await note(tx, coach, "questions.set_archived", of(templateId));
  });
}

export async function bringBackSet(coach: CoachViewer, templateId: string): Promise<void> {
  await asViewer(coach, async (tx) => {
    const { archivedAt } = await demandSet(tx, templateId);
    if (archivedAt === null) return;
    await setArchived(tx, templateId, null);
    await note(tx, coach, "questions.set_brought_back", of(templateId));
  });
}

/** Which questions are asked before a coach's own kind of session: a set of the practice's own, or those of the kind. */
export async function chooseSet(coach: CoachViewer, { typeId, templateId }: ChooseSetInput): Promise<void> {
  await asViewer(coach, async (tx) => {
    const mine = and(eq(sessionTypes.id, typeId), eq(sessionTypes.coachId, coach.id));
    const [type] = await tx.select({ kind: sessionTypes.kind }).from(sessionTypes).where(mine);
    if (!type) throw new NotFound();
    if (templateId !== null) await demandUsable(tx, type.kind, templateId);
    await tx.update(sessionTypes).set({ templateId }).where(mine);
    const subject = { type: "session_type", id: typeId };
    await note(tx, coach, "questions.set_chosen", subject, { set: templateId ?? "of its kind" });
  });
}

type SessionKind = (typeof sessionTypes.$inferSelect)["kind"];

async function demandUsable(tx: Tx, kind: SessionKind, templateId: string): Promise<void> {
  const set = await demandSet(tx, templateId);
  if (set.kind !== "own" || set.archivedAt !== null) throw new NotFound();
  const [newest] = set.versions;
  if (!newest)
    throw new Refusal("There is no question in this set yet.", { code: "empty", field: "templateId" });
  const ofKind = kind === "first_conversation" ? undefined : await setOfKind(tx, kind);
  const has = new Set(newest.questions.map(({ key }) => key));
  const missing = neededIn(ofKind?.questions ?? []).find(({ key }) => !has.has(key));
  if (missing)
    throw new Refusal(
      `Before such a session this has to be asked: “${missing.text}” A copy of the set for it has all that is needed.`,
      { code: "needed", field: "templateId" },
    );
}

async function setArchived(tx: Tx, templateId: string, archivedAt: number | null): Promise<void> {
  const changed = await tx
    .update(reflectionTemplates)
    .set({ archivedAt })
    .where(eq(reflectionTemplates.id, templateId));
  if (changed.count === 0) throw new NotFound();
}
