import { LookList } from "#app/coach/look-list.tsx";
import { aboutWords } from "#app/coach/reflections/about-words.ts";
import { dateOf } from "#app/ui/when.tsx";
import type { Flagged } from "#lib/flags/queries.ts";
import { tierWords } from "#lib/flags/tier-words.ts";
import type { ScreeningToLookAt } from "#lib/screening/to-look-at.ts";
import { clockWords } from "#lib/time/words.ts";

type PleaseLookProps = {
  flagged: Flagged[];
  screenings: ScreeningToLookAt[];
  zone: string;
  now: number;
};

/** Who waits for the coach's eye or a talk, and since when. What they answered is not said here. */
export function PleaseLook({ flagged, screenings, zone, now }: PleaseLookProps) {
  const when = (at: number) => `Since ${dateOf(at, zone, now)}, ${clockWords(at, zone)}`;
  const aboutHealth = screenings.map(({ client, tiers, since }) => ({
    href: `/coach/clients/${client.id}/screening`,
    name: client.name,
    about: `Health questions. ${when(since)}`,
    tiers: tiers.map((tier) => tierWords[tier]).join(", ") || "To be looked at",
    isTakenBack: false,
    toLookAt: [],
  }));
  const items = flagged.map((one) => ({
    href: `/coach/reflections/${one.shareId}`,
    name: one.client.name,
    about: `${aboutWords(one, zone, now)}. ${when(one.since)}`,
    tiers: one.tiers.map((tier) => tierWords[tier]).join(", "),
    isTakenBack: one.isTakenBack,
    // Nobody has looked who has not read it, and a talk is said in words.
    toLookAt: one.isOpened && one.tiers.every((tier) => tier === "please_look") ? one.toLookAt : [],
  }));
  return <LookList items={[...aboutHealth, ...items]} />;
}
