import { and, asc, eq, gt, isNull, or } from "drizzle-orm";
import { asViewer, type Tx } from "#db/client.ts";
import { noteTemplates } from "#db/schema/index.ts";
import type { CoachViewer } from "#lib/auth/viewer.ts";
import { ensureClientKey } from "#lib/reflections/client-key.ts";
import { NotFound, Refusal } from "#lib/refusal.ts";
import type { SessionKind, Written } from "./fields.ts";
import type { TemplateInput } from "./input.ts";
import { keysFor } from "./keys.ts";
import { openWritten, sealWritten } from "./written.ts";

const undoWithin = 3_600_000;

export type Template = {
  id: string;
  kind: SessionKind;
  part: "note" | "summary";
  name: string;
  fields: Written[];
  changedAt: number;
  isRemoved: boolean;
};

const { id, kind, part, name, fields, changedAt, removedAt, coachId } = noteTemplates;

/** A coach's own beginnings, by name; with those that were removed just now. */
export function listTemplates(
  coach: CoachViewer,
  { now, of }: { now: number; of?: { kind: SessionKind; part: "note" | "summary" } },
): Promise<Template[]> {
  return asViewer(coach, async (tx) => {
    const rows = await tx
      .select({ id, kind, part, name, fields, changedAt, removedAt })
      .from(noteTemplates)
      .where(
        and(
          eq(coachId, coach.id),
          of
            ? and(eq(kind, of.kind), eq(part, of.part), isNull(removedAt))
            : or(isNull(removedAt), gt(removedAt, now - undoWithin)),
        ),
      )
      .orderBy(asc(kind), asc(part), asc(name), asc(id));
    const keyOf = await keysFor(tx, rows.length > 0 ? [coach.id] : []);
    return rows.map(({ removedAt: removed, ...row }) => ({
      ...row,
      isRemoved: removed !== null,
      fields: openWritten(keyOf(coach.id), row.fields, placeOf(coach, row.id)),
    }));
  });
}

export async function findTemplate(
  coach: CoachViewer,
  templateId: string,
  now: number,
): Promise<Template | undefined> {
  const all = await listTemplates(coach, { now });
  return all.find((one) => one.id === templateId && !one.isRemoved);
}

/** Keeps a template as it stands on the page: a new one, or over the one that was `seen`. */
export function saveTemplate(
  coach: CoachViewer,
  templateId: string,
  input: TemplateInput,
  now: number,
): Promise<{ changedAt: number }> {
  return asViewer(coach, async (tx) => {
    const key = await ensureClientKey(tx, coach.id);
    const sealed = sealWritten(key, input.fields, placeOf(coach, templateId));
    const stored = await lockTemplate(tx, coach, templateId);
    if (!stored) {
      if (input.seen !== null) throw new NotFound();
      const [made] = await tx
        .insert(noteTemplates)
        .values({
          ...{ id: templateId, coachId: coach.id, kind: input.kind, part: input.part, name: input.name },
          ...{ fields: sealed, createdAt: new Date(now), changedAt: now },
        })
        .onConflictDoNothing()
        .returning({ id });
      if (!made) throw new NotFound();
      return { changedAt: now };
    }
    if (stored.removedAt !== null || stored.changedAt !== input.seen)
      throw new Refusal(
        "You changed this template in another window. What you typed is still here. Please reload to see how it stands now.",
        { code: "changed" },
      );
    await change(tx, coach, templateId, { name: input.name, fields: sealed, changedAt: now });
    return { changedAt: now };
  });
}

export function removeTemplate(coach: CoachViewer, templateId: string, now: number): Promise<void> {
  return asViewer(coach, async (tx) => {
    const stored = await lockTemplate(tx, coach, templateId);
    if (!stored) throw new NotFound();
    if (stored.removedAt === null) await change(tx, coach, templateId, { removedAt: now });
  });
}

export function bringTemplateBack(coach: CoachViewer, templateId: string, now: number): Promise<void> {
  return asViewer(coach, async (tx) => {
    const stored = await lockTemplate(tx, coach, templateId);
    if (!stored) throw new NotFound();
    if (stored.removedAt === null) return;
    if (now - stored.removedAt > undoWithin)
      throw new Refusal("That was too long ago to undo.", { code: "too_late" });
    await change(tx, coach, templateId, { removedAt: null });
  });
}

async function lockTemplate(tx: Tx, coach: CoachViewer, templateId: string) {
  const [row] = await tx
    .select({ changedAt, removedAt })
    .from(noteTemplates)
    .where(and(eq(id, templateId), eq(coachId, coach.id)))
    .for("update");
  return row;
}

type Change = Partial<Pick<typeof noteTemplates.$inferInsert, "name" | "fields" | "changedAt" | "removedAt">>;

async function change(tx: Tx, coach: CoachViewer, templateId: string, changed: Change): Promise<void> {
  await tx
    .update(noteTemplates)
    .set(changed)
    .where(and(eq(id, templateId), eq(coachId, coach.id)));
}

const placeOf = (coach: CoachViewer, templateId: string) =>
  ({ table: "note_templates", id: templateId, ownerId: coach.id }) as const;
