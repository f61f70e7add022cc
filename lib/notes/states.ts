import { dateAfter, firstInstantAt, wallTimeAt } from "#lib/time/wall-clock.ts";

/** How far the writing about a session is. A summary that was changed since it was sent is written again. */
export type State = { note: "none" | "begun" | "finished"; summary: "none" | "written" | "sent" };

type Held = State & { during: { end: number } };

/**
 * Whether something is left to do: a note that was begun and not finished, a summary that was written and not sent; and
 * from the next morning on, in the coach's zone, a note that was not begun.
 */
export function isUnfinished({ note, summary, during }: Held, zone: string, now: number): boolean {
  if (note === "begun" || summary === "written") return true;
  return note === "none" && now >= nextMorning(during.end, zone);
}

function nextMorning(at: number, zone: string): number {
  const { date } = wallTimeAt(at, zone);
  return firstInstantAt({ date: dateAfter(date, 1), minute: 0 }, zone);
}

const notes = {
  none: "No private note yet.",
  begun: "Private note begun.",
  finished: "Private note finished.",
} satisfies Record<State["note"], string>;

const summaries = {
  none: "No summary yet.",
  written: "Summary written, not sent.",
  sent: "Summary sent.",
} satisfies Record<State["summary"], string>;

/** "Private note begun. No summary yet." */
export const stateWords = ({ note, summary }: State): string => `${notes[note]} ${summaries[summary]}`;
