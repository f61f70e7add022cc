"use client";

import { useTimeNow } from "#app/coach/use-time-now.ts";
import { clockWords } from "#lib/time/words.ts";
import { fullZoneWords } from "#lib/time/zones.ts";

/** "It is 11:35 in UTC." */
export function TimeNow({ now, zone }: { now: number; zone: string }) {
  const time = useTimeNow(now, zone);
  return (
    <>
      It is {clockWords(time, zone)} in {fullZoneWords(zone)}.
    </>
  );
}
