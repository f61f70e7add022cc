import { and, desc, eq, gt, isNull, min, type SQL } from "drizzle-orm";
import { asViewer, type Tx } from "#db/client.ts";
import { reflectionTemplates, sessionTypes, templateVersions } from "#db/schema/index.ts";
import type { Viewer } from "#lib/auth/viewer.ts";
import type { Question } from "./question.ts";

export type TemplateKind = (typeof reflectionTemplates.$inferSelect)["kind"];

/** A set of questions as it is asked, or was: answers keep the version they were written on. */
export type AskedSet = {
  templateId: string;
  kind: TemplateKind;
  day: number | null;
  versionId: string;
  number: number;
  questions: Question[];
};

/** What is asked before sessions of this kind of session: its own set, else the one of its kind. Undefined: nothing. */
export async function setBefore(tx: Tx, typeId: string): Promise<AskedSet | undefined> {
  const [type] = await tx
    .select({ kind: sessionTypes.kind, templateId: sessionTypes.templateId })
    .from(sessionTypes)
    .where(eq(sessionTypes.id, typeId));
  if (!type) return undefined;
  const own = type.templateId && (await newestOf(tx, eq(reflectionTemplates.id, type.templateId)));
  if (own) return own;
  // There is nothing to prepare for a first conversation.
  return type.kind === "first_conversation" ? undefined : setOfKind(tx, type.kind);
}

/** What is asked again on the day of guidance. */
export function setOnGuidanceDay(tx: Tx): Promise<AskedSet | undefined> {
  return setOfKind(tx, "guidance_day");
}

/** What is asked so many days after guidance. */
export function checkInOn(tx: Tx, day: number): Promise<AskedSet | undefined> {
  const { kind, day: onDay } = reflectionTemplates;
  return newestOf(tx, and(eq(kind, "check_in"), eq(onDay, day)));
}

/** The questions that answers were written on. */
export async function findAskedVersion(viewer: Viewer, versionId: string): Promise<AskedSet | undefined> {
  return asViewer(viewer, (tx) => readAskedVersion(tx, versionId));
}

/** The same within what is under way. */
export async function readAskedVersion(tx: Tx, versionId: string): Promise<AskedSet | undefined> {
  const [found] = await selectSets(tx).where(eq(templateVersions.id, versionId));
  return found;
}

/** The day of the check-in after that of this day, if there is one. */
export async function dayOfNextCheckIn(tx: Tx, day: number): Promise<number | undefined> {
  const { kind, day: onDay, archivedAt } = reflectionTemplates;
  const [next] = await tx
    .select({ day: min(onDay) })
    .from(reflectionTemplates)
    .where(and(eq(kind, "check_in"), gt(onDay, day), isNull(archivedAt)));
  return next?.day ?? undefined;
}

/** The set that is there for a kind of session. */
export function setOfKind(
  tx: Tx,
  kind: Exclude<TemplateKind, "check_in" | "own">,
): Promise<AskedSet | undefined> {
  return newestOf(tx, eq(reflectionTemplates.kind, kind));
}

async function newestOf(tx: Tx, which: SQL | undefined): Promise<AskedSet | undefined> {
  const [newest] = await selectSets(tx)
    .where(and(which, isNull(reflectionTemplates.archivedAt)))
    .orderBy(desc(templateVersions.number))
    .limit(1);
  return newest;
}

function selectSets(tx: Tx) {
  return tx
    .select({
      templateId: reflectionTemplates.id,
      kind: reflectionTemplates.kind,
      day: reflectionTemplates.day,
      versionId: templateVersions.id,
      number: templateVersions.number,
      questions: templateVersions.questions,
    })
    .from(templateVersions)
    .innerJoin(reflectionTemplates, eq(reflectionTemplates.id, templateVersions.templateId));
}
