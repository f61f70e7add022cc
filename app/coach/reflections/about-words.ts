import { dateOf } from "#app/ui/when.tsx";
import type { AboutShown } from "#lib/reflections/for-coach/queries.ts";

/** "Before Integration, Tuesday 8 December". */
export function aboutWords({ kind, day, session }: AboutShown, zone: string, now: number): string {
  if (kind === "journal") return "From the journal";
  const when = session ? dateOf(session.start, zone, now) : "";
  if (kind === "check_in") return `Check-in of day ${day}, after ${when}`;
  return kind === "guidance_day" ? `On the day, ${when}` : `Before ${session?.name ?? ""}, ${when}`;
}
