"use client";

import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import { clockWords, dateIn } from "#lib/time/words.ts";
import { fullZoneWords } from "#lib/time/zones.ts";

/** "It is 11:35 in UTC.", kept right while the page is open. The page is read anew every minute that it is looked at. */
export function TimeNow({ now, zone }: { now: number; zone: string }) {
  const router = useRouter();
  const [time, setTime] = useState(now);

  useEffect(() => {
    setTime(now);
    const look = async () => {
      if (document.visibilityState === "hidden") return;
      const time = Date.now();
      setTime(time);
      const isOld = time - now > 60_000 || dateIn(time, zone) !== dateIn(now, zone);
      // A refresh that cannot reach the portal would take the page away.
      if (isOld && (await isPortalThere())) router.refresh();
    };
    const clock = setInterval(look, 20_000);
    document.addEventListener("visibilitychange", look);
    return () => {
      clearInterval(clock);
      document.removeEventListener("visibilitychange", look);
    };
  }, [now, zone, router]);

  return (
    <>
      It is {clockWords(time, zone)} in {fullZoneWords(zone)}.
    </>
  );
}

async function isPortalThere(): Promise<boolean> {
  const answer = await fetch("/api/health/live").catch(() => undefined);
  return answer?.ok ?? false;
}
