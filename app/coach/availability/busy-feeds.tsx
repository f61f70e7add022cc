"use client";

import { useRef, useState } from "react";
import { Button } from "#app/ui/button.tsx";
import { Refused } from "#app/ui/refused.tsx";
import { Toast } from "#app/ui/status.tsx";
import type { ListedFeed } from "#lib/calendar/busy/queries.ts";
import { BusyFeedForm } from "./busy-feed-form.tsx";
import { BusyFeedRow } from "./busy-feed-row.tsx";
import { useFeeds, useWaiting } from "./use-feeds.ts";

type Given = { feeds: ListedFeed[]; now: number; zone: string };

/** Calendars that the coach keeps elsewhere: what is busy there cannot be booked here. */
export function BusyFeeds({ feeds, now, zone }: Given) {
  const adding = useRef<HTMLButtonElement>(null);
  const [edited, setEdited] = useState<ListedFeed | "new">();
  const [removed, setRemoved] = useState<{ name: string; undo: string }>();
  const [said, setSaid] = useState("");
  const { act, isActing, error } = useFeeds();
  const waiting = feeds.filter(({ state }) => state === "new");
  const isWaiting = useWaiting(waiting.length > 0);

  function edit(what: ListedFeed | "new") {
    setEdited(what);
    setSaid("");
  }

  function close(words: string) {
    setEdited(undefined);
    setSaid(words);
    adding.current?.focus();
  }

  async function remove({ id, name }: ListedFeed) {
    if (isActing) return;
    const sent = await act(`/${id}/remove`);
    if (!sent.ok) return;
    setSaid("");
    if (edited !== "new") setEdited(undefined);
    setRemoved({ name, undo: sent.data.undo ?? "" });
  }

  async function restore({ name, undo }: { name: string; undo: string }) {
    if (isActing || !(await act("/restore", { undo })).ok) return;
    setRemoved(undefined);
    close(`${name} is here again.`);
  }

  return (
    <section aria-labelledby="calendars">
      <h2 id="calendars">Your other calendars</h2>
      <div className="pair">
        <div>
          <p className="quiet">
            {feeds.length === 0
              ? "None yet. Times that are busy in a calendar you add here cannot be booked."
              : "Times that are busy in these cannot be booked. Each is read every quarter of an hour."}
          </p>
          <ol className="dated mt-4">
            {feeds.map((feed) => (
              <BusyFeedRow
                key={feed.id}
                {...{ feed, now, zone }}
                onLook={() => !isActing && void act(`/${feed.id}/refresh`)}
                onChange={() => edit(feed)}
                onRemove={() => void remove(feed)}
              />
            ))}
          </ol>
          {error && <Refused error={error} className="mt-4" />}
          {removed && (
            <div className="mt-4">
              <Toast action={<UndoButton onClick={() => void restore(removed)} />}>
                {removed.name} is no longer read, and its busy times are gone.
              </Toast>
            </div>
          )}
          <p className="mt-2">
            <Button ref={adding} type="button" look="quiet" onClick={() => edit("new")}>
              Add a calendar
            </Button>
            <span role="status" className="small quiet">
              {isWaiting ? ` Reading ${waiting.map(({ name }) => name).join(" and ")}.` : said && ` ${said}`}
            </span>
          </p>
        </div>
        {edited && (
          <BusyFeedForm
            key={edited === "new" ? "new" : edited.id}
            feed={edited === "new" ? undefined : edited}
            onSaved={(name) => close(`Saved ${name}.`)}
            onClose={() => close("")}
          />
        )}
      </div>
    </section>
  );
}

/** Takes the focus that the removed row had. */
function UndoButton({ onClick }: { onClick: () => void }) {
  return (
    <button type="button" onClick={onClick} ref={(button) => button?.focus()}>
      Undo
    </button>
  );
}
