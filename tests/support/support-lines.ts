import { randomUUID } from "node:crypto";
import { asSystem } from "#db/client.ts";
import { supportResources } from "#db/schema/index.ts";

/** A line that people can turn to, checked some time ago; gives its id. */
export async function aSupportLine(
  details: Partial<typeof supportResources.$inferInsert> = {},
): Promise<string> {
  const id = randomUUID();
  await asSystem("a test needs a line", (tx) =>
    tx.insert(supportResources).values({
      ...{ id, place: "eu", urgency: "hard", name: "A peer line", whatHappens: "Somebody listens." },
      ...{ hoursText: "", hoursVerified: false, ways: [{ words: "Call 123", to: "tel:123" }] },
      ...{ verifiedOn: "2026-11-12", sourceUrl: "https://example.org/", position: 50, changedAt: 0 },
      ...details,
    }),
  );
  return id;
}
