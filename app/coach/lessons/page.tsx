import type { Metadata } from "next";
import { Empty } from "#app/ui/empty.tsx";
import { Main } from "#app/ui/main.tsx";
import { UnsavedGuard } from "#app/unsaved.tsx";
import { requireCoach } from "#lib/auth/viewer.ts";
import { findReader } from "#lib/bookings/queries.ts";
import { listShelf } from "#lib/lessons/authoring/shelf.ts";
import { AddCourse } from "./add-course.tsx";
import { CourseShelf } from "./course-shelf.tsx";
import { ImportFiles } from "./import-files.tsx";
import { offeredLanguages } from "./language-names.ts";
import { shelfRows } from "./shelf-rows.ts";

export const metadata: Metadata = { title: "Lessons" };

export default async function CoachLessons() {
  const coach = await requireCoach();
  const [{ zone }, courses] = await Promise.all([findReader(coach), listShelf(coach)]);
  const now = Date.now();
  const languages = offeredLanguages();
  return (
    <Main>
      <div className="desk-head">
        <div>
          <h1>Lessons</h1>
          <p className="quiet">
            Every coach of the practice can change every lesson. Readers have what was published last, until
            somebody publishes again.
          </p>
        </div>
      </div>
      <nav className="jump" aria-label="On this page">
        {courses.map(({ id, title }) => (
          <a key={id} href={`#course-${id}`}>
            {title}
          </a>
        ))}
        <a href="#new-course">A new course</a>
        <a href="#import">Bring in files</a>
      </nav>
      <UnsavedGuard>
        <div className="desk-form">
          {courses.length === 0 && (
            <Empty>There is no course yet. Begin one below, or bring one in as files.</Empty>
          )}
          {courses.map((course) => (
            <CourseShelf
              key={course.id}
              course={course}
              rows={shelfRows(course, { zone, now })}
              languages={languages}
            />
          ))}
          <AddCourse />
          <ImportFiles courses={courses.map(({ id, title }) => ({ id, title }))} />
        </div>
      </UnsavedGuard>
    </Main>
  );
}
