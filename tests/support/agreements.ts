import { randomUUID } from "node:crypto";
import { and, desc, eq } from "drizzle-orm";
import { asSystem, asViewer } from "#db/client.ts";
import { consentTexts, safetyPlans } from "#db/schema/index.ts";
import { signAgreement } from "#lib/consent/sign.ts";
import { readAgreements } from "#lib/consent/standing.ts";
import { findTopic } from "#lib/consent/topics.ts";
import { savePlan } from "#lib/safety-plan/keep.ts";
import type { Client, Coach } from "#tests/support/people.ts";

/** Somebody to call, and a way home. */
export const aPlan = {
  ...{ person: "Noa", number: "+351 910 000 000", wayHome: "collected" as const },
  ...{ place: "At home", company: "Noa stays", anything: "" },
};

/** The id of what is asked of a topic now. Blank where there is no such text. */
export async function newestText(topic: string): Promise<string> {
  const [row] = await asSystem("a test looks", (tx) =>
    tx
      .select({ id: consentTexts.id })
      .from(consentTexts)
      .where(eq(consentTexts.topic, topic))
      .orderBy(desc(consentTexts.version))
      .limit(1),
  );
  return row?.id ?? "";
}

type Signing = { name?: string; choice?: string; also?: string };

/** A client agrees to one topic as it stands now, with the least where there is a choice. */
export async function agree(
  client: Client,
  coach: { id: string },
  topic: string,
  signing: Signing = {},
  now = Date.now(),
) {
  const choice = findTopic(topic)?.choice?.options[0]?.key;
  const text = await newestText(topic);
  const input = { coach: coach.id, topic, text, name: client.name, ...(choice && { choice }), ...signing };
  await signAgreement(client, input, now);
}

/** A client agrees to everything that is left. */
export async function agreeToAll(
  client: Client,
  coach: { id: string },
  now = Date.now(),
  except: string[] = [],
) {
  const two = { clientId: client.id, coachId: coach.id };
  const all = await asViewer(client, (tx) => readAgreements(tx, two));
  for (const { topic, state } of all)
    if (state !== "signed" && !except.includes(topic)) await agree(client, coach, topic, {}, now);
}

/** The plan that this client has with this coach, whatever it was before. */
export async function aDayPlan(client: Client, coach: Pick<Coach, "id">, plan: Partial<typeof aPlan> = {}) {
  const known = await asSystem("a test looks", (tx) =>
    tx
      .select({ revision: safetyPlans.revision })
      .from(safetyPlans)
      .where(and(eq(safetyPlans.clientId, client.id), eq(safetyPlans.coachId, coach.id))),
  );
  const revision = known[0]?.revision ?? 0;
  return savePlan(client, { ...aPlan, ...plan, coach: coach.id, revision }, Date.now());
}

/** A text of a topic that no client is asked for; gives its name. */
export async function aTopic(): Promise<string> {
  const topic = `topic-${randomUUID().slice(0, 8)}`;
  const text = { title: "A topic", body: "**In short: one.**", version: 1, publishedAt: 0 };
  await asSystem("a test needs a text", (tx) => tx.insert(consentTexts).values({ ...text, topic }));
  return topic;
}
