import { haveSameKinds, hoursOf, type KindHours, type Stretch, stretchOf } from "./stretches.ts";

export const weekdays = [
  "Monday",
  "Tuesday",
  "Wednesday",
  "Thursday",
  "Friday",
  "Saturday",
  "Sunday",
] as const;

/** A day that was closed remembers its hours until the page is left. */
export type WeekDay = {
  isOpen: boolean;
  stretches: Stretch[];
  /** Whether its stretches may be for different kinds. */
  eachOwn: boolean;
};
export type Week = { zone: string; days: WeekDay[] };

export function weekOf(zone: string, weeklyHours: (KindHours & { weekday: number })[]): Week {
  const days = weekdays.map((_, index) => {
    const stretches = weeklyHours.filter(({ weekday }) => weekday === index + 1).map(stretchOf);
    return { isOpen: stretches.length > 0, stretches, eachOwn: !haveSameKinds(stretches) };
  });
  return { zone, days };
}

/** What is sent. Monday stands first, so `days.0` in an answer is Monday. */
export function bodyOf({ zone, days }: Week) {
  return {
    zone,
    days: days.map(({ isOpen, stretches }, index) => ({
      weekday: index + 1,
      hours: isOpen ? hoursOf(stretches) : [],
    })),
  };
}

/** The week with one day's hours on other days too. */
export function copyDay(week: Week, from: number, to: number[]): Week {
  const copied = week.days[from];
  if (!copied) return week;
  const days = week.days.map((day, index) =>
    to.includes(index) ? { ...copied, stretches: copied.stretches.map(stretchOf) } : day,
  );
  return { ...week, days };
}
