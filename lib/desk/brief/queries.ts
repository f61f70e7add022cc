import { and, desc, eq, inArray, isNotNull, isNull, sql } from "drizzle-orm";
import { asViewer, stepAsSystem, type Tx } from "#db/client.ts";
import { reflectionShares, templateVersions } from "#db/schema/index.ts";
import type { CoachViewer } from "#lib/auth/viewer.ts";
import { trendsIn } from "#lib/desk/timeline/trends.ts";
import { type Answers, inNameOf, isGiven, neverToPartner, type Question } from "#lib/questions/question.ts";
import { openAnswers } from "#lib/reflections/answers.ts";
import { findClientKeys } from "#lib/reflections/client-key.ts";
import { keyOf, selectShown } from "#lib/reflections/for-coach/shown.ts";
import type { Told } from "./answers.ts";

const newest = 30;

type About = { id: string; coachName: string; start: number };

/** What a client told their coach before a session: what was opened of it, and what came since they last met. */
export async function readTold(coach: CoachViewer, clientId: string, booking: About) {
  return asViewer(coach, async (tx) => {
    const told = await readOpened(tx, coach, clientId, booking.coachName);
    const s = reflectionShares;
    const lastMet = sql`(select coalesce(max(upper(b.during)), 'epoch') from bookings b
      where b.coach_id = ${coach.id} and b.status in ('confirmed', 'completed') and b.id <> ${booking.id}
        and upper(b.during) <= ${new Date(booking.start).toISOString()} and b.journey_id in (
          select journey_id from journey_members where client_id = ${clientId} and coach_id = ${coach.id}))`;
    const since = await selectShown(
      tx,
      coach,
      and(eq(s.authorId, clientId), sql`${s.readableFrom} > ${lastMet}`),
      {
        order: [desc(s.readableFrom), desc(s.id)],
        limit: 8,
      },
    );
    return { told, since, trends: trendsIn(told) };
  });
}

async function readOpened(tx: Tx, coach: CoachViewer, clientId: string, coachName: string): Promise<Told[]> {
  const s = reflectionShares;
  const rows = await tx
    .select({
      ...{ id: s.id, kind: s.kind, session: s.bookingId, at: s.readableFrom, answers: s.answers },
      questions: templateVersions.questions,
    })
    .from(s)
    .innerJoin(templateVersions, eq(templateVersions.id, s.templateVersionId))
    .where(
      and(
        ...[eq(s.readerId, coach.id), eq(s.authorId, clientId), eq(s.reader, "coach")],
        ...[isNull(s.withdrawnAt), isNotNull(s.openedAt)],
      ),
    )
    .orderBy(desc(s.readableFrom), desc(s.id))
    .limit(newest);
  if (rows.length === 0) return [];
  const key = await keyOf(tx, clientId);
  return rows.map(({ answers, questions, ...row }) => ({
    ...row,
    questions: questions.map((one) => inNameOf(coachName, one)),
    answers: openAnswers<Answers>(key, answers, { table: "reflection_shares", id: row.id, clientId }),
  }));
}

export type ShownToBoth = { id: string; by: string; text: string; words: string };

/**
 * What those who come have shown one another of what they wrote before this session, as far as their coach has opened
 * it too. Nothing else may stand on a screen that both of them see.
 */
export async function listShownToBoth(coach: CoachViewer, bookingId: string): Promise<ShownToBoth[]> {
  return asViewer(coach, async (tx) => {
    const s = reflectionShares;
    const opened = await tx
      .select({
        id: s.id,
        by: s.authorId,
        reflectionId: s.reflectionId,
        answers: s.answers,
        questions: templateVersions.questions,
      })
      .from(s)
      .innerJoin(templateVersions, eq(templateVersions.id, s.templateVersionId))
      .where(and(eq(s.bookingId, bookingId), eq(s.readerId, coach.id), isNotNull(s.openedAt)));
    if (opened.length === 0) return [];
    const { rows, keys } = await stepAsSystem(
      tx,
      "what partners show one another, which their coach opened",
      async () => {
        const rows = await tx
          .select({ id: s.id, by: s.authorId, reflectionId: s.reflectionId, answers: s.answers })
          .from(s)
          .where(
            and(
              ...[eq(s.bookingId, bookingId), eq(s.reader, "partner"), isNull(s.withdrawnAt)],
              inArray(
                s.reflectionId,
                opened.map(({ reflectionId }) => reflectionId),
              ),
              sql`${s.readableFrom} <= now()
              and share_stands(${s.journeyId}, ${s.authorId}, ${s.readerId}, ${s.reader})`,
            ),
          );
        return { rows, keys: await findClientKeys(tx, [...new Set(rows.map(({ by }) => by))]) };
      },
    );
    return rows.flatMap((row): ShownToBoth[] => {
      const key = keys.get(row.by);
      const own = opened.find(({ reflectionId }) => reflectionId === row.reflectionId);
      if (!key || !own) return [];
      const read = ({ id, by, answers }: { id: string; by: string; answers: Buffer }) =>
        openAnswers<Answers>(key, answers, { table: "reflection_shares", id, clientId: by });
      const [toPartner, toCoach] = [read(row), read(own)];
      // Words that were changed for one of the two stay with whom they were changed for.
      const isSame = ({ key: of }: Question) => isGiven(toPartner[of]) && toPartner[of] === toCoach[of];
      return own.questions
        .filter((question) => mayBeShown(question) && isSame(question))
        .map(({ key: of, text }) => ({
          id: `${row.id} ${of}`,
          by: row.by,
          text,
          words: String(toPartner[of]),
        }));
    });
  });
}

const mayBeShown = ({ key, partner }: Question) => partner === "may" && !neverToPartner.includes(key);
