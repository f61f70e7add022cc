import { eq } from "drizzle-orm";
import { asSystem, asViewer } from "#db/client.ts";
import { flags, reflectionShares, reflections } from "#db/schema/index.ts";
import { openQuestion } from "#lib/flags/sealed.ts";
import type { Answers } from "#lib/questions/question.ts";
import type { About } from "#lib/reflections/asked/about.ts";
import { shareAnswers } from "#lib/reflections/asked/share-answers.ts";
import { findClientKeys } from "#lib/reflections/client-key.ts";
import { answered, aSessionToCome, beforeIt } from "#tests/support/asked.ts";
import { aClient, aCoach, type Client } from "#tests/support/people.ts";

// What can be read is for the database's own clock to say, so all of this was a while ago.
export const now = Date.now() - 600_000;
export const later = now + 60_000;
export const hour = 3_600_000;

type Kind = "preparation" | "guidance" | "couple";

export async function aSession(kind: Kind = "preparation") {
  const [coach, ada, ben] = [await aCoach({ name: "Sol" }), await aClient(), await aClient()];
  const id = await aSessionToCome({ for: kind === "couple" ? [ada, ben] : ada, with: coach, kind });
  return { coach, ada, ben, about: beforeIt(id) };
}

export const share = async (
  client: Client,
  about: About,
  answers: Answers,
  { at = now, on = null as number | null } = {},
) => shareAnswers(client, { ...(await answered(client, about, answers, at)), on }, at);

export const copiesOf = ({ id }: Client) =>
  asSystem("a test looks", (tx) =>
    tx.select().from(reflectionShares).where(eq(reflectionShares.authorId, id)),
  );

export async function flagsOf({ id: clientId }: Client) {
  return asSystem("a test looks", async (tx) => {
    const rows = await tx.select().from(flags).where(eq(flags.clientId, clientId)).orderBy(flags.raisedAt);
    const key = (await findClientKeys(tx, [clientId])).get(clientId);
    return rows.map(({ id, question, ...row }) => ({
      ...row,
      question: key && openQuestion(key, question, { id, clientId }),
    }));
  });
}
export const keysOf = (rows: { question: string | undefined }[]) =>
  rows.map(({ question }) => question).sort();

export const opens = (shareId: string) =>
  asSystem("a coach opens it", (tx) =>
    tx.update(reflectionShares).set({ openedAt: later }).where(eq(reflectionShares.id, shareId)),
  );
export const settles = (shareId: string) =>
  asSystem("a coach has talked", (tx) =>
    tx.update(flags).set({ settledAt: later }).where(eq(flags.shareId, shareId)),
  );

/** What this person finds in the database, beneath every WHERE. */
export const rowsFor = (viewer: { id: string }, author: Client) =>
  asViewer(viewer, async (tx) => ({
    reflections: await tx.$count(reflections, eq(reflections.authorId, author.id)),
    shares: await tx.$count(reflectionShares, eq(reflectionShares.authorId, author.id)),
    flags: await tx.$count(flags, eq(flags.clientId, author.id)),
  }));
export const nothing = { reflections: 0, shares: 0, flags: 0 };
