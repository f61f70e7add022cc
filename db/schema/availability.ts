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

export const sessionKind = pgEnum("session_kind", [
  "first_conversation",
  "preparation",
  "guidance",
  "integration",
  "couple",
  "mentorship",
]);

export const bookingMode = pgEnum("booking_mode", ["instant", "request"]);

/** A kind of session as one coach offers it, with its rules. All lengths in minutes but `horizonDays`. */
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
    place: text().notNull().default(""),
    position: smallint().notNull().default(0),
    offered: boolean().notNull().default(true),
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
  ],
);

/** Minutes after local midnight, `[from, to)`. 1440 is the end of the day. */
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
    hours: jsonb().$type<{ from: string; to: string }[]>().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.coachId, t.date] }),
    check("date_overrides_hours", sql`jsonb_typeof(${t.hours}) = 'array'`),
  ],
);
