import { Actions, ButtonAnchor } from "#app/ui/button.tsx";
import type { ShelfCourse } from "#lib/lessons/authoring/shelf.ts";
import { AddLesson } from "./add-lesson.tsx";
import { ChangeCourse } from "./change-course.tsx";
import type { Language } from "./language-names.ts";
import { LessonShelf } from "./lesson-shelf.tsx";
import type { ShelfRow } from "./shelf-rows.ts";

/** A course with its lessons, in the order in which they are read. */
export function CourseShelf({
  course: { id, title, summary, intro },
  rows,
  languages,
}: {
  course: ShelfCourse;
  rows: ShelfRow[];
  languages: Language[];
}) {
  return (
    <section aria-labelledby={`course-${id}`}>
      <h2 id={`course-${id}`}>{title}</h2>
      <p className="measure quiet">{summary}</p>
      <Actions>
        <ChangeCourse courseId={id} words={{ title, summary, intro: intro.trim() }} />
        <ButtonAnchor look="quiet" href={`/api/coach/lessons/courses/${id}/export`} download>
          Take along what is published<span className="unseen"> of {title}</span>
        </ButtonAnchor>
      </Actions>
      <LessonShelf courseId={id} rows={rows} languages={languages} />
      <AddLesson courseId={id} courseTitle={title} />
    </section>
  );
}
