import { asViewer } from "#db/client.ts";
import { setOfKind } from "#lib/questions/queries.ts";
import type { Answers } from "#lib/questions/question.ts";
import type { RoundInput } from "#lib/screening/input.ts";
import { saveRound } from "#lib/screening/keep-round.ts";
import { findHealthQuestions } from "#lib/screening/queries.ts";
import { shareRound } from "#lib/screening/share-round.ts";
import type { Client, Coach } from "./people.ts";

// The questions that come with the portal have to be there: ensureQuestions(database.url, now).

/** Answers to all sixteen that raise nothing. */
export const allNo: Answers = {
  ...Object.fromEntries(
    `lithium mind_self mind_family harm_now harm_past antidepressant other_meds heart seizure pregnancy ect_substance
     care_now allergy other_body access`
      .split(/\s+/)
      .map((key) => [key, "no"]),
  ),
  ground: "yes",
};

/** What a browser would send of these answers. */
export async function writingOf(client: Client, coach: Coach, answers: Answers): Promise<RoundInput> {
  const { revision } = await findHealthQuestions(client, coach.id, Date.now());
  const set = await asViewer(client, (tx) => setOfKind(tx, "screening"));
  return {
    author: client.id,
    coachId: coach.id,
    templateVersionId: set?.versionId ?? "",
    answers: answers as RoundInput["answers"],
    revision,
  };
}

export async function aSavedRound(client: Client, coach: Coach, answers: Answers, at = Date.now()) {
  return saveRound(client, await writingOf(client, coach, answers), at);
}

/** Shares them with the coach, and gives the round's id. */
export async function aSharedRound(
  client: Client,
  coach: Coach,
  answers: Answers = {},
  at = Date.now() - 60_000,
): Promise<string> {
  const writing = await writingOf(client, coach, { ...allNo, ...answers });
  return (await shareRound(client, writing, at)).screeningId;
}
