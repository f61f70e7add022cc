import { and, eq, inArray, isNull, type SQL } from "drizzle-orm";
import { asViewer, type Tx } from "#db/client.ts";
import { flags } from "#db/schema/index.ts";
import { note } from "#lib/audit/audit.ts";
import type { CoachViewer } from "#lib/auth/viewer.ts";
import { findReflectionOf } from "#lib/reflections/for-coach/reflection-of.ts";
import { keyOf, listCopies } from "#lib/reflections/for-coach/shown.ts";
import { undoWithin } from "#lib/reflections/rules.ts";
import { NotFound, Refusal } from "#lib/refusal.ts";
import { demandConsulted } from "#lib/screening/demand-consulted.ts";
import type { SealingKey } from "#lib/sealed/seal.ts";
import type { SettleFlagInput } from "./input.ts";
import { openQuestion, sealConsulted, sealSettling } from "./sealed.ts";
import { needsTalk } from "./tier-words.ts";

/**
 * The coach has talked about a marked answer, or has looked. The same answer in copies that they had opened before is
 * settled with it. A doctor’s view is settled with who was asked, and when.
 */
export async function settleFlag(
  coach: CoachViewer,
  flagId: string,
  { words, consulted }: SettleFlagInput,
  now: number,
): Promise<void> {
  await asViewer(coach, async (tx) => {
    const flag = await lockFlag(tx, coach, flagId);
    if (flag.settledAt !== null)
      throw new Refusal("You settled this in another window meanwhile. Please look at it as it stands now.", {
        code: "settled",
      });
    const { where, isRead } = await sourceOf(tx, coach, flag);
    if (!isRead)
      throw new Refusal("Please read first what was shared. It stays marked until then.", { code: "unread" });
    if (needsTalk(flag.tier) && !words)
      throw new Refusal("Please say in a sentence how it stands now. Only you can read it.", {
        code: "no_words",
        field: "words",
      });
    const asked = flag.tier === "medical_review" ? demandConsulted(consulted, now) : undefined;
    const key = await keyOf(tx, flag.clientId);
    for (const one of await lockSame(tx, coach, key, flag, where)) {
      const settledWith = words ? sealSettling(key, words, one) : null;
      const sealed = asked ? sealConsulted(key, asked, one) : null;
      await setSettled(tx, coach, one.id, { settledAt: now, settledWith, consulted: sealed });
      await note(tx, coach, "flag.settled", { type: "flag", id: one.id });
    }
  });
}

/** Undoes it: the answer is marked again, and holds what it held. */
export async function undoSettling(coach: CoachViewer, flagId: string, now: number): Promise<void> {
  await asViewer(coach, async (tx) => {
    const flag = await lockFlag(tx, coach, flagId);
    if (flag.settledAt === null) return;
    if (now - flag.settledAt > undoWithin)
      throw new Refusal("That was too long ago to undo.", { code: "too_late", status: 409 });
    const { where } = await sourceOf(tx, coach, flag);
    const key = await keyOf(tx, flag.clientId);
    for (const one of await lockSame(tx, coach, key, flag, where)) {
      await setSettled(tx, coach, one.id, { settledAt: null, settledWith: null, consulted: null });
      await note(tx, coach, "flag.settling_undone", { type: "flag", id: one.id });
    }
  });
}

type Flag = Awaited<ReturnType<typeof lockFlag>>;

/** Where the same answer may be marked too, and whether the coach has read it. */
async function sourceOf(tx: Tx, coach: CoachViewer, { shareId, screeningId }: Flag) {
  // Answers about health are read where they are settled.
  if (screeningId !== null) return { where: eq(flags.screeningId, screeningId), isRead: true };
  if (shareId === null) throw new NotFound();
  const copies = await listCopies(tx, coach, [await findReflectionOf(tx, coach, shareId)]);
  const ids = copies.map(({ id }) => id);
  return {
    where: inArray(flags.shareId, ids),
    isRead: copies.some(({ id, openedAt }) => id === shareId && openedAt !== null),
  };
}

/** The same answer there, as it stands: open, or settled at the same time. */
async function lockSame(tx: Tx, coach: CoachViewer, key: SealingKey, flag: Flag, where: SQL) {
  const { settledAt } = flag;
  const stands = settledAt === null ? isNull(flags.settledAt) : eq(flags.settledAt, settledAt);
  const all = await selectFlags(tx, coach, [where, stands]);
  const question = openQuestion(key, flag.question, flag);
  return all.filter((one) => openQuestion(key, one.question, one) === question);
}

async function lockFlag(tx: Tx, coach: CoachViewer, flagId: string) {
  const [flag] = await selectFlags(tx, coach, [eq(flags.id, flagId)]);
  if (!flag) throw new NotFound();
  return flag;
}

function selectFlags(tx: Tx, coach: CoachViewer, which: SQL[]) {
  const { id, shareId, screeningId, clientId, tier, question, settledAt } = flags;
  return tx
    .select({ id, shareId, screeningId, clientId, tier, question, settledAt })
    .from(flags)
    .where(and(eq(flags.coachId, coach.id), ...which))
    .orderBy(id)
    .for("update");
}

async function setSettled(
  tx: Tx,
  coach: CoachViewer,
  flagId: string,
  change: Pick<typeof flags.$inferInsert, "settledAt" | "settledWith" | "consulted">,
): Promise<void> {
  await tx
    .update(flags)
    .set(change)
    .where(and(eq(flags.id, flagId), eq(flags.coachId, coach.id)));
}
