import type { Route } from "next";
import Link from "next/link";
import type { FoundLesson } from "#lib/lessons/queries.ts";

export function LessonHead({ lesson }: { lesson: FoundLesson }) {
  const { number, courseTitle, title, minutes, goal, slug, otherLanguages } = lesson;
  return (
    <header className="lesson__head">
      <p className="quiet" lang="en">
        Lesson {number} of{" "}
        <Link href="/lessons" prefetch={false}>
          {courseTitle}
        </Link>
      </p>
      <h1 lang={lesson.language}>{title}</h1>
      <p className="lesson__goal" lang={lesson.language}>
        {goal}
      </p>
      <p className="quiet" lang="en">
        About {minutes === 1 ? "1 minute" : `${minutes} minutes`} to read. Writing is optional.
      </p>
      {otherLanguages.length > 0 && (
        <p className="lesson__languages quiet" lang="en">
          Also in{" "}
          {otherLanguages.map((language) => (
            <Link
              key={language}
              href={`/lessons/${slug}?in=${language}` as Route}
              hrefLang={language}
              lang={language}
              prefetch={false}
            >
              {nameOf(language)}
            </Link>
          ))}
        </p>
      )}
    </header>
  );
}

/** A language by its own name. */
function nameOf(language: string): string {
  return new Intl.DisplayNames([language], { type: "language" }).of(language) ?? language;
}
