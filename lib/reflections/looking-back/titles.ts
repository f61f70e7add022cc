import { dateOnly } from "#lib/reflections/words.ts";
import type { Piece } from "./pieces.ts";

type Titled = Pick<Piece, "kind" | "day"> & {
  session: { start: number } | undefined;
  lesson: string | undefined;
};

/** What something written is called: before which session, how long after which, in which lesson. */
export function titleOf({ kind, day, session, lesson }: Titled, zone: string, now: number): string {
  const date = session ? dateOnly(session.start, zone, now) : "";
  switch (kind) {
    case "session":
      return `Before the session on ${date}`;
    case "guidance_day":
      return `On the day, ${date}`;
    case "check_in":
      return `Check-in, ${afterWords(day ?? 0)} after ${date}`;
    case "lesson":
      return `In the lesson “${lesson}”`;
    default:
      return "In your journal";
  }
}

function afterWords(days: number): string {
  if (days === 365) return "a year";
  if (days >= 60 && days % 30 === 0) return `${days / 30} months`;
  return days === 1 ? "one day" : `${days} days`;
}
