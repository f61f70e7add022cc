"use client";

import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import { isPortalThere } from "#app/send.ts";
import { dateIn } from "#lib/time/words.ts";

/** The time, kept right while the page is open. The page is read anew every minute that it is looked at. */
export function useTimeNow(now: number, zone: string): number {
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

  return time;
}
