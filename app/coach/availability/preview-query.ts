import { queryOptions } from "@tanstack/react-query";
import { askJson } from "#app/send.ts";
import type { Preview } from "#lib/availability/preview.ts";

export type Question = { type: string; zone: string; weekday: number };

/** What a client there finds on that weekday, across the next clock change. */
export function previewQuery({ type, zone, weekday }: Question) {
  return queryOptions({
    queryKey: ["preview", type, zone, weekday],
    queryFn: ({ signal }) =>
      askJson<Preview>(
        `/api/availability/preview?${new URLSearchParams({ type, zone, weekday: String(weekday) })}`,
        signal,
      ),
    placeholderData: (before) => before,
    staleTime: 30_000,
    retry: 2,
  });
}
