import { and, asc, desc, eq, inArray } from "drizzle-orm";
import { asViewer, stepAsSystem, type Tx } from "#db/client.ts";
import { consents, consentTexts, users } from "#db/schema/index.ts";
import { note } from "#lib/audit/audit.ts";
import type { ClientViewer, Viewer } from "#lib/auth/viewer.ts";
import { findBetween, type Two } from "#lib/journeys/between.ts";
import { findClientKeys } from "#lib/reflections/client-key.ts";
import { NotFound } from "#lib/refusal.ts";
import { CannotUnseal, type SealingKey } from "#lib/sealed/seal.ts";
import { openSignature, type Signature } from "./signature.ts";
import { type AgreementState, readAgreements, type TopicStanding } from "./standing.ts";
import { choiceWords, findTopic } from "./topics.ts";
import { sayCoach, textHtml } from "./words-of-text.ts";

export type Agreement = {
  topic: string;
  title: string;
  state: AgreementState;
  /** Of what is asked now. */
  newestVersion: number;
  newestAt: number;
  /** Of the latest signature, standing or withdrawn; null: there is none. */
  version: number | null;
  signedAt: number | null;
  withdrawnAt: number | null;
  /** What was chosen, where a topic has a choice and it stands. */
  choice: string | null;
  choiceText: string | null;
  also: string;
};

/** How every topic stands between a client and a coach, for either of them. Their names with it. */
export function listAgreements(viewer: Viewer, two: Two) {
  return asViewer(viewer, async (tx) => {
    const between = await findBetween(tx, viewer, two);
    if (!between) throw new NotFound();
    const all = await readAgreements(tx, two);
    const keys = all.some(isStanding)
      ? await stepAsSystem(tx, "signatures are read", () => findClientKeys(tx, [two.clientId]))
      : undefined;
    return { ...between, agreements: agreementsIn(all, { ...between, key: keys?.get(two.clientId) }) };
  });
}

const isStanding = ({ latest }: TopicStanding) => latest?.withdrawnAt === null;

/** The same of what was read, with whose key what stands is sealed. */
export function agreementsIn(
  all: readonly TopicStanding[],
  { clientId, coachName, key }: { clientId: string; coachName: string; key: SealingKey | undefined },
): Agreement[] {
  return all.map((one): Agreement => {
    const { topic, newest, state, latest } = one;
    const signature = latest && key && isStanding(one) ? openOne(key, latest, clientId) : undefined;
    const choice = (findTopic(topic)?.choice && signature?.choice) || null;
    return {
      ...{ topic, title: sayCoach(newest.title, coachName), state, choice },
      ...{ newestVersion: newest.version, newestAt: newest.publishedAt },
      version: latest?.version ?? null,
      signedAt: latest?.signedAt ?? null,
      withdrawnAt: latest?.withdrawnAt ?? null,
      choiceText: choiceWords(topic, choice) ?? null,
      also: signature?.also ?? "",
    };
  });
}

/** One topic with its words, and what was signed of it before, newest first. Undefined: it is not asked. */
export function findAgreement(client: ClientViewer, coachId: string, topicKey: string) {
  return asViewer(client, async (tx) => {
    const two = { clientId: client.id, coachId };
    const between = await findBetween(tx, client, two);
    if (!between) return undefined;
    const all = await readAgreements(tx, two);
    const at = all.findIndex(({ topic }) => topic === topicKey);
    const found = all[at];
    if (!found) return undefined;
    const [text] = await tx
      .select({ body: consentTexts.body })
      .from(consentTexts)
      .where(eq(consentTexts.id, found.newest.id));
    const signed = await listSigned(tx, two, topicKey);
    const open = [...all.slice(at + 1), ...all.slice(0, at)].find(({ state }) => state !== "signed");
    return {
      ...between,
      topic: topicKey,
      textId: found.newest.id,
      title: sayCoach(found.newest.title, between.coachName),
      html: textHtml(text?.body ?? "", between.coachName),
      version: found.newest.version,
      publishedAt: found.newest.publishedAt,
      state: found.state,
      number: at + 1,
      of: all.length,
      /** The next one that is not agreed to, from here on. */
      next: open ? { topic: open.topic, title: sayCoach(open.newest.title, between.coachName) } : null,
      signed,
    };
  });
}
export type FoundAgreement = NonNullable<Awaited<ReturnType<typeof findAgreement>>>;

/** Everything that a client ever signed with this coach, with its words, for a copy of their own. */
export function readCopy(viewer: Viewer, two: Two) {
  return asViewer(viewer, async (tx) => {
    const between = await findBetween(tx, viewer, two);
    if (!between) throw new NotFound();
    const signed = await listSigned(tx, two);
    const readerId = viewer.id;
    const [reader] = await tx.select({ zone: users.zone }).from(users).where(eq(users.id, readerId));
    await note(tx, viewer, "agreements.copied", { type: "client", id: two.clientId });
    return { ...between, zone: reader?.zone ?? "UTC", signed };
  });
}

export type Signed = {
  id: string;
  topic: string;
  title: string;
  body: string;
  version: number;
  signedAt: number;
  withdrawnAt: number | null;
  /** Undefined where it cannot be read any more. */
  signature: Signature | undefined;
};

async function listSigned(tx: Tx, { clientId, coachId }: Two, topic?: string): Promise<Signed[]> {
  const { id, signedAt, withdrawnAt, textId } = consents;
  const { title, body, version } = consentTexts;
  const rows = await tx
    .select({ id, topic: consents.topic, title, body, version, signedAt, withdrawnAt })
    .from(consents)
    .innerJoin(consentTexts, eq(consentTexts.id, textId))
    .where(
      and(
        eq(consents.clientId, clientId),
        eq(consents.coachId, coachId),
        topic ? eq(consents.topic, topic) : undefined,
      ),
    )
    .orderBy(desc(signedAt), asc(id));
  const signatures = await openSignatures(
    tx,
    clientId,
    rows.map((row) => row.id),
  );
  return rows.map((row) => ({ ...row, signature: signatures.get(row.id) }));
}

async function openSignatures(tx: Tx, clientId: string, ids: string[]): Promise<Map<string, Signature>> {
  if (ids.length === 0) return new Map();
  const rows = await tx
    .select({ id: consents.id, signature: consents.signature })
    .from(consents)
    .where(and(eq(consents.clientId, clientId), inArray(consents.id, ids)));
  const keys = await stepAsSystem(tx, "signatures are read", () => findClientKeys(tx, [clientId]));
  const key = keys.get(clientId);
  return new Map(
    rows.flatMap((row) => {
      const signature = key && openOne(key, row, clientId);
      return signature ? [[row.id, signature] as const] : [];
    }),
  );
}

function openOne(key: SealingKey, { id, signature }: { id: string; signature: Buffer }, clientId: string) {
  try {
    return openSignature(key, signature, { id, clientId });
  } catch (error) {
    // One that is damaged does not hide the others.
    if (error instanceof CannotUnseal) return undefined;
    throw error;
  }
}
