"use client";

import { useEffect, useState } from "react";
import { clockWords } from "#lib/time/words.ts";
import { zoneWords } from "#lib/time/zones.ts";

/** "Lisbon time, 10:42 now." It goes on while the page is open. */
export function ZoneNow({ zone, now }: { zone: string; now: number }) {
  const [time, setTime] = useState(now);
  useEffect(() => {
    const clock = setInterval(() => setTime(Date.now()), 5_000);
    return () => clearInterval(clock);
  }, []);
  return (
    <>
      {zoneWords(zone)}, {clockWords(time, zone)} now.
    </>
  );
}
