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
    if (found && isZone(found)) setZone(found);
  }, [isKnown]);

  function choose(next: string) {
    setZone(next);
    // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in every browser yet
    document.cookie = `zone=${next}; Path=/; Max-Age=31536000; SameSite=Lax`;
  }
  return [zone, choose] as const;
}
