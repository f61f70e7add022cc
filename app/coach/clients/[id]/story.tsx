import type { Route } from "next";
import Link from "next/link";
import { ButtonLink } from "#app/ui/button.tsx";
import type { ClientHead } from "#lib/desk/find-client.ts";
import { placeWords, type Show, shows } from "#lib/desk/timeline/place.ts";
import type { TimelinePage } from "#lib/desk/timeline/queries.ts";
import { monthWords } from "#lib/time/words.ts";
import { StoryItem } from "./story-item.tsx";

type StoryProps = { client: ClientHead; page: TimelinePage; show: Show; isLater: boolean; now: number };

/** What was and what comes, newest first, and as much of it as one wants to see. */
export function Story({ client, page, show, isLater, now }: StoryProps) {
  const { id, name, coachZone: zone } = client;
  const last = page.items.at(-1);
  return (
    <section aria-labelledby="path">
      <h2 id="path">Their path with you</h2>
      <nav aria-label="What to show" className="shows">
        {shows.map((one) => (
          <Link
            key={one}
            href={pathOf(id, one) as Route}
            prefetch={false}
            scroll={false}
            aria-current={one === show ? "true" : undefined}
          >
            {one === "written" ? `Written by ${name}` : showWords[one]}
          </Link>
        ))}
      </nav>
      {page.items.length === 0 ? (
        <p className="quiet">{isLater ? "There is nothing before that." : nothing[show]}</p>
      ) : (
        <ol className="timeline story" aria-labelledby="path">
          {page.items.map((item) => (
            <StoryItem
              key={item.kind === "silence" ? `silence ${item.at} ${item.said.day}` : `${item.id} ${item.at}`}
              item={item}
              page={page}
              client={client}
              now={now}
            />
          ))}
        </ol>
      )}
      <div className="actions">
        {page.rest && last && (
          <ButtonLink
            look="quiet"
            href={
              `${pathOf(id, show)}${show === "everything" ? "?" : "&"}before=${placeWords(page.rest)}#path` as Route
            }
          >
            Earlier than {monthWords(last.at, zone, now)}
          </ButtonLink>
        )}
        {isLater && (
          <ButtonLink look="quiet" href={`${pathOf(id, show)}#path` as Route}>
            Back to the newest
          </ButtonLink>
        )}
      </div>
    </section>
  );
}

const pathOf = (id: string, show: Show) =>
  `/coach/clients/${id}${show === "everything" ? "" : `?show=${show}`}`;

const showWords = {
  everything: "Everything",
  sessions: "Sessions",
  notes: "Notes and summaries",
  lessons: "Lessons",
  messages: "Messages",
};

const nothing: Record<Show, string> = {
  everything: "Nothing is here yet. What you do together comes to stand here.",
  sessions: "You have not met yet.",
  written: "Nothing has been shared here yet. What people write is theirs alone until they share it.",
  notes: "There is no note and no summary yet.",
  lessons:
    "Nothing is here yet. You see what is shared from lessons, and that one you suggested is done for now.",
  messages: "The portal has not written to them yet.",
};
