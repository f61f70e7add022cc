import type { Route } from "next";
import Link from "next/link";
import type { FoundLesson } from "#lib/lessons/queries.ts";

/** The lessons before and after, in an order that nobody has to keep. */
export function Neighbours({ lesson: { previous, next } }: { lesson: FoundLesson }) {
  return (
    <nav className="neighbours" aria-label="Other lessons" lang="en">
      {previous && <Neighbour words="The lesson before" {...previous} />}
      {next && <Neighbour words="The lesson after" {...next} />}
      <p className="neighbours__all">
        <Link href="/lessons" prefetch={false}>
          All lessons
        </Link>
      </p>
    </nav>
  );
}

function Neighbour({ words, slug, title }: { words: string; slug: string; title: string }) {
  return (
    <p>
      <span className="quiet small">{words}</span>
      <Link href={`/lessons/${slug}` as Route} prefetch={false}>
        {title}
      </Link>
    </p>
  );
}
