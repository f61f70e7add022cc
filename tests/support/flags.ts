import { randomUUID } from "node:crypto";
import { and, eq, isNull } from "drizzle-orm";
import { asSystem, asViewer } from "#db/client.ts";
import { flags, journeyMembers, reflectionShares, reflections } from "#db/schema/index.ts";
import { sealQuestion } from "#lib/flags/sealed.ts";
import { sealAnswers } from "#lib/reflections/answers.ts";
import { ensureClientKey } from "#lib/reflections/client-key.ts";
import type { Client, Coach } from "./people.ts";

type Details = { words?: string; isOpened?: boolean };

/** An entry of a client's journal that they show a coach with whom they go a way; gives the share's id. */
export async function aJournalShare(
  client: Client,
  { id: readerId }: Coach,
  { words = "The window, again.", isOpened = false }: Details = {},
): Promise<string> {
  const key = await asViewer(client, (tx) => ensureClientKey(tx, client.id));
  return asSystem("a test needs something shared", async (tx) => {
    const [way] = await tx
      .select({ id: journeyMembers.journeyId })
      .from(journeyMembers)
      .where(
        and(
          eq(journeyMembers.clientId, client.id),
          eq(journeyMembers.coachId, readerId),
          isNull(journeyMembers.leftAt),
        ),
      );
    if (!way) throw new Error("These two go no way together");
    const [reflectionId, id] = [randomUUID(), randomUUID()];
    const at = Date.now() - 60_000;
    const sealed = (table: "reflections" | "reflection_shares", row: string) =>
      sealAnswers(key, { text: words }, { table, id: row, clientId: client.id });
    const both = { authorId: client.id, kind: "journal" as const, revision: 1 };
    await tx.insert(reflections).values({
      ...{ ...both, id: reflectionId, answers: sealed("reflections", reflectionId), writtenAt: at },
    });
    await tx.insert(reflectionShares).values({
      ...{ ...both, id, reflectionId, readerId, reader: "coach", journeyId: way.id },
      ...{ answers: sealed("reflection_shares", id), sharedAt: at, readableFrom: at },
      openedAt: isOpened ? at : null,
    });
    return id;
  });
}

type Marked = {
  of: Client;
  for: Coach;
  share: string;
  tier?: (typeof flags.$inferSelect)["tier"];
  holds?: boolean;
  question?: string;
};

/** A mark on something shared; gives its id. */
export async function aFlag({
  of: client,
  for: coach,
  share,
  tier = "please_look",
  holds = false,
  question = "text",
}: Marked): Promise<string> {
  const id = randomUUID();
  const key = await asViewer(client, (tx) => ensureClientKey(tx, client.id));
  const sealed = sealQuestion(key, question, { id, clientId: client.id });
  await asSystem("a test needs something marked", (tx) =>
    tx.insert(flags).values({
      ...{ id, shareId: share, clientId: client.id, coachId: coach.id, tier, holdsGuidance: holds },
      ...{ question: sealed, raisedAt: Date.now() - 60_000 },
    }),
  );
  return id;
}
