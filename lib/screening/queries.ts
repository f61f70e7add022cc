import { asViewer } from "#db/client.ts";
import type { ClientViewer } from "#lib/auth/viewer.ts";
import { setOfKind } from "#lib/questions/queries.ts";
import { type Answers, inNameOf, type Question } from "#lib/questions/question.ts";
import { openAnswers } from "#lib/reflections/answers.ts";
import { answersUnder } from "#lib/reflections/asked/answers.ts";
import { findOwnKey } from "#lib/reflections/own-key.ts";
import { savedWords } from "#lib/reflections/words.ts";
import { NotFound } from "#lib/refusal.ts";
import { findOwnCoach, selectOwnCoaches, selectRound } from "./rounds.ts";
import { readScreening, readScreeningsOf, type ScreeningStanding } from "./standing.ts";

/** The health questions of a client for one coach, with what they answered. */
export type HealthQuestions = {
  author: string;
  zone: string;
  coach: { id: string; name: string };
  standing: ScreeningStanding;
  templateVersionId: string;
  /** In the coach’s name. */
  questions: Question[];
  /** Of what is written and not shared; else of what counts. */
  answers: Answers;
  /** Something is written that is not shared. */
  hasDraft: boolean;
  revision: number;
  saved: string;
};

/** The coaches whom this client can tell of their health, and how it stands with each. */
export async function listScreenings(client: ClientViewer, now: number) {
  return asViewer(client, async (tx) => {
    const coaches = await selectOwnCoaches(tx, client);
    const whose = { clientId: client.id, coachIds: coaches.map(({ id }) => id) };
    const standings = await readScreeningsOf(tx, whose, now);
    return coaches.flatMap(({ id, name, zone }) => {
      const standing = standings.get(id);
      return standing ? [{ id, name, zone, standing }] : [];
    });
  });
}

/** Throws NotFound where this client goes no way with that coach, or nothing is asked. */
export async function findHealthQuestions(
  client: ClientViewer,
  coachId: string,
  now: number,
): Promise<HealthQuestions> {
  return asViewer(client, async (tx) => {
    const { zone, ...coach } = await findOwnCoach(tx, client, coachId);
    const set = await setOfKind(tx, "screening");
    if (!set) throw new NotFound();
    const standing = await readScreening(tx, { clientId: client.id, coachId }, now);
    const [draft] = await selectRound(tx, client, coachId, "draft");
    const [counts] = draft ? [] : await selectRound(tx, client, coachId, "standing");
    const round = draft ?? counts;
    const key = round && (await findOwnKey(tx, client));
    const place = round && ({ table: "screenings", id: round.id, clientId: client.id } as const);
    const known = round && key && place ? openAnswers<Answers>(key, round.answers, place) : {};
    return {
      ...{ author: client.id, zone, coach, standing, templateVersionId: set.versionId },
      questions: set.questions.map((question) => inNameOf(coach.name, question)),
      answers: answersUnder(set.questions, known),
      hasDraft: draft !== undefined,
      revision: draft?.revision ?? 0,
      saved: draft ? savedWords(draft.writtenAt, zone, now) : "",
    };
  });
}
