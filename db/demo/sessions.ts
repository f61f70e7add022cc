import { Temporal } from "temporal-polyfill";

type Kind = "preparation" | "guidance" | "integration" | "couple" | "first_conversation";
type Who = "mara" | "jonas" | "ute";

export type DemoSession = {
  kind: Kind;
  who: Who[];
  start: number;
  isOver: boolean;
};

/** Workdays before and after today, the hour in the coach's zone, what and with whom. */
const plan: [workday: number, hour: string, kind: Kind, who: Who[]][] = [
  [-5, "10:00", "preparation", ["mara"]],
  [-4, "14:00", "couple", ["jonas", "ute"]],
  [-3, "09:00", "guidance", ["mara"]],
  [-2, "15:00", "integration", ["mara"]],
  [-1, "11:00", "integration", ["jonas"]],
  [0, "10:00", "preparation", ["ute"]],
  [0, "14:30", "couple", ["jonas", "ute"]],
  [1, "09:00", "integration", ["mara"]],
  [2, "13:00", "integration", ["ute"]],
  [3, "10:30", "integration", ["jonas"]],
  [4, "15:00", "integration", ["mara"]],
  [5, "14:00", "couple", ["jonas", "ute"]],
];

/** Two weeks of sessions around the day of `now`, in the coach's zone, none on a weekend. */
export function demoSessions(now: number, zone: string): DemoSession[] {
  const today = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(zone).toPlainDate();
  return plan.map(([workday, hour, kind, who]) => {
    const date = workdayFrom(today, workday);
    const start = date.toZonedDateTime({
      timeZone: zone,
      plainTime: hour,
    }).epochMilliseconds;
    return { kind, who, start, isOver: start < now };
  });
}

// On a weekend, "today" is the Monday that follows, so that the coach's first page is never empty.
function workdayFrom(today: Temporal.PlainDate, count: number): Temporal.PlainDate {
  let date = today;
  while (date.dayOfWeek > 5) date = date.add({ days: 1 });
  for (let left = Math.abs(count); left > 0; ) {
    date = date.add({ days: Math.sign(count) });
    if (date.dayOfWeek <= 5) left -= 1;
  }
  return date;
}
