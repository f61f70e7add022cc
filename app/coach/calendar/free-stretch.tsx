"use client";

import Link from "next/link";
import { useRouter } from "next/navigation";
import type { MouseEvent } from "react";
import { clockOf } from "#lib/availability/hours.ts";
import type { WallRange } from "#lib/time/wall-clock.ts";
import { quarter } from "./places.ts";

/** Open and nobody there: pressed, it leads to booking for a client, at the quarter hour under the pointer. */
export function FreeStretch({
  date,
  words,
  range: { from, until },
  place,
}: {
  date: string;
  words: string;
  range: WallRange;
  place: string;
}) {
  const router = useRouter();
  const leadingTo = (minute: number) => `/coach/calendar/book?date=${date}&time=${clockOf(minute)}` as const;

  function open(event: MouseEvent<HTMLAnchorElement>) {
    const isPlain = event.detail > 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey;
    if (!isPlain) return;
    event.preventDefault();
    const { top, height } = event.currentTarget.getBoundingClientRect();
    const down = Math.floor((((event.clientY - top) / height) * (until - from)) / quarter);
    router.push(leadingTo(Math.min(from + Math.max(0, down) * quarter, until - quarter)));
  }

  return (
    <li className={`free ${place}`}>
      <Link href={leadingTo(from)} prefetch={false} onClick={open}>
        <span>
          Book <span className="unseen">on {words} </span>from {clockOf(from)}
        </span>
      </Link>
    </li>
  );
}
