import { and, desc, eq, isNull, sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { consents, consentTexts, journeyMembers } from "#db/schema/index.ts";
import { together } from "#db/together.ts";
import type { Two } from "#lib/journeys/between.ts";
import { findTopic, topics } from "./topics.ts";

export type AgreementState = "signed" | "changed" | "withdrawn" | "missing";

/** How one topic stands between two people. */
export type TopicStanding = {
  topic: string;
  /** What is asked now. */
  newest: { id: string; version: number; title: string; publishedAt: number };
  state: AgreementState;
  /** The latest signature, standing or withdrawn. */
  latest: {
    id: string;
    textId: string;
    version: number;
    signedAt: number;
    withdrawnAt: number | null;
  } | null;
};

/** Every topic that these two talk about, in its order. For the transaction of either of them. */
export async function readAgreements(tx: Tx, { clientId, coachId }: Two): Promise<TopicStanding[]> {
  const { id, topic, textId, signedAt, withdrawnAt } = consents;
  const [newest, signed, [couple]] = await together(
    tx
      .selectDistinctOn([consentTexts.topic], {
        topic: consentTexts.topic,
        id: consentTexts.id,
        version: consentTexts.version,
        title: consentTexts.title,
        publishedAt: consentTexts.publishedAt,
      })
      .from(consentTexts)
      .orderBy(consentTexts.topic, desc(consentTexts.version))
      .execute(),
    tx
      .selectDistinctOn([topic], { topic, id, textId, version: consentTexts.version, signedAt, withdrawnAt })
      .from(consents)
      .innerJoin(consentTexts, eq(consentTexts.id, textId))
      .where(and(eq(consents.clientId, clientId), eq(consents.coachId, coachId)))
      .orderBy(topic, desc(signedAt), sql`${withdrawnAt} desc nulls first`)
      .execute(),
    tx
      .select({ id: journeyMembers.journeyId })
      .from(journeyMembers)
      .where(
        and(
          eq(journeyMembers.clientId, clientId),
          eq(journeyMembers.coachId, coachId),
          eq(journeyMembers.kind, "couple"),
          isNull(journeyMembers.leftAt),
        ),
      )
      .limit(1)
      .execute(),
  );
  return topics
    .filter(({ forCouples }) => !forCouples || couple)
    .flatMap(({ key }) => {
      const text = newest.find((one) => one.topic === key);
      if (!text) return [];
      const latest = signed.find((one) => one.topic === key) ?? null;
      return [{ topic: key, newest: text, state: stateOf(text.id, latest), latest }];
    });
}

/** A withdrawn one stays so, also where the text has changed since. */
export function stateOf(
  newestId: string,
  latest: { textId: string; withdrawnAt: number | null } | null,
): AgreementState {
  if (!latest) return "missing";
  if (latest.withdrawnAt !== null) return "withdrawn";
  return latest.textId === newestId ? "signed" : "changed";
}

/** Whether there is nothing left to agree to. A practice without texts has not been asked, which is not a yes. */
export function isAllAgreed(all: readonly { topic: string; state: AgreementState }[]): boolean {
  const asked = topics.filter(({ forCouples }) => !forCouples);
  return (
    asked.every(({ key }) => all.some(({ topic }) => topic === key)) &&
    all.every(({ topic, state }) => state === "signed" || findTopic(topic) === undefined)
  );
}
