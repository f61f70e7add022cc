import { LookList } from "#app/coach/look-list.tsx";
import { aboutWords } from "#app/coach/reflections/about-words.ts";
import { dateOf } from "#app/ui/when.tsx";
import type { Flagged } from "#lib/flags/queries.ts";
import { tierWords } from "#lib/flags/tier-words.ts";
import { clockWords } from "#lib/time/words.ts";

/** Who waits for the coach's eye or a talk, and since when. What they answered is not said here. */
export function PleaseLook({ flagged, zone, now }: { flagged: Flagged[]; zone: string; now: number }) {
  const items = flagged.map((one) => ({
    shareId: one.shareId,
    name: one.client.name,
    about: `${aboutWords(one, zone, now)}. Since ${dateOf(one.since, zone, now)}, ${clockWords(one.since, zone)}`,
    tiers: one.tiers.map((tier) => tierWords[tier]).join(", "),
    isTakenBack: one.isTakenBack,
    // Nobody has looked who has not read it, and a talk is said in words.
    toLookAt: one.isOpened && one.tiers.every((tier) => tier === "please_look") ? one.toLookAt : [],
  }));
  return <LookList items={items} />;
}
