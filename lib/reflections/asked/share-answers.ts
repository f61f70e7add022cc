import { isDeepStrictEqual } from "node:util";
import { asViewer, type Tx } from "#db/client.ts";
import type { ClientViewer } from "#lib/auth/viewer.ts";
import { raiseFlags } from "#lib/flags/raise.ts";
import { concernsIn } from "#lib/questions/concerns.ts";
import { missingOf } from "#lib/questions/missing.ts";
import { readAskedVersion } from "#lib/questions/queries.ts";
import { inNameOf, type Question } from "#lib/questions/question.ts";
import { tellOfShare } from "#lib/reflections/letters/to-coach.ts";
import { Refusal } from "#lib/refusal.ts";
import { reopensScreening } from "#lib/screening/reopening.ts";
import type { About } from "./about.ts";
import { answersUnder, isSame } from "./answers.ts";
import { lockCopy, putCopy } from "./copies.ts";
import { openRow, questionsFor, readEarlier, runningBefore } from "./earlier.ts";
import type { ShareAskedInput } from "./input.ts";
import { type Kept, keepAnswers } from "./keep-answers.ts";
import { saidOf } from "./save-answers.ts";

/**
 * Shows the coach a copy of the answers as they stand now, kept first if they were not, at once or from a chosen time
 * on. Answers that matter are marked for a talk from then on.
 */
export async function shareAnswers(client: ClientViewer, { on, ...writing }: ShareAskedInput, now: number) {
  const { about } = writing;
  return asViewer(client, async (tx) => {
    const kept = await keepAnswers(tx, client, writing, now);
    const { session, set, key } = kept;
    const { start } = session.during;
    const readableFrom = demandTime(on, about, start, now);
    const open = (row: Parameters<typeof openRow>[2]) => openRow(key, client, row);
    const earlier = await readEarlier(tx, client, { about, session, questions: set.questions });
    demandComplete(kept, questionsFor(set.questions, kept.answers, earlier, open));

    // Answers are read under the words they were given to.
    const questions = await questionsOf(tx, kept);
    const answers = answersUnder(questions, kept.answers);
    if (!isWritten(kept) || Object.keys(answers).length === 0) throw nothingWritten();
    const { coachId, journeyId } = session;
    if (journeyId === null) throw new Error("A session that stands has no journey");
    const copy = await lockCopy(tx, client, kept, coachId);
    if (copy && isTheSame(copy, { answers, readableFrom, now }))
      return { shareId: copy.id, ...saidOf(kept, now), readableFrom: copy.readableFrom };
    const reader = { id: coachId, as: "coach", journeyId } as const;
    const put = { about, reader, answers, readableFrom, replaces: copy?.id };
    const id = await putCopy(tx, client, kept, put, now);
    const raised = concernsIn(questions, answers, runningBefore(questions, earlier, open)).map((one) => ({
      ...one,
      reopens: reopensScreening(one.key, answers[one.key]),
      isNew: !isDeepStrictEqual(copy?.answers[one.key], answers[one.key]),
    }));
    const place = { id, reflectionId: kept.id, clientId: client.id, coachId, readableFrom, key };
    const tiers = await raiseFlags(tx, place, raised);
    const told = { shareId: id, coachId, clientId: client.id, readableFrom, tiers };
    await tellOfShare(tx, { ...told, ...(now < start && { neededBy: start }) }, now);
    return { shareId: id, ...saidOf(kept, now), readableFrom };
  });
}

export const isWritten = (kept: Kept): kept is Kept & { id: string } => kept.id !== undefined;

export const nothingWritten = () =>
  new Refusal("There are no words here yet that somebody could read.", {
    code: "nothing_written",
    status: 422,
  });

/** The questions as they were when the answers were last written. */
export async function questionsOf(tx: Tx, { set, templateVersionId }: Kept): Promise<Question[]> {
  if (templateVersionId === set.versionId) return set.questions;
  return (await readAskedVersion(tx, templateVersionId))?.questions ?? [];
}

function demandTime(on: number | null, { kind }: About, start: number, now: number): number {
  if (on === null) return now;
  if (kind === "session" && on >= now && on <= start) return on;
  throw new Refusal("Please choose a time between now and the session.", { code: "not_then", field: "on" });
}

function demandComplete({ session, answers }: Kept, questions: readonly Question[]): void {
  const named = questions.map((question) => inNameOf(session.coachName, question));
  const missing = missingOf(named, answersUnder(questions, answers));
  if (missing.length > 0)
    throw new Refusal("Something is still needed before you can share this.", {
      code: "missing",
      status: 422,
      offer: { missing },
    });
}

type Copy = NonNullable<Awaited<ReturnType<typeof lockCopy>>>;
type Wanted = Pick<Copy, "answers" | "readableFrom"> & { now: number };

/** What can be read already is not shown later instead. */
function isTheSame(copy: Copy, { answers, readableFrom, now }: Wanted): boolean {
  const isThen = copy.readableFrom <= now || copy.readableFrom === readableFrom;
  return isThen && isSame(copy.answers, answers);
}
