import { drizzle } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import { consentTexts } from "#db/schema/index.ts";
import { shippedTexts } from "./shipped/texts.ts";

/** Gives a practice the first version of each text that it has none of. Drafts, until the owner says otherwise. */
export async function ensureConsentTexts(url: string, now: number): Promise<void> {
  const connection = postgres(url, { max: 1, onnotice: () => {} });
  try {
    await drizzle(connection, { casing: "snake_case" })
      .insert(consentTexts)
      .values(shippedTexts.map((text) => ({ ...text, version: 1, publishedAt: now })))
      .onConflictDoNothing();
  } finally {
    await connection.end({ timeout: 5 });
  }
}
