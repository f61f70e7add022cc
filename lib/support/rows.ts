import { asc, sql } from "drizzle-orm";
import { supportResources } from "#db/schema/index.ts";
import type { Resource } from "./resources.ts";
import { isSafeWay } from "./ways.ts";

export const lineColumns = {
  id: supportResources.id,
  place: supportResources.place,
  urgency: supportResources.urgency,
  name: supportResources.name,
  whatHappens: supportResources.whatHappens,
  hoursText: supportResources.hoursText,
  hoursVerified: supportResources.hoursVerified,
  ways: supportResources.ways,
  verifiedOn: supportResources.verifiedOn,
  sourceUrl: supportResources.sourceUrl,
  position: supportResources.position,
};

/** In each place the emergency services come first. */
export const lineOrder = [
  asc(supportResources.place),
  sql`(support_resources.id = support_resources.place::text || '-emergency') desc`,
  asc(supportResources.position),
  asc(supportResources.name),
];

/** Only links that may be links at all, whatever lies in the database. */
export function withSafeWays<Line extends Resource>(line: Line): Line {
  return { ...line, ways: line.ways.filter(({ to }) => isSafeWay(to)) };
}
