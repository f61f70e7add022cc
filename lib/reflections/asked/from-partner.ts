import { and, desc, eq, isNull, lte } from "drizzle-orm";
import { asViewer, stepAsSystem, type Tx } from "#db/client.ts";
import { reflectionShares, templateVersions } from "#db/schema/index.ts";
import { together } from "#db/together.ts";
import type { ClientViewer } from "#lib/auth/viewer.ts";
import { type Answer, type Answers, inNameOf, isGiven, type Question } from "#lib/questions/question.ts";
import { openAnswers } from "#lib/reflections/answers.ts";
import { findClientKeys } from "#lib/reflections/client-key.ts";
import { namesOf } from "#lib/reflections/readers.ts";
import { mayBeShown } from "./partner.ts";
import { findSession } from "./session.ts";

/** One answer that a partner shows, under the question as it stood for them. */
export type FromPartner = {
  name: string;
  question: Pick<Question, "key" | "type" | "text" | "low" | "high" | "options">;
  answer: Answer;
};

/**
 * What the other one of a couple shows of what they answered before this session, nothing else of it. Throws NotFound
 * for a session that is not theirs.
 */
export async function listFromPartner(
  client: ClientViewer,
  bookingId: string,
  now: number,
): Promise<FromPartner[]> {
  return asViewer(client, async (tx) => {
    const [{ coachName }, copies] = await together(
      findSession(tx, client, bookingId),
      selectShown(tx, client, bookingId, now).execute(),
    );
    if (copies.length === 0) return [];
    const authors = copies.map(({ authorId }) => authorId);
    const { keys, names } = await stepAsSystem(tx, "a client reads what a partner shows them", async () => {
      const [keys, names] = await together(findClientKeys(tx, authors), namesOf(tx, authors));
      return { keys, names };
    });
    return copies.flatMap(({ id, authorId, answers: sealed, questions }) => {
      const key = keys.get(authorId);
      if (!key) throw new Error("What was sealed has no key");
      const place = { table: "reflection_shares", id, clientId: authorId } as const;
      const answers = openAnswers<Answers>(key, sealed, place);
      return questions.filter(mayBeShown).flatMap((question) => {
        const answer = answers[question.key];
        const { key, type, text, low, high, options } = inNameOf(coachName, question);
        const asked = { key, type, text, low, high, options };
        return isGiven(answer) ? [{ name: names.get(authorId) ?? "", question: asked, answer }] : [];
      });
    });
  });
}

function selectShown(tx: Tx, client: ClientViewer, bookingId: string, now: number) {
  const { id, authorId, readerId, reader, answers, sharedAt, readableFrom, withdrawnAt } = reflectionShares;
  return tx
    .select({ id, authorId, answers, questions: templateVersions.questions })
    .from(reflectionShares)
    .innerJoin(templateVersions, eq(templateVersions.id, reflectionShares.templateVersionId))
    .where(
      and(
        eq(reflectionShares.bookingId, bookingId),
        eq(readerId, client.id),
        eq(reader, "partner"),
        isNull(withdrawnAt),
        lte(readableFrom, now),
      ),
    )
    .orderBy(desc(sharedAt));
}
