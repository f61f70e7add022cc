import { isZone } from "#lib/time/zones.ts";
import { windowsZones } from "./windows-zones.ts";

const byLowerCase = new Map(
  Object.entries(windowsZones).map(([windows, zone]) => [windows.toLowerCase(), zone]),
);

/**
 * The zone that a calendar means by a TZID, if we know it. What a file says of the zone's clocks itself is not looked
 * at: it is often wrong, and it may be made to never end.
 */
export function zoneMeant(tzid: string): string | undefined {
  const name = tzid
    .trim()
    .replace(/^"|"$/g, "")
    .replace(/^tzone:\/\/Microsoft\//i, "");
  const windows = byLowerCase.get(name.toLowerCase());
  if (windows) return windows;
  // Mozilla and Evolution put a path before it: "/mozilla.org/20050126_1/Europe/Berlin".
  for (let rest = name.replace(/^\//, ""); rest; rest = rest.slice(rest.indexOf("/") + 1 || rest.length))
    if (isZone(rest)) return rest;
  return undefined;
}
