"use client";

import { type MouseEvent, useState } from "react";
import { clockWords, dateWords } from "#lib/time/words.ts";
import type { Choosing } from "./choosing.ts";
import type { FreeDay } from "./slots-query.ts";
import { partOfDay } from "./weeks.ts";

type WeekProps = { days: FreeDay[]; zone: string; choosing: Choosing; isLooking: boolean };

/** Seven days in a strip; the chosen one opens onto its times. On a phone the same list stands upright. */
export function Week({ days, zone, choosing, isLooking }: WeekProps) {
  const [open, setOpen] = useState(() => firstOpen(days, choosing.start));
  return (
    <ol className="week">
      {days.map(({ date, starts }) => (
        <li key={date}>
          {starts.length === 0 ? (
            <div className="day">
              <p className="day__none">
                <DayName date={date} />
                <span className="day__count">{isLooking ? "one moment" : "none free"}</span>
              </p>
            </div>
          ) : (
            <>
              <div className="day">
                <input
                  type="radio"
                  name="day"
                  id={`day-${date}`}
                  aria-label={`${dateWords(date)}, ${countWords(starts.length)}`}
                  checked={open === date}
                  onChange={() => setOpen(date)}
                  onClick={showTimes}
                />
                <label htmlFor={`day-${date}`}>
                  <DayName date={date} />
                  <span className="day__count">{countWords(starts.length)}</span>
                </label>
              </div>
              {open === date && <Times date={date} starts={starts} zone={zone} choosing={choosing} />}
            </>
          )}
        </li>
      ))}
    </ol>
  );
}

function DayName({ date }: { date: string }) {
  const [weekday = "", number = ""] = dateWords(date).split(" ");
  return (
    <>
      <span className="day__short" aria-hidden="true">
        {weekday.slice(0, 3)}
      </span>
      <span className="day__number" aria-hidden="true">
        {number}
      </span>
      <span className="day__long">{dateWords(date)}</span>
    </>
  );
}

function Times({
  date,
  starts,
  zone,
  choosing,
}: {
  date: string;
  starts: string[];
  zone: string;
  choosing: Choosing;
}) {
  const parts = Object.groupBy(starts, (start) => partOfDay(clockWords(Date.parse(start), zone)));
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out as a grid row of its list
    <div className="times" role="group" aria-label={`Times on ${dateWords(date)}`}>
      <p className="times__day">{dateWords(date)}</p>
      {(["Morning", "Afternoon", "Evening"] as const).map(
        (part) =>
          parts[part] && (
            <div className="times__part" key={part}>
              <p className="times__name">{part}</p>
              <div className="slots">
                {parts[part].map((start) => (
                  <Slot key={start} start={start} twins={starts} zone={zone} choosing={choosing} />
                ))}
              </div>
            </div>
          ),
      )}
    </div>
  );
}

function Slot({
  start,
  twins,
  zone,
  choosing,
}: {
  start: string;
  twins: string[];
  zone: string;
  choosing: Choosing;
}) {
  const clock = clockWords(Date.parse(start), zone);
  // When the clocks go back, one hour of the day comes twice.
  const second = twins.some((twin) => twin < start && clockWords(Date.parse(twin), zone) === clock);
  return (
    <div className="slot">
      <input
        type="radio"
        name="start"
        id={`time-${start}`}
        value={start}
        checked={choosing.start === start}
        onChange={() => choosing.choose(start)}
        data-invalid={choosing.errors.start ? true : undefined}
      />
      <label htmlFor={`time-${start}`}>
        <time dateTime={start}>{clock}</time>
        {second && <span className="small"> again</span>}
      </label>
    </div>
  );
}

function countWords(count: number): string {
  return count === 1 ? "1 time" : `${count} times`;
}

function firstOpen(days: FreeDay[], start: string | undefined): string | undefined {
  const chosen = days.find((day) => start && day.starts.includes(start));
  return (chosen ?? days.find((day) => day.starts.length > 0))?.date;
}

/** On a phone the day is at the top of its times; arrow keys stay where they are. */
function showTimes(event: MouseEvent<HTMLInputElement>) {
  const isPointer = event.detail > 0;
  if (!isPointer || !matchMedia("(max-width: 45.99rem)").matches) return;
  const day = event.currentTarget.closest(".day");
  const behavior = matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth";
  requestAnimationFrame(() => day?.scrollIntoView({ block: "start", behavior }));
}
