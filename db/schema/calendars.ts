import { index, pgEnum, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { createdAt, instant, sealed, span } from "./columns.ts";
import { coaches, users } from "./people.ts";

export const feedState = pgEnum("feed_state", ["new", "good", "broken"]);

/** Another calendar of a coach, read for when they are busy. Its address is a secret. */
export const busyFeeds = pgTable(
  "busy_feeds",
  {
    id: uuid().primaryKey().defaultRandom(),
    coachId: uuid()
      .notNull()
      .references(() => coaches.id),
    name: text().notNull(),
    host: text().notNull(),
    url: sealed().notNull(),
    state: feedState().notNull().default("new"),
    problem: text(),
    checkedAt: instant(),
    goodAt: instant(),
    toldAt: instant(),
    etag: text(),
    lastModified: text(),
    createdAt: createdAt(),
  },
  (t) => [index("busy_feeds_coach").on(t.coachId)],
);

/** When a coach is busy elsewhere, as last read well. Never what with. */
export const busyTimes = pgTable(
  "busy_times",
  {
    feedId: uuid()
      .notNull()
      .references(() => busyFeeds.id, { onDelete: "cascade" }),
    coachId: uuid()
      .notNull()
      .references(() => coaches.id),
    during: span().notNull(),
  },
  (t) => [index("busy_times_feed").on(t.feedId), index("busy_times_when").using("gist", t.coachId, t.during)],
);

/** The secret address at which a person's own calendar program reads their sessions. */
export const calendarFeeds = pgTable(
  "calendar_feeds",
  {
    userId: uuid()
      .primaryKey()
      .references(() => users.id),
    tokenHash: sealed().notNull(),
    token: sealed().notNull(),
    createdAt: createdAt(),
  },
  (t) => [uniqueIndex("calendar_feeds_token").on(t.tokenHash)],
);
