import { randomUUID } from "node:crypto";
import { asSystem } from "#db/client.ts";
import {
  courses,
  journeyMembers,
  journeys,
  lessonDrafts,
  lessons,
  lessonVersions,
} from "#db/schema/index.ts";
import type { Audience } from "#lib/lessons/course-files.ts";
import type { Client, Coach } from "./people.ts";

type Kind = typeof journeys.$inferInsert.kind;

/** They go a way together: one client, or the two of a couple, with a coach. Gives the journey's id. */
export async function aJourney(coach: Coach, kind: Kind, ...members: Client[]): Promise<string> {
  return asSystem("a test needs a journey", async (tx) => {
    const [made] = await tx
      .insert(journeys)
      .values({ coachId: coach.id, kind })
      .returning({ id: journeys.id });
    const journeyId = made?.id ?? "";
    await tx
      .insert(journeyMembers)
      .values(members.map(({ id: clientId }) => ({ journeyId, clientId, coachId: coach.id, kind })));
    return journeyId;
  });
}

type Given = { audience?: Audience; slug?: string; language?: string; title?: string; body?: string };

export const someWords = `:::idea
A loop has no starter.
:::

:::exercise[Draw the loop]{#draw-the-loop}
Take one small moment.

::field[What happened]{#happened hint="As a camera saw it"}
:::

:::journal_prompt{#ceiling}
What do both of us seem to be protecting?
:::

:::shared_question{#scared}
What do I do when I get scared about us?
:::
`;

/** A lesson of a course of its own, published once. */
export async function aLesson({
  audience = "clients",
  slug = `lesson-${randomUUID()}`,
  language = "en",
  title = "When One Reaches",
  body = someWords,
}: Given = {}): Promise<{ id: string; slug: string; versionId: string }> {
  const lines = { near: [20, 20, 20, 20, 20, 20, 20], far: [80, 80, 80, 80, 80, 80, 80] };
  const words = { language, title, summary: "A summary.", goal: "A goal." };
  return asSystem("a test needs a lesson", async (tx) => {
    const [course] = await tx
      .insert(courses)
      .values({ slug: `course-${randomUUID()}`, title: "A Course", summary: "A course.", intro: "Welcome." })
      .returning({ id: courses.id });
    const [lesson] = await tx
      .insert(lessons)
      .values({ courseId: course?.id ?? "", slug, position: 0, audience, motif: lines })
      .returning({ id: lessons.id });
    const lessonId = lesson?.id ?? "";
    const [version] = await tx
      .insert(lessonVersions)
      .values({ ...words, lessonId, number: 1, body, publishedAt: Date.now() })
      .returning({ id: lessonVersions.id });
    return { id: lessonId, slug, versionId: version?.id ?? "" };
  });
}

/** A draft of this lesson, at the revision 7. Gives the lesson's id. */
export async function aDraft({ id: editedBy }: Coach, lessonId: string): Promise<string> {
  const words = { title: "A draft", summary: "What it is about.", goal: "What it is for." };
  await asSystem("a test needs a draft", (tx) =>
    tx.insert(lessonDrafts).values({
      ...words,
      lessonId,
      language: "en",
      body: someWords,
      revision: 7,
      editedBy,
      editedAt: Date.now(),
    }),
  );
  return lessonId;
}
