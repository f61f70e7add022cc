import { and, countDistinct, desc, eq, isNull } from "drizzle-orm";
import { asViewer, stepAsSystem } from "#db/client.ts";
import { consents, consentTexts, users } from "#db/schema/index.ts";
import type { CoachViewer } from "#lib/auth/viewer.ts";
import { findTopic, topics } from "../topics.ts";

/** The newest version of every topic, in its order, for any coach of the practice. */
export function listTexts(coach: CoachViewer) {
  return asViewer(coach, async (tx) => {
    const { topic, version, title, publishedAt, confirmedAt } = consentTexts;
    const rows = await tx
      .selectDistinctOn([topic], { topic, version, title, publishedAt, confirmedAt })
      .from(consentTexts)
      .orderBy(topic, desc(version));
    return topics.flatMap(({ key }) => rows.find((row) => row.topic === key) ?? []);
  });
}

/** All versions of one topic, newest first, and how many people stand by one of them. Undefined: there is no such topic. */
export function findText(coach: CoachViewer, topicKey: string) {
  const topic = findTopic(topicKey);
  if (!topic) return Promise.resolve(undefined);
  return asViewer(coach, async (tx) => {
    const versions = await tx
      .select({
        version: consentTexts.version,
        title: consentTexts.title,
        body: consentTexts.body,
        publishedAt: consentTexts.publishedAt,
        publishedBy: users.displayName,
        confirmedAt: consentTexts.confirmedAt,
      })
      .from(consentTexts)
      .leftJoin(users, eq(users.id, consentTexts.publishedBy))
      .where(eq(consentTexts.topic, topicKey))
      .orderBy(desc(consentTexts.version));
    const [newest] = versions;
    if (!newest) return undefined;
    // How many there are tells a coach nothing about anybody.
    const [signed] = await stepAsSystem(tx, "how many people would be asked again", () =>
      tx
        .select({ people: countDistinct(consents.clientId) })
        .from(consents)
        .where(and(eq(consents.topic, topicKey), isNull(consents.withdrawnAt))),
    );
    return { topic, newest, versions, people: signed?.people ?? 0 };
  });
}
