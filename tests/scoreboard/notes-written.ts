import { randomUUID } from "node:crypto";
import { aboutSession, noteOf, summaryOf, templateOf } from "#tests/support/notes.ts";
import type { Client, Coach } from "#tests/support/people.ts";
import type { Reader } from "./writings.ts";

type Written = {
  /** As this coach. */
  post: <T>(path: string, body: object) => Promise<T>;
  canary: (what: string, readers: readonly Reader[]) => string;
  coach: Coach;
  client: Client;
};

/** One piece of every kind of a coach's writing, beside two sessions that were held: of all that, a client reads what stands sent. */
export async function writtenByCoach(
  { post, canary, coach, client }: Written,
  [first, second]: [string, string],
): Promise<{ templates: string[] }> {
  const keep = (of: Parameters<typeof noteOf>[1], answers: Record<string, string>, revision = 0) =>
    post("/api/coach/notes", noteOf(coach, of, answers, revision));
  const aboutIt = aboutSession(first, client);
  await post(
    "/api/coach/notes/finish",
    noteOf(coach, aboutIt, { own_words: canary("what a note said before", ["sol"]) }),
  );
  await keep(aboutIt, { own_words: canary("a private note", ["sol"]) }, 1);
  const labelled = noteOf(coach, aboutIt, { "own-1": "Rain." }, 2);
  await post("/api/coach/notes", {
    ...labelled,
    labels: { "own-1": canary("what a note calls a field", ["sol"]) },
  });
  const firstQuestion = { purpose: "first_question", booking: first, about: client.id } as const;
  await keep(firstQuestion, { question: canary("a first question", ["sol"]) });
  const standing = { purpose: "standing", booking: null, about: client.id } as const;
  await keep(standing, { about: canary("what a coach has in mind", ["sol"]) });
  const template = templateOf();
  const fields = [{ key: "own-1", label: canary("a template", ["sol"]), words: "" }];
  const templateId = randomUUID();
  await post(`/api/coach/templates/${templateId}`, { ...template, fields });

  const summary = (booking: string, words: string, revision = 0) =>
    post<{ revision: number }>(
      "/api/coach/summaries",
      summaryOf(coach, [booking, client], { remember: words, spoke: words, meaning: words }, revision),
    );
  const send = (booking: string, revision: number) =>
    post<{ sentId: string }>("/api/coach/summaries/send", { booking, client: client.id, revision });
  // What was sent and taken back stays with its coach, as it was written.
  const takenBack = canary("a summary that was taken back", ["sol"]);
  await summary(first, takenBack);
  const { sentId } = await send(first, 1);
  await post(`/api/coach/summaries/sent/${sentId}/take-back`, {});
  await summary(second, canary("a summary that is sent", ["sol", "ada"]));
  await send(second, 1);
  await summary(second, canary("a summary that is being written", ["sol"]), 1);
  return { templates: [templateId] };
}
