"use client";

import { type PointerEvent, type RefObject, useEffect, useRef } from "react";
import type { WallTime } from "#lib/time/wall-clock.ts";
import type { Grab } from "./event-item.tsx";
import { type HourRange, quarter } from "./places.ts";
import type { Movable } from "./session-item.ts";

type Held = { session: Movable; x: number; y: number; below: number };
type Handlers = {
  begin: (session: Movable) => void;
  take: (to: WallTime) => void;
  drop: () => void;
  putBack: () => void;
};

// A hand is not quite still while it presses.
const still = 6;

/** Moving with a pointer, in steps of a quarter hour. A finger scrolls, as everywhere; Escape puts back. */
export function useDragging(
  paper: RefObject<HTMLElement | null>,
  range: HourRange,
  { begin, take, drop, putBack }: Handlers,
): Grab {
  const held = useRef<Held>(undefined);
  const isDragging = useRef(false);
  const wasDragged = useRef(false);

  function letGo(then: () => void) {
    held.current = undefined;
    if (!isDragging.current) return;
    isDragging.current = false;
    then();
  }

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== "Escape" || !isDragging.current) return;
      held.current = undefined;
      isDragging.current = false;
      putBack();
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [putBack]);

  return {
    onPointerDown(event, session) {
      wasDragged.current = false;
      if (event.pointerType === "touch" || event.button !== 0) return;
      const { top } = event.currentTarget.getBoundingClientRect();
      // A quick hand has left it before the next event.
      event.currentTarget.setPointerCapture(event.pointerId);
      held.current = { session, x: event.clientX, y: event.clientY, below: event.clientY - top };
    },
    onPointerMove(event) {
      if (!held.current) return;
      const { session, x, y, below } = held.current;
      if (!isDragging.current) {
        if (Math.hypot(event.clientX - x, event.clientY - y) < still) return;
        isDragging.current = true;
        wasDragged.current = true;
        begin(session);
      }
      const to = placeUnder(event, below, paper.current, range);
      if (to) take(to);
    },
    onPointerUp: () => letGo(drop),
    onPointerCancel: () => letGo(putBack),
    wasDragged: () => wasDragged.current,
  };
}

/** The date and the quarter hour under the upper edge of what is dragged; the nearest day when it is beside all. */
function placeUnder(
  { clientX, clientY }: PointerEvent,
  below: number,
  paper: HTMLElement | null,
  [first, last]: HourRange,
): WallTime | undefined {
  const days = [...(paper?.querySelectorAll<HTMLElement>("[data-date]") ?? [])]
    .map((day) => ({ day, box: day.getBoundingClientRect() }))
    .filter(({ day }) => isPaper(day));
  const away = ({ box }: { box: DOMRect }) => Math.abs(clientX - (box.left + box.right) / 2);
  const [nearest] = days.toSorted((a, b) => away(a) - away(b));
  if (!nearest) return undefined;
  const { top, height } = nearest.box;
  const rows = Math.round(((clientY - below - top) / height) * (last - first) * 4);
  const within = Math.min(Math.max(rows, 0), (last - first) * 4 - 1);
  return { date: nearest.day.dataset.date ?? "", minute: first * 60 + within * quarter };
}

/** Whether this day has a place for each hour. On a phone it is a list. */
export function isPaper(day: Element | null | undefined): boolean {
  return day ? getComputedStyle(day).display === "grid" : false;
}
