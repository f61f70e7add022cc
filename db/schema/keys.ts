import { pgTable, text } from "drizzle-orm/pg-core";
import { createdAt, instant, sealed } from "./columns.ts";

/** The practice's keys by their names, each with a known text that it alone opens. The keys themselves are never here. */
export const sealingKeys = pgTable("sealing_keys", {
  id: text().primaryKey(),
  answer: sealed().notNull(),
  createdAt: createdAt(),
  /** Since when it is no longer among the keys, nothing being sealed with it. */
  removedAt: instant(),
});
