import { randomUUID } from "node:crypto";
import { and, desc, eq, isNull, sql } from "drizzle-orm";
import { asViewer, type Tx } from "#db/client.ts";
import { consents } from "#db/schema/index.ts";
import { note } from "#lib/audit/audit.ts";
import type { ClientViewer } from "#lib/auth/viewer.ts";
import { demandBetween } from "#lib/journeys/between.ts";
import { ensureClientKey } from "#lib/reflections/client-key.ts";
import { undoWithin } from "#lib/reflections/rules.ts";
import { NotFound, Refusal } from "#lib/refusal.ts";
import type { SignInput } from "./input.ts";
import { openSignature, type Signature, sealSignature } from "./signature.ts";
import { readAgreements } from "./standing.ts";
import { findTopic, type Topic } from "./topics.ts";

/**
 * A client agrees to one topic, in its newest version, with one coach. To sign again with another choice replaces the
 * signature; both stay to be read.
 */
export async function signAgreement(
  client: ClientViewer,
  topicKey: string,
  { coach: coachId, text, name, choice, also = "" }: SignInput,
  now: number,
): Promise<void> {
  const topic = findTopic(topicKey);
  if (!topic) throw new NotFound();
  const signature: Signature = {
    name,
    choice: chosenOf(topic, choice),
    also: topic.choice?.also ? also : "",
  };
  await asViewer(client, async (tx) => {
    const two = { clientId: client.id, coachId };
    await demandBetween(tx, client, two);
    const standing = (await readAgreements(tx, two)).find((one) => one.topic === topicKey);
    if (!standing) throw new NotFound();
    const textId = standing.newest.id;
    if (text !== textId) throw textChanged();
    const key = await ensureClientKey(tx, client.id);
    const before = await lockStanding(tx, { ...two, textId });
    if (before) {
      const place = { id: before.id, clientId: client.id };
      if (isSame(openSignature(key, before.signature, place), signature)) return;
      await tx.update(consents).set({ withdrawnAt: now }).where(eq(consents.id, before.id));
    }
    const id = randomUUID();
    const sealed = sealSignature(key, signature, { id, clientId: client.id });
    const [made] = await tx
      .insert(consents)
      .values({ ...{ id, ...two, textId }, topic: topicKey, signature: sealed, signedAt: now })
      .onConflictDoNothing()
      .returning({ id: consents.id });
    if (!made)
      throw new Refusal("You agreed to this just now, on another device. Please open the page once more.", {
        code: "signed_elsewhere",
      });
    await note(tx, client, "agreement.signed", { type: "agreement", id }, { topic: topicKey });
  });
}

/** A client takes back what they agreed to in one topic. Nothing is lost of it. */
export async function withdrawAgreement(
  client: ClientViewer,
  topicKey: string,
  coachId: string,
  now: number,
): Promise<void> {
  await asViewer(client, async (tx) => {
    const latest = await lockLatest(tx, client, topicKey, coachId);
    if (latest.withdrawnAt !== null) return;
    await tx.update(consents).set({ withdrawnAt: now }).where(eq(consents.id, latest.id));
    await note(tx, client, "agreement.withdrawn", { type: "agreement", id: latest.id }, { topic: topicKey });
  });
}

/** Lets it stand again, within a while. */
export async function undoWithdrawing(
  client: ClientViewer,
  topicKey: string,
  coachId: string,
  now: number,
): Promise<void> {
  await asViewer(client, async (tx) => {
    const latest = await lockLatest(tx, client, topicKey, coachId);
    if (latest.withdrawnAt === null) return;
    if (now - latest.withdrawnAt > undoWithin)
      throw new Refusal("That was a while ago. You can agree to it anew, on this page.", {
        code: "too_late",
      });
    await tx.update(consents).set({ withdrawnAt: null }).where(eq(consents.id, latest.id));
    await note(
      tx,
      client,
      "agreement.stands_again",
      { type: "agreement", id: latest.id },
      { topic: topicKey },
    );
  });
}

function chosenOf(topic: Topic, choice: string | undefined): string | null {
  if (!topic.choice) return null;
  if (choice && topic.choice.options.some(({ key }) => key === choice)) return choice;
  throw new Refusal("Please choose one of these first. Each of them is fine.", {
    code: "no_choice",
    field: "choice",
  });
}

function textChanged(): Refusal {
  return new Refusal(
    "This text has changed since you opened the page. Please read the new one, then decide.",
    { code: "text_changed" },
  );
}

const isSame = (one: Signature, other: Signature) =>
  one.name === other.name && one.choice === other.choice && one.also === other.also;

type Place = { clientId: string; coachId: string; textId: string };

async function lockStanding(tx: Tx, { clientId, coachId, textId }: Place) {
  const [row] = await tx
    .select({ id: consents.id, signature: consents.signature })
    .from(consents)
    .where(
      and(
        eq(consents.clientId, clientId),
        eq(consents.coachId, coachId),
        eq(consents.textId, textId),
        isNull(consents.withdrawnAt),
      ),
    )
    .for("update");
  return row;
}

async function lockLatest(tx: Tx, client: ClientViewer, topic: string, coachId: string) {
  const [row] = await tx
    .select({ id: consents.id, withdrawnAt: consents.withdrawnAt })
    .from(consents)
    .where(and(eq(consents.clientId, client.id), eq(consents.coachId, coachId), eq(consents.topic, topic)))
    .orderBy(desc(consents.signedAt), sql`${consents.withdrawnAt} desc nulls first`)
    .limit(1)
    .for("update");
  if (!row) throw new NotFound();
  return row;
}
