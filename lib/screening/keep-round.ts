import { randomUUID } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { asViewer, type Tx } from "#db/client.ts";
import { screenings } from "#db/schema/index.ts";
import type { ClientViewer } from "#lib/auth/viewer.ts";
import { type AskedSet, setOfKind } from "#lib/questions/queries.ts";
import type { Answers } from "#lib/questions/question.ts";
import { openAnswers, sealAnswers } from "#lib/reflections/answers.ts";
import {
  answersUnder,
  type Changes,
  demandAnswers,
  isSame,
  withChanges,
} from "#lib/reflections/asked/answers.ts";
import { ensureClientKey } from "#lib/reflections/client-key.ts";
import { anotherPerson, writtenElsewhere } from "#lib/reflections/not-kept.ts";
import { savedWords } from "#lib/reflections/words.ts";
import { NotFound } from "#lib/refusal.ts";
import type { SealingKey } from "#lib/sealed/seal.ts";
import type { RoundInput } from "./input.ts";
import { findOwnCoach, selectRound } from "./rounds.ts";

/** What stands in the database after somebody answered. Without an id: nothing new was written. */
export type KeptRound = {
  id: string | undefined;
  answers: Answers;
  revision: number;
  writtenAt: number;
  set: AskedSet;
  coach: { id: string; name: string; zone: string };
  key: SealingKey;
  /** The round that counts until this one is shared. */
  standing: { id: string; sharedAt: number; answers: Answers } | undefined;
};

/** Keeps what a client answered, for them alone until they share it. Gives what the page says of it. */
export async function saveRound(client: ClientViewer, writing: RoundInput, now: number) {
  return asViewer(client, async (tx) => saidOf(await keepRound(tx, client, writing, now), now));
}

/** What a page says of what is kept. */
export function saidOf({ revision, writtenAt, coach }: KeptRound, now: number) {
  return { revision, saved: revision > 0 ? savedWords(writtenAt, coach.zone, now) : "" };
}

/**
 * The same in the client’s transaction. Refuses with what is stored when another device wrote since `revision`, unless
 * it says the same.
 */
export async function keepRound(
  tx: Tx,
  client: ClientViewer,
  writing: RoundInput,
  now: number,
): Promise<KeptRound> {
  if (writing.author !== client.id) throw anotherPerson();
  const coach = await findOwnCoach(tx, client, writing.coachId);
  const set = await setOfKind(tx, "screening");
  if (!set) throw new NotFound();
  // The one that counts is locked first, so that two devices begin no two rounds after it.
  const [counts] = await selectRound(tx, client, coach.id, "standing").for("update");
  const [row] = await selectRound(tx, client, coach.id, "draft").for("update");
  const changes = demandAnswers(set, writing.templateVersionId, writing.answers);
  const key = await ensureClientKey(tx, client.id);
  const open = (one: { id: string; answers: Buffer }) =>
    openAnswers<Answers>(key, one.answers, { table: "screenings", id: one.id, clientId: client.id });
  const standing = counts && { id: counts.id, sharedAt: counts.sharedAt ?? 0, answers: open(counts) };
  const rest = { set, coach, key, standing };
  if (!row) return begin(tx, client, writing, { changes, now, ...rest });

  const stored = { ...row, answers: open(row) };
  const answers = withChanges(stored.answers, changes);
  // Nothing new; or an answer that was lost on its way, and is asked for again.
  if (isSame(stored.answers, answers)) return { ...stored, ...rest };
  if (stored.revision !== writing.revision)
    throw writtenElsewhere({ ...stored, answers: answersUnder(set.questions, stored.answers) });
  const saved = { revision: stored.revision + 1, templateVersionId: set.versionId, writtenAt: now };
  const sealed = sealAnswers(key, answers, { table: "screenings", id: stored.id, clientId: client.id });
  await tx
    .update(screenings)
    .set({ answers: sealed, ...saved })
    .where(and(eq(screenings.id, stored.id), eq(screenings.clientId, client.id)));
  return { id: stored.id, answers, ...saved, ...rest };
}

type Beginning = Pick<KeptRound, "set" | "coach" | "key" | "standing"> & { changes: Changes; now: number };

async function begin(
  tx: Tx,
  client: ClientViewer,
  writing: RoundInput,
  { changes, now, ...rest }: Beginning,
): Promise<KeptRound> {
  const begun = answersUnder(rest.set.questions, rest.standing?.answers ?? {});
  const answers = withChanges(begun, changes);
  // What counts already need not be written once more.
  if (isSame(answers, begun)) return { id: undefined, revision: 0, answers, writtenAt: now, ...rest };
  const id = await putRound(tx, client, { answers, ...rest }, now);
  if (id) return { id, revision: 1, answers, writtenAt: now, ...rest };
  // Another of their devices began at the same moment, and is there now.
  return keepRound(tx, client, { ...writing, revision: 0 }, now);
}

type NewRound = Pick<KeptRound, "answers" | "set" | "coach" | "key" | "standing">;

/** Writes a round that nobody sees yet, and gives its id. Undefined: there is one already. */
export async function putRound(
  tx: Tx,
  client: ClientViewer,
  { answers, set, coach, key, standing }: NewRound,
  now: number,
): Promise<string | undefined> {
  const id = randomUUID();
  const [made] = await tx
    .insert(screenings)
    .values({
      ...{ id, clientId: client.id, coachId: coach.id, templateVersionId: set.versionId },
      answers: sealAnswers(key, answers, { table: "screenings", id, clientId: client.id }),
      ...{ state: "not_started", revision: 1, writtenAt: now, replacedAt: standing ? now : null },
    })
    .onConflictDoNothing()
    .returning({ id: screenings.id });
  return made?.id;
}
