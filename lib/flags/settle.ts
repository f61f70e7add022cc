import { and, eq, inArray, isNull, type SQL } from "drizzle-orm";
import { asViewer, type Tx } from "#db/client.ts";
import { flags } from "#db/schema/index.ts";
import { note } from "#lib/audit/audit.ts";
import type { CoachViewer } from "#lib/auth/viewer.ts";
import { findReflectionOf } from "#lib/reflections/for-coach/reflection-of.ts";
import { keyOf, listCopies } from "#lib/reflections/for-coach/shown.ts";
import { undoWithin } from "#lib/reflections/rules.ts";
import { NotFound, Refusal } from "#lib/refusal.ts";
import type { SealingKey } from "#lib/sealed/seal.ts";
import type { SettleFlagInput } from "./input.ts";
import { openQuestion, sealSettling } from "./sealed.ts";
import { needsTalk } from "./tier-words.ts";

/**
 * The coach has talked about a marked answer, or has looked. The same answer in copies that they had opened before is
 * settled with it.
 */
export async function settleFlag(
  coach: CoachViewer,
  flagId: string,
  { words }: SettleFlagInput,
  now: number,
): Promise<void> {
  await asViewer(coach, async (tx) => {
    const flag = await lockFlag(tx, coach, flagId);
    if (flag.settledAt !== null)
      throw new Refusal("You settled this in another window meanwhile. Please look at it as it stands now.", {
        code: "settled",
      });
    const copies = await listCopies(tx, coach, [await findReflectionOf(tx, coach, shareOf(flag))]);
    if (!copies.some(({ id, openedAt }) => id === flag.shareId && openedAt !== null))
      throw new Refusal("Please read first what was shared. It stays marked until then.", { code: "unread" });
    if (needsTalk(flag.tier) && !words)
      throw new Refusal("Please say in a sentence how it stands now. Only you can read it.", {
        code: "no_words",
        field: "words",
      });
    const key = await keyOf(tx, flag.clientId);
    for (const one of await lockSame(tx, coach, key, flag, copies)) {
      const settledWith = words ? sealSettling(key, words, one) : null;
      await setSettled(tx, coach, one.id, { settledAt: now, settledWith });
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
    const copies = await listCopies(tx, coach, [await findReflectionOf(tx, coach, shareOf(flag))]);
    const key = await keyOf(tx, flag.clientId);
    for (const one of await lockSame(tx, coach, key, flag, copies)) {
      await setSettled(tx, coach, one.id, { settledAt: null, settledWith: null });
      await note(tx, coach, "flag.settling_undone", { type: "flag", id: one.id });
    }
  });
}

function shareOf({ shareId }: Flag): string {
  if (shareId === null) throw new NotFound();
  return shareId;
}

type Flag = Awaited<ReturnType<typeof lockFlag>>;

/** The same answer in these copies of what was shared, as it stands: open, or settled at the same time. */
async function lockSame(tx: Tx, coach: CoachViewer, key: SealingKey, flag: Flag, copies: { id: string }[]) {
  const { settledAt } = flag;
  const all = await selectFlags(tx, coach, [
    inArray(
      flags.shareId,
      copies.map(({ id }) => id),
    ),
    settledAt === null ? isNull(flags.settledAt) : eq(flags.settledAt, settledAt),
  ]);
  const question = openQuestion(key, flag.question, flag);
  return all.filter((one) => openQuestion(key, one.question, one) === question);
}

async function lockFlag(tx: Tx, coach: CoachViewer, flagId: string) {
  const [flag] = await selectFlags(tx, coach, [eq(flags.id, flagId)]);
  if (!flag) throw new NotFound();
  return flag;
}

function selectFlags(tx: Tx, coach: CoachViewer, which: SQL[]) {
  const { id, shareId, clientId, tier, question, settledAt } = flags;
  return tx
    .select({ id, shareId, clientId, tier, question, settledAt })
    .from(flags)
    .where(and(eq(flags.coachId, coach.id), ...which))
    .orderBy(id)
    .for("update");
}

async function setSettled(
  tx: Tx,
  coach: CoachViewer,
  flagId: string,
  change: Pick<typeof flags.$inferInsert, "settledAt" | "settledWith">,
): Promise<void> {
  await tx
    .update(flags)
    .set(change)
    .where(and(eq(flags.id, flagId), eq(flags.coachId, coach.id)));
}
