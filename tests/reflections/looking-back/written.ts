import { randomUUID } from "node:crypto";
import { and, desc, eq } from "drizzle-orm";
import { asSystem, asViewer } from "#db/client.ts";
import { reflections, reflectionTemplates, templateVersions } from "#db/schema/index.ts";
import type { Answers } from "#lib/questions/question.ts";
import { sealAnswers } from "#lib/reflections/answers.ts";
import { ensureClientKey } from "#lib/reflections/client-key.ts";
import type { Client } from "#tests/support/people.ts";

type Kind = (typeof reflectionTemplates.$inferSelect)["kind"];

/** The newest version of a set that comes with the portal. */
export async function versionOf(kind: Kind, day?: number): Promise<string> {
  const [version] = await asSystem("a test looks for a set", (tx) =>
    tx
      .select({ id: templateVersions.id })
      .from(templateVersions)
      .innerJoin(reflectionTemplates, eq(reflectionTemplates.id, templateVersions.templateId))
      .where(
        and(
          eq(reflectionTemplates.kind, kind),
          day === undefined ? undefined : eq(reflectionTemplates.day, day),
        ),
      )
      .orderBy(desc(templateVersions.number))
      .limit(1),
  );
  return version?.id ?? "";
}

/** The set's next version, its questions changed by `change`; gives its id. */
export async function nextVersionOf(
  versionId: string,
  change: (questions: (typeof templateVersions.$inferSelect)["questions"]) => typeof questions,
): Promise<string> {
  const [made] = await asSystem("a test changes a set", async (tx) => {
    const [old] = await tx.select().from(templateVersions).where(eq(templateVersions.id, versionId));
    if (!old) throw new Error("There is no such version");
    const { templateId, number, questions, publishedAt } = old;
    return tx
      .insert(templateVersions)
      .values({ templateId, number: number + 1, questions: change(questions), publishedAt })
      .returning({ id: templateVersions.id });
  });
  return made?.id ?? "";
}

type Beside = {
  bookingId: string;
  versionId: string;
  answers: Answers;
  at: number;
  kind?: "session" | "guidance_day" | "check_in";
  day?: number;
};

/** What a client wrote beside a session, as it is kept; gives its id. */
export async function writtenBeside(
  client: Client,
  { bookingId, versionId, answers, at, kind = "session", day }: Beside,
): Promise<string> {
  const id = randomUUID();
  await asViewer(client, async (tx) => {
    const key = await ensureClientKey(tx, client.id);
    await tx.insert(reflections).values({
      ...{ id, authorId: client.id, kind, bookingId, day, templateVersionId: versionId },
      ...{ revision: 1, createdAt: new Date(at), writtenAt: at },
      answers: sealAnswers(key, answers, { table: "reflections", id, clientId: client.id }),
    });
  });
  return id;
}
