import { Temporal } from "temporal-polyfill";
import type { Place, Resource } from "./resources.ts";

const staleAfterDays = 60;

/** Nobody in trouble should meet a number that no one has checked. */
export function isShown(resource: Resource): boolean {
  return resource.verifiedOn !== null && resource.ways.length > 0;
}

export function linesFor(place: Place, resources: readonly Resource[]): Resource[] {
  return resources.filter((resource) => resource.place === place && isShown(resource));
}

/** Anyone to talk to here, besides the emergency services? */
export function hasCrisisLine(place: Place, resources: readonly Resource[]): boolean {
  return linesFor(place, resources).some((resource) => resource.id !== `${place}-emergency`);
}

export function isStale(verifiedOn: string, today: Temporal.PlainDate): boolean {
  return Temporal.PlainDate.from(verifiedOn).until(today, { largestUnit: "day" }).days > staleAfterDays;
}

export function checkedWords(verifiedOn: string, today: Temporal.PlainDate): string {
  const day = Temporal.PlainDate.from(verifiedOn).toLocaleString("en-GB", { dateStyle: "long" });
  return `Last checked ${day}${isStale(verifiedOn, today) ? ". Hours may have changed." : ""}`;
}
