import { randomUUID } from "node:crypto";
import type { Sql } from "postgres";
import { demoPeople } from "#db/demo/people.ts";
import { ensureDemoKey, type PracticeKeys } from "#lib/reflections/demo-key.ts";
import { noPlan, type Plan, sealPlan } from "#lib/safety-plan/plan.ts";
import { sealSignature } from "./signature.ts";
import { findTopic } from "./topics.ts";

const { coach, mara } = demoPeople;

const chosen: Record<string, string> = { touch: "ask_each_time" };
const beside: Record<string, string> = { touch: "A hand on my shoulder is fine once I said yes." };
const plan: Plan = {
  ...noPlan,
  ...{ person: "Inês", number: "+351 910 000 000", wayHome: "collected" },
  ...{ place: "At home", company: "Inês stays until the morning" },
};

/** What Mara of the demo practice agreed to, all but one topic, and her plan for the day. Once, and never beside anything else. */
export async function ensureDemoAgreements(sql: Sql, keys: PracticeKeys, now: number): Promise<void> {
  const at = new Date(now);
  await sql.begin(async (transaction) => {
    const tx = transaction as unknown as Sql;
    const [known] = await tx`select from consents where client_id = ${mara.id}
      union all select from safety_plans where client_id = ${mara.id}`;
    if (known) return;
    const key = await ensureDemoKey(tx, keys, mara.id);
    const texts = await tx<{ id: string; topic: string }[]>`
      select distinct on (topic) id, topic from consent_texts order by topic, version desc`;
    for (const { id: textId, topic } of texts) {
      const known = findTopic(topic);
      if (!known || known.forCouples || topic === "fees") continue;
      const id = randomUUID();
      const choice = known.choice ? (chosen[topic] ?? known.choice.options[0]?.key ?? null) : null;
      const signature = { name: "Mara Lindqvist", choice, also: beside[topic] ?? "" };
      await tx`insert into consents (id, client_id, coach_id, text_id, topic, signature, signed_at) values (${id},
        ${mara.id}, ${coach.id}, ${textId}, ${topic}, ${sealSignature(key, signature, { id, clientId: mara.id })}, ${at})`;
    }
    const id = randomUUID();
    await tx`insert into safety_plans (id, client_id, coach_id, plan, revision, created_at, written_at)
      values (${id}, ${mara.id}, ${coach.id}, ${sealPlan(key, plan, { id, clientId: mara.id })}, 1, ${at}, ${at})`;
  });
}
