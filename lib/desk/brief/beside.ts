import { sql } from "drizzle-orm";
import { asViewer } from "#db/client.ts";
import type { CoachViewer } from "#lib/auth/viewer.ts";
import { type Answers, isGiven, type Question, type Tier } from "#lib/questions/question.ts";
import { openAnswers } from "#lib/reflections/answers.ts";
import { answerWords } from "#lib/reflections/for-coach/answer-words.ts";
import { keyOf } from "#lib/reflections/for-coach/shown.ts";

type Row = {
  nth: number;
  tiers: Tier[];
  health: { id: string; hex: string; questions: Question[] } | null;
};

const access = ["access", "access_needs"];

/**
 * Which of their sessions this one is, what of their answers about health still waits, and what they need to be able to
 * come. The rest of those answers stands on a page of its own.
 */
export function readBesideBrief(
  coach: CoachViewer,
  clientId: string,
  { id, start }: { id: string; start: number },
) {
  return asViewer(coach, async (tx) => {
    const [row] = await tx.execute<Row>(sql`
      select (select count(*) from bookings b where b.coach_id = ${coach.id} and b.journey_id in (
            select journey_id from journey_members where client_id = ${clientId} and coach_id = ${coach.id})
          and b.status in ('confirmed', 'completed') and b.id <> ${id}
          and lower(b.during) < ${new Date(start).toISOString()})::int + 1 as nth,
        (select coalesce(jsonb_agg(distinct f.tier), '[]') from flags f where f.coach_id = ${coach.id}
          and f.client_id = ${clientId} and f.screening_id is not null and f.settled_at is null
          and f.tier <> 'note') as tiers,
        (select jsonb_build_object('id', s.id, 'hex', encode(s.answers, 'hex'), 'questions', v.questions)
          from screenings s join template_versions v on v.id = s.template_version_id
          where s.client_id = ${clientId} and s.coach_id = ${coach.id} and s.shared_at is not null
            and s.replaced_at is null) as health`);
    if (!row) throw new Error("A question without rows gave none");
    const { nth, tiers, health } = row;
    if (!health) return { nth, tiers, access: undefined };
    const answers = openAnswers<Answers>(await keyOf(tx, clientId), Buffer.from(health.hex, "hex"), {
      table: "screenings",
      id: health.id,
      clientId,
    });
    return { nth, tiers, access: accessWords(health.questions, answers) };
  });
}

/** "Yes. A ramp, and a chair with arms." Undefined: nothing was said. */
function accessWords(questions: readonly Question[], answers: Answers): string | undefined {
  const lines = access.flatMap((key) => {
    const [question, answer] = [questions.find((one) => one.key === key), answers[key]];
    return question && isGiven(answer) ? [answerWords(question, answer).join(" ")] : [];
  });
  return lines.length > 0 ? lines.join(": ") : undefined;
}
