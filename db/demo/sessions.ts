import { Temporal } from "temporal-polyfill";

type Kind = "preparation" | "guidance" | "integration" | "couple" | "first_conversation";
type Who = "mara" | "jonas" | "ute";
type Step = "preparation" | "guidance" | "after_days" | "after_week" | "after_two_weeks" | "after_month";

export type DemoSession = {
  kind: Kind;
  who: Who[];
  start: number;
  isOver: boolean;
  /** The first one of `who` asked for it, and the coach has not answered. */
  isAsked?: boolean;
  /** Where it was before it was moved. */
  movedFrom?: number;
  /** What the coach offers in its place. */
  offers?: number[];
  /** Its place around a day of guidance. */
  step?: Step;
};

type Planned = [workday: number, hour: string, kind: Kind, who: Who[]];

/** Workdays before and after today, the hour in the coach's zone, what and with whom. */
const plan: Planned[] = [
  [-5, "10:00", "preparation", ["mara"]],
  [-4, "14:00", "couple", ["jonas", "ute"]],
  [-3, "09:00", "guidance", ["mara"]],
  [-2, "15:00", "integration", ["mara"]],
  [-1, "11:00", "integration", ["jonas"]],
  [0, "10:00", "preparation", ["ute"]],
  [0, "14:30", "couple", ["jonas", "ute"]],
  [1, "09:00", "integration", ["mara"]],
  [3, "10:30", "integration", ["jonas"]],
  [4, "15:00", "integration", ["mara"]],
  [5, "14:00", "couple", ["jonas", "ute"]],
];

/** Around a day of guidance: how many days from it, and the hour in the coach's zone. */
const around: [days: number, hour: string, step: Step, kind: Kind][] = [
  [-8, "11:00", "preparation", "preparation"],
  [0, "09:00", "guidance", "guidance"],
  [3, "15:30", "after_days", "integration"],
  [6, "11:00", "after_week", "integration"],
  [13, "11:00", "after_two_weeks", "integration"],
  [27, "11:00", "after_month", "integration"],
];

/**
 * Two weeks of sessions around the day of `now`, in the coach's zone, none on a weekend; and further on what waits for
 * an answer: two requests of a couple, and a day of guidance with all that goes with it.
 */
export function demoSessions(now: number, zone: string): DemoSession[] {
  const today = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(zone).toPlainDate();
  const on = (date: Temporal.PlainDate, hour: string) =>
    date.toZonedDateTime({ timeZone: zone, plainTime: hour }).epochMilliseconds;
  const at = (workday: number, hour: string) => on(workdayFrom(today, workday), hour);
  const session = ([workday, hour, kind, who]: Planned): DemoSession => {
    const start = at(workday, hour);
    return { kind, who, start, isOver: start < now };
  };
  const friday = fridayFrom(workdayFrom(today, 12));
  return [
    ...plan.map(session),
    { ...session([2, "13:00", "integration", ["ute"]]), movedFrom: at(1, "13:00") },
    { ...session([8, "14:00", "couple", ["jonas", "ute"]]), isAsked: true },
    {
      ...session([9, "15:00", "couple", ["ute", "jonas"]]),
      isAsked: true,
      offers: [at(10, "14:00"), at(11, "14:00")],
    },
    ...around.map(
      ([days, hour, step, kind]): DemoSession => ({
        kind,
        who: ["ute"],
        start: on(friday.add({ days }), hour),
        isOver: false,
        isAsked: true,
        step,
      }),
    ),
  ];
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

function fridayFrom(date: Temporal.PlainDate): Temporal.PlainDate {
  return date.add({ days: 5 - date.dayOfWeek });
}
