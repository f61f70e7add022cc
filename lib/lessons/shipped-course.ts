import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { drizzle } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import { courses, lessons, lessonVersions } from "#db/schema/index.ts";
import { type CourseFile, type LessonFile, readCourseFile, readLessonFile } from "./course-files.ts";

const home = fileURLToPath(new URL("../../db/course", import.meta.url));

/** The course that comes with the portal, its lessons in their order. */
export async function readShippedCourse(): Promise<{ course: CourseFile; lessons: LessonFile[] }> {
  const names = (await readdir(home)).filter((name) => /^\d\d-.+\.md$/.test(name)).sort();
  const texts = await Promise.all(names.map((name) => readFile(join(home, name), "utf8")));
  const course = readCourseFile(await readFile(join(home, "course.md"), "utf8"));
  return { course, lessons: texts.map(readLessonFile) };
}

/** Gives a practice that has no course yet the one that comes with the portal. What a coach made of it stays. */
export async function ensureCourse(url: string, now: number): Promise<void> {
  const shipped = await readShippedCourse();
  const connection = postgres(url, { max: 1, onnotice: () => {} });
  try {
    await drizzle(connection, { casing: "snake_case" }).transaction(async (tx) => {
      const known = await tx.select({ id: courses.id }).from(courses).limit(1);
      if (known.length > 0) return;
      const [course] = await tx
        .insert(courses)
        .values(shipped.course)
        .onConflictDoNothing()
        .returning({ id: courses.id });
      if (!course) return;
      for (const [position, { slug, audience, lines, ...words }] of shipped.lessons.entries()) {
        const [lesson] = await tx
          .insert(lessons)
          .values({ courseId: course.id, slug, position, audience, motif: lines })
          .returning({ id: lessons.id });
        if (!lesson) throw new Error("A lesson was not made");
        await tx
          .insert(lessonVersions)
          .values({ ...words, lessonId: lesson.id, number: 1, publishedAt: now });
      }
    });
  } finally {
    await connection.end({ timeout: 5 });
  }
}
