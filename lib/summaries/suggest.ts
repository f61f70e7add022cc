import type { SessionKind } from "#lib/notes/fields.ts";
import { dateAfter, wallTimeAt } from "#lib/time/wall-clock.ts";
import { clockWords, dateWords, dayWords } from "#lib/time/words.ts";
import { zoneWords } from "#lib/time/zones.ts";

const checkInDays = [1, 3, 7, 14, 30];

/** What the portal knows already, in the client's own zone, by the key of the field that it could go into. */
export function suggestionsFor(
  { kind, during }: { kind: SessionKind; during: { start: number } },
  next: number | undefined,
  zone: string,
): Record<string, string> {
  if (kind === "guidance") {
    const { date } = wallTimeAt(during.start, zone);
    return { check_ins: checkInDays.map((days) => dateWords(dateAfter(date, days))).join("\n") };
  }
  if (next === undefined) return {};
  return { next: `${dayWords(next, zone)}, ${clockWords(next, zone)}, ${zoneWords(zone)}` };
}
