/** What is asked of a client beside a session: before it, on the day of guidance, or so many days after guidance. */
export type About =
  | { bookingId: string; kind: "session" | "guidance_day"; day: null }
  | { bookingId: string; kind: "check_in"; day: number };

/** The page where it is answered. */
export function pathOf({ bookingId, kind, day }: About): `/sessions/${string}` {
  const page = { session: "reflection", guidance_day: "today", check_in: `check-in/${day}` }[kind];
  return `/sessions/${bookingId}/${page}`;
}
