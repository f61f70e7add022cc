import type { Route } from "next";
import Link from "next/link";
import { Badge } from "#app/ui/badge.tsx";
import { MotifGlyph } from "#app/ui/motif.tsx";
import type { ListedLesson } from "#lib/lessons/queries.ts";

/** A lesson among the others. What stands at its end is what its reader said of it, and nothing else. */
export function LessonRow({
  lesson,
  isShort = false,
}: {
  lesson: ListedLesson;
  /** Without what it is about. */
  isShort?: boolean;
}) {
  const { slug, title, summary, motif, minutes, isOpen, progress, keptAt } = lesson;
  const path = `/lessons/${slug}` as Route;
  return (
    <li className="row row--lesson">
      <MotifGlyph motif={motif} />
      <div>
        <h3 className="row__title">
          {isOpen ? (
            <Link href={path} prefetch={false}>
              {title}
            </Link>
          ) : (
            title
          )}
        </h3>
        {!isShort && <p className="row__more">{summary}</p>}
        {keptAt && (
          <p className="row__more row__place">
            You kept your place at:{" "}
            <Link href={`${path}#${keptAt.anchor}` as Route} prefetch={false}>
              {keptAt.heading}
            </Link>
          </p>
        )}
      </div>
      <p className="row__end">
        {progress?.state === "done_for_now" && <Badge kind="done">Done for now</Badge>}
        {progress?.state === "set_aside" && <Badge kind="off">Set aside</Badge>}
        {isOpen ? <span>{minutes === 1 ? "1 minute" : `${minutes} minutes`}</span> : <span>For clients</span>}
      </p>
    </li>
  );
}
