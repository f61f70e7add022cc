import type { Route } from "next";
import Link from "next/link";
import type { TextRow } from "./shelf-rows.ts";

/** One language of a lesson: how it stands, and where it is written and looked back at. */
export function TextLine({ lessonId, title, text }: { lessonId: string; title: string; text: TextRow }) {
  const { language, name, published, draft } = text;
  const path = `/coach/lessons/${lessonId}`;
  return (
    <li>
      <span>
        <strong>{name}</strong>
        <span className="quiet">
          {published ?? "Not published yet"}
          {draft && `. ${draft}`}
        </span>
      </span>
      <span className="shelf__links">
        <Link className="plain-link" href={`${path}?in=${language}` as Route} prefetch={false}>
          {draft ? "Go on writing" : "Write"}
          <span className="unseen">
            : {title}, {name}
          </span>
        </Link>
        <Link className="plain-link" href={`${path}/versions?in=${language}` as Route} prefetch={false}>
          Versions
          <span className="unseen">
            {" "}
            of {title}, {name}
          </span>
        </Link>
      </span>
    </li>
  );
}
