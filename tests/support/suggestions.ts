import { eq } from "drizzle-orm";
import { asSystem } from "#db/client.ts";
import { lessonSuggestions, lessons } from "#db/schema/index.ts";
import type { Client, Coach } from "./people.ts";

type Beside = { by: Coach; for: Client; booking: string; days: number; lesson?: string; block?: string };

/** A lesson beside a session, by its slug; gives the suggestion's id. The first lesson of the shipped course unless said otherwise. */
export async function aSuggestion(beside: Beside): Promise<string> {
  const lessonId = await lessonNamed(beside.lesson ?? "when-one-reaches");
  return asSystem("a test needs a lesson beside a session", async (tx) => {
    const [made] = await tx
      .insert(lessonSuggestions)
      .values({
        bookingId: beside.booking,
        clientId: beside.for.id,
        coachId: beside.by.id,
        lessonId,
        block: beside.block ?? null,
        days: beside.days,
      })
      .returning({ id: lessonSuggestions.id });
    return made?.id ?? "";
  });
}

/** The id of a lesson that has come with the portal. */
export async function lessonNamed(slug: string): Promise<string> {
  const [found] = await asSystem("a test looks for a lesson", (tx) =>
    tx.select({ id: lessons.id }).from(lessons).where(eq(lessons.slug, slug)),
  );
  if (!found) throw new Error(`There is no lesson called ${slug}`);
  return found.id;
}
