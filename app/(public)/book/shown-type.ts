import type { OfferedType } from "#lib/availability/queries.ts";

/** What the booking page shows of a kind of session; the coach's rules stay on the server. */
export function whatIsShown(type: OfferedType) {
  const { id, kind, name, summary, minutes, place, mode, coachName, feeSentence } = type;
  return { id, kind, name, summary, minutes, place, isAskedFor: mode === "request", coachName, feeSentence };
}
export type ShownType = ReturnType<typeof whatIsShown>;
