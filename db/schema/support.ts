import { sql } from "drizzle-orm";
import { boolean, check, date, jsonb, pgEnum, pgTable, smallint, text, uuid } from "drizzle-orm/pg-core";
import { instant } from "./columns.ts";
import { users } from "./people.ts";

export const supportPlace = pgEnum("support_place", ["us", "ca", "mx", "eu", "uk", "anywhere"]);

/** For whom it is: somebody in danger, or somebody for whom it is a lot. */
export const supportUrgency = pgEnum("support_urgency", ["now", "hard"]);

export type StoredWay = { words: string; to: string };

/** A line that people can turn to. Shown only once somebody has checked it. */
export const supportResources = pgTable(
  "support_resources",
  {
    id: text().primaryKey(),
    place: supportPlace().notNull(),
    urgency: supportUrgency().notNull(),
    name: text().notNull(),
    whatHappens: text().notNull(),
    hoursText: text().notNull(),
    /** Hours are shown only when a person has checked them too, and not the number alone. */
    hoursVerified: boolean().notNull(),
    ways: jsonb().$type<StoredWay[]>().notNull(),
    /** The day somebody last checked it. Null: hidden until somebody has. */
    verifiedOn: date(),
    sourceUrl: text().notNull(),
    position: smallint().notNull(),
    /** Null: as it came with the portal. */
    changedBy: uuid().references(() => users.id),
    changedAt: instant().notNull(),
    removedAt: instant(),
  },
  (t) => [check("support_resources_source", sql`${t.verifiedOn} is null or ${t.sourceUrl} <> ''`)],
);
