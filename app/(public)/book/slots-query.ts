import { queryOptions } from "@tanstack/react-query";
import { askJson } from "#app/send.ts";

export type FreeDay = { date: string; starts: string[] };
export type FreeTimes = { zone: string; days: FreeDay[] };
export type Question = { type: string; from: string; days: number; zone: string };

/** The free times of some days, by local date in the reader's zone. */
export function slotsQuery(question: Question, served?: { question: Question; times: FreeTimes }) {
  const { type, from, days, zone } = question;
  const isServed = served && JSON.stringify(served.question) === JSON.stringify({ type, from, days, zone });
  return queryOptions({
    queryKey: ["slots", type, zone, from, days],
    queryFn: ({ signal }) =>
      askJson<FreeTimes>(
        `/api/slots?${new URLSearchParams({ type, from, days: String(days), zone })}`,
        signal,
      ),
    initialData: isServed ? served.times : undefined,
    // The same week in another zone is made of the same instants, so it may stand there until its dates are known.
    placeholderData: (before, query) =>
      query?.queryKey[1] === type && query.queryKey[3] === from ? before : undefined,
    staleTime: 30_000,
    retry: 2,
  });
}
