import { sql } from "drizzle-orm";
import { drizzle } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import { supportResources } from "#db/schema/index.ts";
import { resources } from "./resources.ts";

/** Puts the lines that come with the portal into its database. What the owner changed, hid or removed stays so. */
export async function ensureSupport(url: string, now: number): Promise<void> {
  const connection = postgres(url, { max: 1, onnotice: () => {} });
  const shipped = resources.map((resource, position) => ({
    ...resource,
    ways: [...resource.ways],
    position,
    changedAt: now,
  }));
  try {
    await drizzle(connection, { casing: "snake_case" })
      .insert(supportResources)
      .values(shipped)
      .onConflictDoUpdate({
        target: supportResources.id,
        set: {
          ...{ name: sql`excluded.name`, whatHappens: sql`excluded.what_happens` },
          ...{ hoursText: sql`excluded.hours_text`, hoursVerified: sql`excluded.hours_verified` },
          ...{ ways: sql`excluded.ways`, verifiedOn: sql`excluded.verified_on` },
          ...{ sourceUrl: sql`excluded.source_url`, position: sql`excluded.position` },
          ...{ place: sql`excluded.place`, urgency: sql`excluded.urgency` },
        },
        setWhere: sql`support_resources.changed_by is null`,
      });
  } finally {
    await connection.end({ timeout: 5 });
  }
}
