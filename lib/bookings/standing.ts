type Booked = { status: string; during: { start: number; end: number } };

/** Where a session stands for whoever reads about it at `now`. A time that nobody marked is over when its end has passed. */
export type Standing =
  | "held"
  | "asked"
  | "ahead"
  | "now"
  | "over"
  | "missed"
  | "cancelled"
  | "declined"
  | "expired";

export function standingOf({ status, during }: Booked, now: number): Standing {
  if (status === "cancelled" || status === "declined" || status === "expired" || status === "held")
    return status;
  if (status === "no_show") return "missed";
  if (status === "completed" || now >= during.end) return "over";
  if (status === "requested") return "asked";
  return now >= during.start ? "now" : "ahead";
}
