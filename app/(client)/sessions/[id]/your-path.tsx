import type { Route } from "next";
import Link from "next/link";
import type { ReactNode } from "react";
import { Lines } from "#app/ui/lines.tsx";
import { Timeline } from "#app/ui/timeline.tsx";
import { Instant } from "#app/ui/when.tsx";
import type { PathStep, pathOf } from "./path.ts";

type YourPathProps = {
  path: ReturnType<typeof pathOf>;
  coachName: string;
  /** What a day of guidance waits for, where one may come. */
  beforeDay?: ReactNode;
};

/** One quiet path through three kinds of work. */
export function YourPath({ path: { lead, parts }, coachName, beforeDay }: YourPathProps) {
  return (
    <section className="plan" aria-labelledby="path">
      <h2 id="path">Your path with {coachName}</h2>
      <p className="quiet measure mt-2">{lead}</p>
      <Lines drawing="band" />
      <ol className="plan__parts">
        {parts.map(({ title, note, steps }) => (
          <li key={title}>
            <h3>{title}</h3>
            <p>{note}</p>
            <Timeline steps={steps.map(shownStep)} />
            {title === "Guidance" && beforeDay}
          </li>
        ))}
      </ol>
    </section>
  );
}

function shownStep({ key, when, at, title, text, link, look }: PathStep) {
  return {
    key,
    when: at === undefined ? when : <Instant at={at}>{when}</Instant>,
    title,
    text: (
      <>
        {text}
        {link && (
          <>
            {" "}
            <Link href={link.href as Route} prefetch={false} aria-label={`${link.words}: ${title}`}>
              {link.words}
            </Link>
          </>
        )}
      </>
    ),
    look,
  };
}
