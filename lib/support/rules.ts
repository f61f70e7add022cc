import { Temporal } from "temporal-polyfill";
import type { Place, Resource } from "./resources.ts";
import { isSafeWay } from "./ways.ts";

/** After so many days hours may have changed, and somebody should look again. */
export const staleAfterDays = 60;

/** Nobody in trouble should meet a number that no one has checked. */
export function isShown(resource: Pick<Resource, "verifiedOn" | "ways">): boolean {
  return resource.verifiedOn !== null && resource.ways.some(({ to }) => isSafeWay(to));
}

/** Whom to turn to in danger, there. */
export function linesFor(place: Place, resources: readonly Resource[]): Resource[] {
  return resources.filter(
    (resource) =>
      resource.urgency === "now" &&
      (resource.place === place || resource.place === "anywhere") &&
      isShown(resource),
  );
}

/** Whom to turn to when it is a lot, there alone. */
export function hardLinesFor(place: Resource["place"], resources: readonly Resource[]): Resource[] {
  return resources.filter(
    (resource) => resource.urgency === "hard" && resource.place === place && isShown(resource),
  );
}

/** The emergency services of a place: always there, always first. */
export function isEmergency({ id, place }: Pick<Resource, "id" | "place">): boolean {
  return id === `${place}-emergency`;
}

/** Anyone to talk to here, besides the emergency services? */
export function hasCrisisLine(place: Place, resources: readonly Resource[]): boolean {
  return linesFor(place, resources).some((resource) => !isEmergency(resource));
}

export function isStale(verifiedOn: string, today: Temporal.PlainDate): boolean {
  return Temporal.PlainDate.from(verifiedOn).until(today, { largestUnit: "day" }).days > staleAfterDays;
}

export function checkedWords(verifiedOn: string, today: Temporal.PlainDate): string {
  const day = Temporal.PlainDate.from(verifiedOn).toLocaleString("en-GB", { dateStyle: "long" });
  return `Last checked ${day}${isStale(verifiedOn, today) ? ". Hours may have changed." : ""}`;
}
