import { useEffect, useState } from "react";
import { isZone } from "#lib/time/zones.ts";

/**
 * The zone that times are shown in: what the reader chose, else what their device says. It is remembered in a cookie
 * of this device, so that the next page comes in it from the server.
 */
export function useReaderZone(served: string, isKnown: boolean) {
  const [zone, setZone] = useState(served);
  useEffect(() => {
    if (isKnown) return;
    const found = Intl.DateTimeFormat().resolvedOptions().timeZone;
    if (!found || !isZone(found)) return;
    setZone(found);
    remember(found);
  }, [isKnown]);

  function choose(next: string) {
    setZone(next);
    remember(next);
  }
  return [zone, choose] as const;
}

function remember(zone: string): void {
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in every browser yet
  document.cookie = `zone=${zone}; Path=/; Max-Age=31536000; SameSite=Lax`;
}
