"use client";

import type { CalendarDay } from "./calendar-days.ts";
import { EventItem, type Grab } from "./event-item.tsx";
import { FreeStretch } from "./free-stretch.tsx";
import type { Ghost } from "./ghost.ts";
import { type HourRange, placeOf } from "./places.ts";
import type { Movable } from "./session-item.ts";

/** One day on the paper, with its heading; on a phone a list. `present` is what its clock shows now. */
export function DayColumn({
  day,
  range,
  present,
  ghost,
  grab,
  onMove,
}: {
  day: CalendarDay;
  range: HourRange;
  present: { minute: number; words: string } | undefined;
  ghost: Ghost | undefined;
  grab: Grab;
  onMove: (session: Movable, isByKeys: boolean) => void;
}) {
  const [weekday = "", number] = day.words.split(" ");
  const heading = `day-${day.date}`;
  const whole = { from: range[0] * 60, until: range[1] * 60 };
  return (
    <li className={`cal__day ${day.isToday ? "is-today" : ""}`}>
      <h2 id={heading}>
        <span className="cal__short" aria-hidden="true">
          {weekday.slice(0, 3)}
        </span>
        <span className="cal__number" aria-hidden="true">
          {number}
        </span>
        <span className="cal__mark" aria-hidden="true">
          {[...(day.isToday ? ["today"] : []), ...day.marks].join(", ")}
        </span>
        <span className="cal__long">
          {day.words}
          {day.isToday && ", today"}
        </span>{" "}
        <span className="cal__hours">{day.hours}</span>
      </h2>
      <div className="cal__body" data-date={day.date}>
        <div className={`cal__paper ${placeOf(whole, range)}`} />
        {day.shut.map((shut) => (
          <div
            key={`${shut.words} ${shut.from}`}
            className={`shut ${placeOf(shut, range) || "hidden"}`}
            aria-hidden="true"
          >
            {shut.words}
          </div>
        ))}
        {/* biome-ignore lint/a11y/noRedundantRoles: without markers, Safari takes it for no list */}
        <ul role="list" aria-labelledby={heading}>
          {day.free.map((free) => (
            <FreeStretch
              key={`free ${free.from}`}
              date={day.date}
              words={day.words}
              range={free}
              place={placeOf(free, range)}
            />
          ))}
          {day.items.map((item) => (
            <EventItem
              key={item.key}
              item={item}
              place={placeOf(item, range, item)}
              isMoving={ghost?.id === item.key}
              grab={grab}
              onMove={onMove}
            />
          ))}
        </ul>
        {ghost?.date === day.date && (
          <div className={`ghost ${placeOf(ghost, range)}`} aria-hidden="true">
            {ghost.words}
          </div>
        )}
        {present && (
          <div
            className={`now ${placeOf({ from: present.minute, until: present.minute }, range) || "hidden"}`}
            aria-hidden="true"
          >
            <span>{present.words}</span>
          </div>
        )}
      </div>
    </li>
  );
}
