import { and, eq } from "drizzle-orm";
import { asViewer, type Tx } from "#db/client.ts";
import { screenings } from "#db/schema/index.ts";
import { note } from "#lib/audit/audit.ts";
import type { ClientViewer } from "#lib/auth/viewer.ts";
import { raiseScreeningFlags } from "#lib/flags/raise.ts";
import { concernsIn } from "#lib/questions/concerns.ts";
import { missingOf } from "#lib/questions/missing.ts";
import { inNameOf } from "#lib/questions/question.ts";
import { answersUnder, isSame } from "#lib/reflections/asked/answers.ts";
import { undoWithin } from "#lib/reflections/rules.ts";
import { Refusal } from "#lib/refusal.ts";
import type { RoundInput } from "./input.ts";
import { type KeptRound, keepRound, putRound, saidOf } from "./keep-round.ts";

/**
 * Shows the coach the answers as they stand now, in the place of those that they had. Answers that matter are marked
 * for a talk; nothing is decided by any of them.
 */
export async function shareRound(client: ClientViewer, writing: RoundInput, now: number) {
  return asViewer(client, async (tx) => {
    const kept = await keepRound(tx, client, writing, now);
    const { standing, set, coach, key } = kept;
    const answers = answersUnder(set.questions, kept.answers);
    demandComplete(kept, answers);
    // Asked for a second time, because the first answer was lost on its way.
    if (!kept.id && standing && now - standing.sharedAt < undoWithin && isSame(standing.answers, answers))
      return { screeningId: standing.id, ...saidOf(kept, now) };
    const id = kept.id ?? (await putRound(tx, client, { ...kept, answers }, now));
    if (!id) throw new Error("A round of health questions was neither made nor found");
    if (standing) await replace(tx, client, standing.id, now);
    await tx
      .update(screenings)
      .set({ state: "shared", sharedAt: now, replacedAt: null, templateVersionId: set.versionId })
      .where(and(eq(screenings.id, id), eq(screenings.clientId, client.id)));
    const round = { id, clientId: client.id, coachId: coach.id, sharedAt: now, key };
    await raiseScreeningFlags(tx, round, concernsIn(set.questions, answers));
    await note(tx, client, "screening.shared", { type: "screening", id });
    return { screeningId: id, ...saidOf(kept, now) };
  });
}

async function replace(tx: Tx, client: ClientViewer, id: string, now: number): Promise<void> {
  await tx
    .update(screenings)
    .set({ replacedAt: now })
    .where(and(eq(screenings.id, id), eq(screenings.clientId, client.id)));
}

function demandComplete({ coach, set }: KeptRound, answers: KeptRound["answers"]): void {
  const missing = missingOf(
    set.questions.map((question) => inNameOf(coach.name, question)),
    answers,
  );
  if (missing.length > 0)
    throw new Refusal("Something is still needed before you can share this.", {
      code: "missing",
      status: 422,
      offer: { missing },
    });
}
