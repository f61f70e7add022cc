import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  date,
  index,
  integer,
  jsonb,
  pgEnum,
  pgTable,
  primaryKey,
  smallint,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { createdAt } from "./columns.ts";
import { coaches } from "./people.ts";
import { reflectionTemplates } from "./questions.ts";

export const sessionKind = pgEnum("session_kind", [
  "first_conversation",
  "preparation",
  "guidance",
  "integration",
  "couple",
  "mentorship",
]);

export const bookingMode = pgEnum("booking_mode", ["instant", "request"]);

export const openTo = pgEnum("open_to", ["everyone", "clients", "couples", "mentees"]);

export type SessionKind = (typeof sessionKind.enumValues)[number];
/** Wall clock, "HH:MM". Without `kinds` these hours are for all of them. */
export type StoredHours = { from: string; to: string; kinds?: SessionKind[] };

/**
 * A kind of session as one coach offers it, with its rules. All lengths in minutes but `horizonDays`. `nextDayLimit`:
 * how many sessions the day after one of these may have.
 */
export const sessionTypes = pgTable(
  "session_types",
  {
    id: uuid().primaryKey().defaultRandom(),
    coachId: uuid()
      .notNull()
      .references(() => coaches.id),
    kind: sessionKind().notNull(),
    name: text().notNull(),
    summary: text().notNull().default(""),
    minutes: smallint().notNull(),
    before: smallint().notNull().default(0),
    after: smallint().notNull().default(15),
    step: smallint().notNull().default(15),
    notice: integer().notNull().default(1440),
    horizonDays: smallint().notNull().default(60),
    cutOff: integer().notNull().default(1440),
    mode: bookingMode().notNull().default("instant"),
    openTo: openTo().notNull().default("everyone"),
    dailyLimit: smallint(),
    weeklyLimit: smallint(),
    nextDayLimit: smallint(),
    place: text().notNull().default(""),
    position: smallint().notNull().default(0),
    offered: boolean().notNull().default(true),
    /** The questions before such a session. Null: those that are there for its kind. */
    templateId: uuid().references(() => reflectionTemplates.id),
    createdAt: createdAt(),
  },
  (t) => [
    uniqueIndex("session_types_kind").on(t.coachId, t.kind),
    check(
      "session_types_lengths",
      sql`${t.minutes} between 5 and 720 and ${t.before} between 0 and 240 and ${t.after} between 0 and 240
        and ${t.step} between 5 and 240 and ${t.notice} between 0 and 43200 and ${t.horizonDays} between 1 and 365
        and ${t.cutOff} between 0 and 43200`,
    ),
    check(
      "session_types_limits",
      sql`coalesce(${t.dailyLimit} between 1 and 50, true) and coalesce(${t.weeklyLimit} between 1 and 200, true)
        and coalesce(${t.nextDayLimit} between 0 and 50, true)`,
    ),
  ],
);

/** Minutes after local midnight, `[from, to)`. 1440 is the end of the day. Without `kinds` for all of them. */
export const weeklyHours = pgTable(
  "weekly_hours",
  {
    id: uuid().primaryKey().defaultRandom(),
    coachId: uuid()
      .notNull()
      .references(() => coaches.id),
    weekday: smallint().notNull(),
    fromMinute: smallint().notNull(),
    toMinute: smallint().notNull(),
    kinds: jsonb().$type<SessionKind[]>(),
  },
  (t) => [
    index("weekly_hours_coach").on(t.coachId),
    check(
      "weekly_hours_range",
      sql`${t.weekday} between 1 and 7 and ${t.fromMinute} >= 0 and ${t.fromMinute} < ${t.toMinute} and ${t.toMinute} <= 1440`,
    ),
  ],
);

/** Replaces the weekly hours of one local date. No hours: closed that day. */
export const dateOverrides = pgTable(
  "date_overrides",
  {
    coachId: uuid()
      .notNull()
      .references(() => coaches.id),
    date: date({ mode: "string" }).notNull(),
    hours: jsonb().$type<StoredHours[]>().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.coachId, t.date] }),
    check("date_overrides_hours", sql`jsonb_typeof(${t.hours}) = 'array'`),
  ],
);

/** Local dates on which nothing can be booked, both ends included. */
export const timeOff = pgTable(
  "time_off",
  {
    id: uuid().primaryKey().defaultRandom(),
    coachId: uuid()
      .notNull()
      .references(() => coaches.id),
    fromDate: date({ mode: "string" }).notNull(),
    toDate: date({ mode: "string" }).notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    index("time_off_coach").on(t.coachId, t.fromDate),
    check("time_off_range", sql`${t.fromDate} <= ${t.toDate} and ${t.toDate} - ${t.fromDate} <= 400`),
  ],
);

/** Where a session by video is held. Apart from the kind itself, since only who comes may know it. */
export const meetingLinks = pgTable("meeting_links", {
  typeId: uuid()
    .primaryKey()
    .references(() => sessionTypes.id),
  link: text().notNull(),
});
