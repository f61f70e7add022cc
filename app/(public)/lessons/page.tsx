import type { Metadata } from "next";
import { ButtonLink } from "#app/ui/button.tsx";
import { Empty } from "#app/ui/empty.tsx";
import { Main, PageHead } from "#app/ui/main.tsx";
import { Prose } from "#app/ui/prose.tsx";
import { currentViewer } from "#lib/auth/viewer.ts";
import { listCourses } from "#lib/lessons/queries.ts";
import { LessonRow } from "./lesson-row.tsx";

export const metadata: Metadata = { title: "Lessons" };

export default async function Lessons() {
  const viewer = await currentViewer();
  const courses = await listCourses(viewer);
  return (
    <Main>
      <PageHead
        title="Lessons"
        lead="Short texts to read alone or with somebody, and something small to try."
      >
        {!viewer && (
          <p className="quiet">
            The first lesson is open to everybody. The others open once you sign in as a client.
          </p>
        )}
      </PageHead>
      {courses.length === 0 && <Empty>There are no lessons yet.</Empty>}
      {courses.map(({ id, title, introHtml, lessons }) => (
        <section className="course" key={id} aria-labelledby={`course-${id}`}>
          <div className="course__head">
            <h2 id={`course-${id}`}>{title}</h2>
            <Prose className="course__intro" html={introHtml} />
          </div>
          <ol className="rows">
            {lessons.map((lesson) => (
              <LessonRow key={lesson.id} lesson={lesson} />
            ))}
          </ol>
        </section>
      ))}
      {!viewer && (
        <p className="course__sign-in">
          <ButtonLink look="plain" href="/sign-in?next=%2Flessons">
            Sign in
          </ButtonLink>
        </p>
      )}
    </Main>
  );
}
