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

type OfTwo = Omit<Written, "client"> & { one: Client; other: Client };

/** After a session of two: what is noted about both and about each alone, and what each of them was sent. */
export async function writtenOfTwo(
  { post, canary, coach, one, other }: OfTwo,
  booking: string,
): Promise<void> {
  const note = (about: Client | null, answers: Record<string, string>) =>
    post("/api/coach/notes", noteOf(coach, aboutSession(booking, about), answers));
  await note(null, { loop: canary("a note about two", ["sol"]) });
  await note(one, { own: canary("a note about one of two", ["sol"]) });
  await note(other, { own: canary("a note about the other of two", ["sol"]) });
  const send = async (client: Client, agreements: string) => {
    await post("/api/coach/summaries", summaryOf(coach, [booking, client], { agreements }));
    await post("/api/coach/summaries/send", { booking, client: client.id, revision: 1 });
  };
  await send(one, canary("a summary for one of two", ["sol", "ada"]));
  await send(other, canary("a summary for the other of two", ["sol", "ben"]));
}
