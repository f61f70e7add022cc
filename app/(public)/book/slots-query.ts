import { queryOptions } from "@tanstack/react-query";
import { askJson } from "#app/send.ts";

export type FreeDay = { date: string; starts: string[] };
export type FreeTimes = { zone: string; days: FreeDay[] };
export type Question = {
  type: string;
  /** The session that is to be moved: then its own time stands in nobody's way. */
  moving?: string | undefined;
  from: string;
  days: number;
  zone: string;
};

/** The free times of some days, by local date in the reader's zone. */
export function slotsQuery(question: Question, served?: { question: Question; times: FreeTimes }) {
  const key = keyOf(question);
  const isServed = served && JSON.stringify(keyOf(served.question)) === JSON.stringify(key);
  return queryOptions({
    queryKey: key,
    queryFn: ({ signal }) => askJson<FreeTimes>(pathOf(question), signal),
    initialData: isServed ? served.times : undefined,
    // The same week in another zone is made of the same instants, so it may stand there until its dates are known.
    placeholderData: (before, query) =>
      query?.queryKey[1] === key[1] && query.queryKey[3] === key[3] ? before : undefined,
    staleTime: 30_000,
    retry: 2,
  });
}

function keyOf({ type, moving, from, days, zone }: Question) {
  return ["slots", moving ?? type, zone, from, days] as const;
}

function pathOf({ type, moving, from, days, zone }: Question): string {
  const asked = { from, days: String(days), zone };
  if (moving) return `/api/bookings/${moving}/times?${new URLSearchParams(asked)}`;
  return `/api/slots?${new URLSearchParams({ type, ...asked })}`;
}
