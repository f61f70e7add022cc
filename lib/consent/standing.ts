import { sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
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
  latest: Latest | null;
};

type Latest = {
  id: string;
  textId: string;
  version: number;
  signedAt: number;
  withdrawnAt: number | null;
  /** Sealed. */
  signature: Buffer;
};

type Row = {
  newest: ({ topic: string } & TopicStanding["newest"])[];
  signed: (Omit<Latest, "signature"> & { topic: string; hex: string })[];
  isCouple: boolean;
};

/** Every topic that these two talk about, in its order, in one question. For the transaction of either of them. */
export async function readAgreements(tx: Tx, { clientId, coachId }: Two): Promise<TopicStanding[]> {
  const ms = (at: string) => sql.raw(`(extract(epoch from ${at}) * 1000)::float8`);
  const [row] = await tx.execute<Row>(sql`
    select (select coalesce(jsonb_agg(jsonb_build_object('topic', t.topic, 'id', t.id, 'version', t.version, 'title', t.title,
          'publishedAt', ${ms("t.published_at")})), '[]')
        from (select distinct on (topic) * from consent_texts order by topic, version desc) t) as newest,
      (select coalesce(jsonb_agg(jsonb_build_object('topic', s.topic, 'id', s.id, 'textId', s.text_id, 'version', s.version,
          'signedAt', ${ms("s.signed_at")}, 'withdrawnAt', ${ms("s.withdrawn_at")}, 'hex', encode(s.signature, 'hex'))), '[]')
        from (select distinct on (c.topic) c.*, x.version from consents c join consent_texts x on x.id = c.text_id
          where c.client_id = ${clientId} and c.coach_id = ${coachId}
          order by c.topic, c.signed_at desc, c.withdrawn_at desc nulls first) s) as signed,
      exists (select from journey_members m where m.client_id = ${clientId} and m.coach_id = ${coachId}
        and m.kind = 'couple' and m.left_at is null) as "isCouple"`);
  const { newest, signed, isCouple } = row ?? { newest: [], signed: [], isCouple: false };
  return topics
    .filter(({ forCouples }) => !forCouples || isCouple)
    .flatMap(({ key }) => {
      const text = newest.find((one) => one.topic === key);
      if (!text) return [];
      const found = signed.find((one) => one.topic === key);
      const latest = found ? latestIn(found) : null;
      return [{ topic: key, newest: text, state: stateOf(text.id, latest), latest }];
    });
}

function latestIn({ topic: _, hex, ...rest }: Row["signed"][number]): Latest {
  return { ...rest, signature: Buffer.from(hex, "hex") };
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
