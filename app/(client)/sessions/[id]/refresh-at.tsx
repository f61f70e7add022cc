"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { isPortalThere } from "#app/send.ts";

const day = 86_400_000;

/** Reads the page anew at the next of these times, epoch milliseconds, when it is still open then. */
export function RefreshAt({ times, now }: { times: number[]; now: number }) {
  const router = useRouter();
  const next = Math.min(...times.filter((time) => time > now));
  useEffect(() => {
    const wait = next - Date.now();
    if (wait > day) return;
    // A moment later, so that the portal's clock has passed it too.
    const look = async () => (await isPortalThere()) && router.refresh();
    const timer = setTimeout(() => void look(), Math.max(0, wait) + 2_000);
    return () => clearTimeout(timer);
  }, [next, router]);
  return null;
}
