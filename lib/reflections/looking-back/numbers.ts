import { and, desc, eq, sql } from "drizzle-orm";
import { asViewer, type Tx } from "#db/client.ts";
import { bookings, reflections, templateVersions, users } from "#db/schema/index.ts";
import { together } from "#db/together.ts";
import type { ClientViewer } from "#lib/auth/viewer.ts";
import { type Answers, inNameOf, type Question } from "#lib/questions/question.ts";
import { openAnswers } from "#lib/reflections/answers.ts";
import { findOwnKey } from "#lib/reflections/own-key.ts";

/** One time that a scale was asked, in epoch milliseconds. Without a number: it was left blank, or kept to oneself. */
export type Said = { at: number; number: number | undefined };

/** The same question over time, whichever set it stood in, in its newest words; what was said to it, oldest first. */
export type Scale = Pick<Question, "key" | "text" | "low" | "high"> & { said: Said[] };

export type Numbers = { zone: string; now: number; scales: Scale[] };

const kinds = ["session", "guidance_day", "check_in"] as const;
/** Of each kind. However much somebody has written, no more is opened. */
const newest = 40;

/** A client's own numbers: every scale that they answered with two or more. */
export async function listNumbers(client: ClientViewer, now: number): Promise<Numbers> {
  return asViewer(client, async (tx) => {
    const [[reader], ...all] = await together(
      tx.select({ zone: users.zone }).from(users).where(eq(users.id, client.id)).execute(),
      ...kinds.map((kind) => selectScales(tx, client, kind).execute()),
    );
    const rows = all.flat().sort((one, other) => other.writtenAt - one.writtenAt);
    const zone = reader?.zone ?? "UTC";
    if (rows.length === 0) return { zone, now, scales: [] };
    const key = await findOwnKey(tx, client);
    const asked = rows.map(({ id, answers, ...row }) => ({
      ...row,
      answers: openAnswers<Answers>(key, answers, { table: "reflections", id, clientId: client.id }),
    }));
    return { zone, now, scales: scalesIn(asked) };
  });
}

type Asked = { writtenAt: number; coachName: string | null; questions: Question[]; answers: Answers };

/** Newest first. */
function scalesIn(asked: Asked[]): Scale[] {
  const scales = new Map<string, Scale>();
  for (const { writtenAt, coachName, questions, answers } of asked)
    for (const question of questions) {
      const { key, text, low, high } = inNameOf(coachName ?? "", question);
      const scale = scales.get(key) ?? { key, text, low, high, said: [] };
      const answer = answers[key];
      scale.said.unshift({ at: writtenAt, number: typeof answer === "number" ? answer : undefined });
      scales.set(key, scale);
    }
  return [...scales.values()].filter(
    ({ said }) => said.filter(({ number }) => number !== undefined).length >= 2,
  );
}

function selectScales(tx: Tx, client: ClientViewer, kind: (typeof kinds)[number]) {
  const { id, authorId, answers, writtenAt, templateVersionId } = reflections;
  return tx
    .select({
      ...{ id, answers, writtenAt, coachName: users.displayName },
      questions: sql<
        Question[]
      >`jsonb_path_query_array(${templateVersions.questions}, '$[*] ? (@.type == "scale")')`,
    })
    .from(reflections)
    .innerJoin(templateVersions, eq(templateVersions.id, templateVersionId))
    .leftJoin(bookings, eq(bookings.id, reflections.bookingId))
    .leftJoin(users, eq(users.id, bookings.coachId))
    .where(
      and(
        eq(authorId, client.id),
        eq(reflections.kind, kind),
        sql`jsonb_path_exists(${templateVersions.questions}, '$[*] ? (@.type == "scale")')`,
      ),
    )
    .orderBy(desc(writtenAt), desc(id))
    .limit(newest);
}
