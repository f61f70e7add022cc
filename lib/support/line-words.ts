import type { Resource } from "./resources.ts";

/** What is said of a line: its hours only where somebody has checked them. */
export function linesWords({
  hoursText,
  hoursVerified,
  whatHappens,
}: Pick<Resource, "hoursText" | "hoursVerified" | "whatHappens">): string {
  return hoursVerified && hoursText !== "" ? `${hoursText} ${whatHappens}` : whatHappens;
}
