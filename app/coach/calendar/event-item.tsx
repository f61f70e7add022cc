"use client";

import Link from "next/link";
import type { PointerEvent } from "react";
import type { Placed } from "./calendar-days.ts";
import { EventWords, looksOf } from "./event-words.tsx";
import type { Movable } from "./session-item.ts";

export type Grab = {
  onPointerDown: (event: PointerEvent<HTMLElement>, session: Movable) => void;
  onPointerMove: (event: PointerEvent<HTMLElement>) => void;
  onPointerUp: (event: PointerEvent<HTMLElement>) => void;
  onPointerCancel: () => void;
  /** Whether the pointer went elsewhere since it was pressed: then it opens nothing. */
  wasDragged: () => boolean;
};

/** One thing in the calendar. A session leads to its page; one that is ahead can be dragged, or moved by its button. */
export function EventItem({
  item,
  place,
  isMoving,
  grab,
  onMove,
}: {
  item: Placed;
  place: string;
  isMoving: boolean;
  grab: Grab;
  onMove: (session: Movable, isByKeys: boolean) => void;
}) {
  const className = `event ${looksOf(item)} ${isMoving ? "is-moving" : ""} ${place}`;
  if (item.look === "busy")
    return (
      <li className={className}>
        <div>
          <EventWords item={item} />
        </div>
      </li>
    );
  const { movable } = item;
  return (
    <li className={className}>
      <Link
        href={`/coach/sessions/${item.id}`}
        prefetch={false}
        draggable={false}
        data-session={item.id}
        onPointerDown={(event) => movable && grab.onPointerDown(event, movable)}
        onPointerMove={grab.onPointerMove}
        onPointerUp={grab.onPointerUp}
        onPointerCancel={grab.onPointerCancel}
        onClick={(event) => grab.wasDragged() && event.preventDefault()}
      >
        <EventWords item={item} />
      </Link>
      {movable && (
        <button
          type="button"
          className="event__move"
          onClick={(event) => onMove(movable, event.detail === 0)}
        >
          Move
          <span className="unseen">
            {" "}
            {item.who}, {item.time}
          </span>
        </button>
      )}
    </li>
  );
}
