import { randomUUID } from "node:crypto";
import { and, eq, inArray, isNotNull, isNull } from "drizzle-orm";
import { asViewer, type Tx } from "#db/client.ts";
import { flags, screeningMoves, screenings } from "#db/schema/index.ts";
import { note } from "#lib/audit/audit.ts";
import type { CoachViewer } from "#lib/auth/viewer.ts";
import { keyOf } from "#lib/reflections/for-coach/shown.ts";
import { NotFound, Refusal } from "#lib/refusal.ts";
import { demandConsulted } from "./demand-consulted.ts";
import type { MoveInput } from "./input.ts";
import { sealReason } from "./sealed.ts";
import { readScreening } from "./standing.ts";
import { mayMove } from "./states.ts";

/** The coach takes the talk about somebody’s health a step on, and writes why. Nothing else ever moves it. */
export async function moveScreening(
  coach: CoachViewer,
  screeningId: string,
  { to, reason, consulted }: MoveInput,
  now: number,
): Promise<void> {
  await asViewer(coach, async (tx) => {
    const round = await lockRound(tx, coach, screeningId);
    if (round.replacedAt !== null)
      throw new Refusal("There are newer answers in the place of these. Please look at those.", {
        code: "replaced",
        status: 409,
      });
    const { state: from, clientId } = round;
    if (!mayMove(from, to))
      throw new Refusal("It does not stand as this page says any more. Please look at it as it stands now.", {
        code: "not_from_here",
        status: 409,
      });
    if (to === "coach_ready_to_proceed") await demandSettled(tx, coach, clientId, now);
    const asked = to === "medical_review_noted" ? demandConsulted(consulted, now) : undefined;
    const key = await keyOf(tx, clientId);
    const id = randomUUID();
    const sealed = sealReason(key, { reason, ...(asked && { consulted: asked }) }, { id, clientId });
    await tx
      .update(screenings)
      .set({ state: to })
      .where(and(eq(screenings.id, screeningId), eq(screenings.coachId, coach.id)));
    await tx.insert(screeningMoves).values({
      ...{ id, screeningId, coachId: coach.id, fromState: from, toState: to, reason: sealed, movedAt: now },
    });
    await note(tx, coach, "screening.moved", { type: "screening", id: screeningId }, { from, to });
  });
}

async function lockRound(tx: Tx, coach: CoachViewer, screeningId: string) {
  const { id, clientId, state, replacedAt } = screenings;
  const [round] = await tx
    .select({ clientId, state, replacedAt })
    .from(screenings)
    .where(and(eq(id, screeningId), eq(screenings.coachId, coach.id), isNotNull(screenings.sharedAt)))
    .for("update");
  if (!round) throw new NotFound();
  return round;
}

/** What waits for a talk or for a doctor’s view is settled first, in this round as in those before it. */
async function demandSettled(tx: Tx, coach: CoachViewer, clientId: string, now: number): Promise<void> {
  const { state } = await readScreening(tx, { clientId, coachId: coach.id }, now);
  if (state === "expired")
    throw new Refusal("These answers are too old to build on. Please ask for them anew first.", {
      code: "expired",
      status: 409,
    });
  const [open] = await tx
    .select({ id: flags.id })
    .from(flags)
    .where(
      and(
        eq(flags.clientId, clientId),
        eq(flags.coachId, coach.id),
        isNotNull(flags.screeningId),
        inArray(flags.tier, ["talk_first", "medical_review"]),
        isNull(flags.settledAt),
      ),
    )
    .limit(1);
  if (open)
    throw new Refusal(
      "Some of these answers still wait for a talk or a doctor’s view. Please write of those first.",
      {
        code: "flags_open",
        status: 409,
      },
    );
}
