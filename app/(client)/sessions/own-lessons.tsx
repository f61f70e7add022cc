import { LessonRow } from "#app/(public)/lessons/lesson-row.tsx";
import type { ListedCourse } from "#lib/lessons/queries.ts";

/** The lessons by name, and what their reader said of them. What each is about stands where they are listed in full. */
export function OwnLessons({ courses }: { courses: ListedCourse[] }) {
  return (
    <section aria-labelledby="lessons">
      <h2 id="lessons">Lessons</h2>
      {courses.map(({ id, title, lessons }) => (
        <div key={id}>
          {courses.length > 1 && <p className="quiet mt-4 mb-2">{title}</p>}
          <ol className="rows">
            {lessons.map((lesson) => (
              <LessonRow key={lesson.id} lesson={lesson} isShort />
            ))}
          </ol>
        </div>
      ))}
    </section>
  );
}
