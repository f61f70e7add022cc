import type { Route } from "next";
import Link from "next/link";
import { aboutWords } from "#app/coach/reflections/about-words.ts";
import { Prose } from "#app/ui/prose.tsx";
import type { ClientHead } from "#lib/desk/find-client.ts";
import type { Item } from "#lib/desk/timeline/items.ts";
import type { TimelinePage } from "#lib/desk/timeline/queries.ts";
import type { AboutShown } from "#lib/reflections/for-coach/queries.ts";

type WrittenProps = {
  item: Extract<Item, { kind: "written" }>;
  page: TimelinePage;
  client: ClientHead;
  now: number;
};

/** Something that was shared: its first words, once its coach has opened it. */
export function Written({ item: { id, said }, page, client: { coachZone: zone }, now }: WrittenProps) {
  if (said.kind === "lesson") return <InLesson lesson={said.lesson ?? ""} shown={page.fromLessons.get(id)} />;
  const { kind, day, session, start, type } = said;
  const about = { kind, day, session: session ? { id: session, start: start ?? 0, name: type ?? "" } : null };
  const quoted = page.quotes.get(id);
  return (
    <>
      <p className="timeline__title">{kind === "check_in" ? `Check-in of day ${day}` : "Shared with you"}</p>
      <p className="quiet small">{aboutWords(about, zone, now)}</p>
      {quoted && quoted.numbers.length > 0 && (
        <p className="quiet small">
          {quoted.numbers.map(({ text, number }) => `${text} ${number}`).join(", ")}
        </p>
      )}
      {quoted?.words && <p className="said-here">“{quoted.words}”</p>}
      <p>
        <Link className="plain-link" href={`/coach/reflections/${id}` as Route} prefetch={false}>
          {said.opened ? "Read all of it" : "Read it"}
          <span className="unseen">: {aboutWords(about, zone, now)}</span>
        </Link>
      </p>
    </>
  );
}

type InLessonProps = { lesson: string; shown: ReturnType<TimelinePage["fromLessons"]["get"]> };

function InLesson({ lesson, shown }: InLessonProps) {
  return (
    <>
      <p className="timeline__title">Shared from a lesson</p>
      <p className="quiet small">{lesson}</p>
      {shown && (
        <details className="fold">
          <summary>{shown.title}</summary>
          <Prose html={shown.html} className="from-lessons__question" />
          {shown.answers.map(({ label, words }) => (
            <div key={label ?? ""}>
              {label && <h3>{label}</h3>}
              <p className="as-written">{words}</p>
            </div>
          ))}
        </details>
      )}
    </>
  );
}

export function Unanswered({ said, zone, now }: { said: AboutShown; zone: string; now: number }) {
  return (
    <>
      <p className="timeline__title">{aboutWords(said, zone, now)}</p>
      <p className="quiet small">No reply. It means only that.</p>
    </>
  );
}
