import { randomUUID } from "node:crypto";
import { asSystem } from "#db/client.ts";
import { courses, journeyMembers, journeys, lessons, lessonVersions } from "#db/schema/index.ts";
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

/** A lesson for clients that was published once, with this text. Gives its id. */
export async function aLesson(body: string): Promise<string> {
  const slug = `lesson-${randomUUID()}`;
  const words = { title: "A lesson", summary: "What it is about.", goal: "What it is for." };
  return asSystem("a test needs a lesson", async (tx) => {
    const [course] = await tx
      .insert(courses)
      .values({ slug, title: "A course", summary: "What it is.", intro: "" })
      .returning({ id: courses.id });
    const flat = (height: number) => Array.from({ length: 7 }, () => height);
    const [lesson] = await tx
      .insert(lessons)
      .values({ courseId: course?.id ?? "", slug, position: 0, motif: { near: flat(30), far: flat(70) } })
      .returning({ id: lessons.id });
    const lessonId = lesson?.id ?? "";
    await tx
      .insert(lessonVersions)
      .values({ ...words, lessonId, language: "en", number: 1, body, publishedAt: 0 });
    return lessonId;
  });
}
