import { Badge } from "#app/ui/badge.tsx";
import { Button } from "#app/ui/button.tsx";
import type { ListedFeed } from "#lib/calendar/busy/queries.ts";
import { readWords, sinceWords } from "./feed-words.ts";

type Given = {
  feed: ListedFeed;
  now: number;
  zone: string;
  onLook: () => void;
  onChange: () => void;
  onRemove: () => void;
};

/** One other calendar: where it is, when it was last read, and what to do when it cannot be. */
export function BusyFeedRow({ feed, now, zone, onLook, onChange, onRemove }: Given) {
  const unseen = <span className="unseen"> {feed.name}</span>;
  return (
    <li className="block">
      <strong>{feed.name}</strong>
      <p className="quiet small">{feed.host}</p>
      <Standing {...{ feed, now, zone }} />
      <div className="actions">
        {feed.state !== "new" && (
          <Button type="button" look="quiet" onClick={onLook}>
            Read again{unseen}
          </Button>
        )}
        <Button type="button" look="quiet" onClick={onChange}>
          {feed.state === "broken" ? "Look at the address" : "Change"}
          {unseen}
        </Button>
        <Button type="button" look="quiet" onClick={onRemove}>
          Remove{unseen}
        </Button>
      </div>
    </li>
  );
}

function Standing({ feed, now, zone }: Pick<Given, "feed" | "now" | "zone">) {
  const { state, goodAt, problem } = feed;
  if (state === "new")
    return (
      <p className="small">
        <Badge kind="held">Being read</Badge>
      </p>
    );
  if (state === "good")
    return (
      <p className="small">
        <Badge kind="done">Read {readWords(goodAt ?? now, now, zone)}</Badge>
      </p>
    );
  return (
    <>
      <p className="small">
        <Badge kind="off">
          {goodAt === null ? "Not read yet" : `Not read since ${sinceWords(goodAt, now, zone)}`}
        </Badge>
      </p>
      <p className="small">
        {problem} {goodAt !== null && "The busy times from then are kept."}
      </p>
    </>
  );
}
