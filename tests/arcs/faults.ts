import { type Line, replay } from "./replay.ts";

type Stretch = { start: number; end: number };
export type Row = {
  id: string;
  arcId: string | null;
  step: string | null;
  status: string;
  during: Stretch;
  occupied: Stretch;
  coachId: string;
  clientId: string;
};

const hour = 3_600_000;
const live = ["requested", "confirmed", "completed", "no_show"];
// Written down once more, so that a wrong number in the rules is found.
const days: Record<string, [number, number]> = {
  after_days: [1, 3],
  after_week: [5, 9],
  after_two_weeks: [12, 16],
  after_month: [26, 34],
};

/** Everything that is wrong with a book, in words: order, distances, half an arc, overlaps, and what the log says. */
export function faultsOf(
  rows: readonly Row[],
  logs: ReadonlyMap<string, readonly Line[]>,
  zone: string,
): string[] {
  const arcs = Map.groupBy(
    rows.filter(({ arcId }) => arcId),
    ({ arcId }) => arcId,
  );
  return [
    ...Array.from(arcs.values()).flatMap((sessions) => [...misplaced(sessions, zone), ...halves(sessions)]),
    ...overlaps(rows),
    ...rows.flatMap((row) => untold(row, logs.get(row.id) ?? [])),
  ];
}

function misplaced(sessions: readonly Row[], zone: string): string[] {
  const standing = sessions.filter(({ status }) => live.includes(status));
  const day = standing.find(({ step }) => step === "guidance")?.during;
  if (!day) return [];
  return standing.flatMap(({ step, during }) => {
    if (step === "guidance") return [];
    if (step === "preparation") {
      const gap = day.start - during.end;
      return gap >= 24 * hour && gap <= 90 * 24 * hour ? [] : [`preparation is ${gap / hour} hours before`];
    }
    const [first, last] = days[step ?? ""] ?? [0, 0];
    const later = dateOf(during.start, zone) - dateOf(day.end - 1, zone);
    return later >= first && later <= last ? [] : [`${step} is ${later} days after`];
  });
}

function halves(sessions: readonly Row[]): string[] {
  const is = (status: string) => sessions.filter((session) => session.status === status).length;
  return ["requested", "declined", "expired"].flatMap((status) =>
    is(status) > 0 && is(status) < sessions.length
      ? [`${is(status)} of ${sessions.length} are ${status}`]
      : [],
  );
}

function overlaps(rows: readonly Row[]): string[] {
  const standing = rows.filter(({ status }) => live.includes(status));
  return standing.flatMap((one, index) =>
    standing.slice(index + 1).flatMap((other) => {
      const isCoach = one.coachId === other.coachId && meet(one.occupied, other.occupied);
      const isClient = one.clientId === other.clientId && meet(one.during, other.during);
      return isCoach || isClient ? [`${one.step} and ${other.step} overlap`] : [];
    }),
  );
}

function untold({ status, during, step }: Row, log: readonly Line[]): string[] {
  try {
    const told = replay(log);
    return told?.status === status && told.start === during.start
      ? []
      : [`${step} is ${status} at ${during.start}, and the log says ${told?.status} at ${told?.start}`];
  } catch (error) {
    return [`${step}: ${error instanceof Error ? error.message : ""}`];
  }
}

const meet = (one: Stretch, other: Stretch) => one.start < other.end && other.start < one.end;

/** The local date as a number of days. */
function dateOf(ms: number, zone: string): number {
  return Date.parse(new Intl.DateTimeFormat("en-CA", { timeZone: zone }).format(ms)) / (24 * hour);
}
