import { drizzle } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import { reflectionTemplates, type StoredQuestion, templateVersions } from "#db/schema/index.ts";
import { checkIns } from "./shipped/check-ins.ts";
import { couple } from "./shipped/couple.ts";
import { guidance, guidanceDay } from "./shipped/guidance.ts";
import { integration } from "./shipped/integration.ts";
import { mentorship } from "./shipped/mentorship.ts";
import { preparation } from "./shipped/preparation.ts";
import { screening } from "./shipped/screening.ts";

type Kind = (typeof reflectionTemplates.$inferSelect)["kind"];
type ShippedSet = { kind: Kind; name: string; day?: number; questions: StoredQuestion[] };

/** The sets of questions that come with the portal, in their order. */
export const shippedSets: readonly ShippedSet[] = [
  { kind: "preparation", name: "Before a preparation", questions: preparation },
  { kind: "guidance", name: "Before guidance", questions: guidance },
  { kind: "guidance_day", name: "On the day of guidance", questions: guidanceDay },
  { kind: "integration", name: "Before an integration", questions: integration },
  { kind: "couple", name: "Before a couple session", questions: couple },
  { kind: "mentorship", name: "Before mentoring", questions: mentorship },
  ...checkIns.map((checkIn) => ({ kind: "check_in" as const, ...checkIn })),
  { kind: "screening", name: "Health questions", questions: screening },
];

/** Gives a practice that has no questions yet those that come with the portal. What a coach made of them stays. */
export async function ensureQuestions(url: string, now: number): Promise<void> {
  const connection = postgres(url, { max: 1, onnotice: () => {} });
  try {
    await drizzle(connection, { casing: "snake_case" }).transaction(async (tx) => {
      for (const [position, { questions, ...set }] of shippedSets.entries()) {
        const [made] = await tx
          .insert(reflectionTemplates)
          .values({ ...set, position })
          .onConflictDoNothing()
          .returning({ id: reflectionTemplates.id });
        if (made)
          await tx
            .insert(templateVersions)
            .values({ templateId: made.id, number: 1, questions, publishedAt: now });
      }
    });
  } finally {
    await connection.end({ timeout: 5 });
  }
}
