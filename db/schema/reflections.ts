import { sql } from "drizzle-orm";
import { check, index, integer, pgEnum, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { createdAt, instant, sealed } from "./columns.ts";
import { journeys } from "./journeys.ts";
import { lessons, lessonVersions } from "./lessons.ts";
import { users } from "./people.ts";

/** The key that what a client writes is sealed with, itself sealed with the practice's. Gone: so is what they wrote. */
export const clientKeys = pgTable("client_keys", {
  clientId: uuid()
    .primaryKey()
    .references(() => users.id),
  wrapped: sealed().notNull(),
  createdAt: createdAt(),
});

export const shareReader = pgEnum("share_reader", ["coach", "partner"]);

/** What a client writes inside a lesson: the sealed JSON of `{ field: words }` for one of its blocks. */
export const reflections = pgTable(
  "reflections",
  {
    id: uuid().primaryKey(),
    authorId: uuid()
      .notNull()
      .references(() => users.id),
    lessonId: uuid()
      .notNull()
      .references(() => lessons.id),
    block: text().notNull(),
    /** The version that was read when it was last written. */
    versionId: uuid()
      .notNull()
      .references(() => lessonVersions.id),
    answers: sealed().notNull(),
    /** Rises with every save, so that two devices notice one another. */
    revision: integer().notNull(),
    createdAt: createdAt(),
    writtenAt: instant().notNull(),
  },
  (t) => [
    uniqueIndex("reflections_block").on(t.authorId, t.lessonId, t.block),
    check("reflections_revision", sql`${t.revision} > 0`),
  ],
);

/** Words as they stood when their author showed them to one person. Later ones are not shown by themselves. */
export const reflectionShares = pgTable(
  "reflection_shares",
  {
    id: uuid().primaryKey(),
    reflectionId: uuid()
      .notNull()
      .references(() => reflections.id),
    authorId: uuid()
      .notNull()
      .references(() => users.id),
    readerId: uuid()
      .notNull()
      .references(() => users.id),
    reader: shareReader().notNull(),
    journeyId: uuid()
      .notNull()
      .references(() => journeys.id),
    lessonId: uuid()
      .notNull()
      .references(() => lessons.id),
    block: text().notNull(),
    versionId: uuid()
      .notNull()
      .references(() => lessonVersions.id),
    answers: sealed().notNull(),
    /** The revision of the reflection that is shown. */
    revision: integer().notNull(),
    sharedAt: instant().notNull(),
    withdrawnAt: instant(),
  },
  (t) => [
    uniqueIndex("reflection_shares_one").on(t.reflectionId, t.readerId).where(sql`${t.withdrawnAt} is null`),
    index("reflection_shares_reader").on(t.readerId, t.authorId, t.sharedAt),
  ],
);
