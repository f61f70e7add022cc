import { sql } from "drizzle-orm";
import {
  check,
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
import { bookings } from "./bookings.ts";
import { createdAt, instant } from "./columns.ts";
import { clients, coaches } from "./people.ts";

export const lessonAudience = pgEnum("lesson_audience", ["everyone", "clients", "mentored"]);

/** How far a reader has come, by their own act only. No row: not opened. */
export const lessonState = pgEnum("lesson_state", ["opened", "done_for_now", "set_aside"]);

/** Seven heights, 0 (above) to 100 (below), from left to right: the two lines never cross or touch. */
export type Motif = { near: number[]; far: number[] };

/** The practice's courses. `intro` is Markdown. */
export const courses = pgTable(
  "courses",
  {
    id: uuid().primaryKey().defaultRandom(),
    slug: text().notNull(),
    title: text().notNull(),
    summary: text().notNull(),
    intro: text().notNull(),
    language: text().notNull().default("en"),
    position: smallint().notNull().default(0),
    createdAt: createdAt(),
  },
  (t) => [
    uniqueIndex("courses_slug").on(t.slug),
    check("courses_slug_plain", sql`${t.slug} ~ '^[a-z0-9]+(-[a-z0-9]+)*$'`),
  ],
);

export const lessons = pgTable(
  "lessons",
  {
    id: uuid().primaryKey().defaultRandom(),
    courseId: uuid()
      .notNull()
      .references(() => courses.id),
    slug: text().notNull(),
    position: smallint().notNull(),
    audience: lessonAudience().notNull().default("clients"),
    motif: jsonb().$type<Motif>().notNull(),
    /** Since when readers do not find it any more. */
    withdrawnAt: instant(),
    createdAt: createdAt(),
  },
  (t) => [
    uniqueIndex("lessons_slug").on(t.slug),
    uniqueIndex("lessons_in_course").on(t.courseId, t.position, t.id),
    check("lessons_slug_plain", sql`${t.slug} ~ '^[a-z0-9]+(-[a-z0-9]+)*$'`),
  ],
);

/** What was published, each for ever as it was. The newest of a language is the one that is read. */
export const lessonVersions = pgTable(
  "lesson_versions",
  {
    id: uuid().primaryKey().defaultRandom(),
    lessonId: uuid()
      .notNull()
      .references(() => lessons.id),
    language: text().notNull(),
    number: integer().notNull(),
    title: text().notNull(),
    summary: text().notNull(),
    goal: text().notNull(),
    /** Markdown with directives. */
    body: text().notNull(),
    /** Null: it came with the portal. */
    publishedBy: uuid().references(() => coaches.id),
    publishedAt: instant().notNull(),
  },
  (t) => [uniqueIndex("lesson_versions_number").on(t.lessonId, t.language, t.number)],
);

/** What coaches are writing, one for each language of a lesson. `revision` rises with every save. */
export const lessonDrafts = pgTable(
  "lesson_drafts",
  {
    lessonId: uuid()
      .notNull()
      .references(() => lessons.id),
    language: text().notNull(),
    title: text().notNull(),
    summary: text().notNull(),
    goal: text().notNull(),
    body: text().notNull(),
    revision: integer().notNull(),
    editedBy: uuid()
      .notNull()
      .references(() => coaches.id),
    editedAt: instant().notNull(),
  },
  (t) => [primaryKey({ columns: [t.lessonId, t.language] })],
);

export const lessonProgress = pgTable(
  "lesson_progress",
  {
    clientId: uuid()
      .notNull()
      .references(() => clients.id),
    lessonId: uuid()
      .notNull()
      .references(() => lessons.id),
    state: lessonState().notNull(),
    /** The block at which the reader wants to go on. */
    place: text(),
    changedAt: instant().notNull(),
  },
  (t) => [primaryKey({ columns: [t.clientId, t.lessonId] })],
);

/** A lesson, or one exercise of it, beside a session: so many days before it (negative) or after it. */
export const lessonSuggestions = pgTable(
  "lesson_suggestions",
  {
    id: uuid().primaryKey().defaultRandom(),
    bookingId: uuid()
      .notNull()
      .references(() => bookings.id),
    clientId: uuid()
      .notNull()
      .references(() => clients.id),
    coachId: uuid()
      .notNull()
      .references(() => coaches.id),
    lessonId: uuid()
      .notNull()
      .references(() => lessons.id),
    block: text(),
    days: smallint().notNull(),
    createdAt: createdAt(),
    /** When the client marked it done for now. That they set it aside is told to nobody. */
    doneAt: instant(),
  },
  (t) => [
    // One at a time: a second one for the same day would have to wait behind the first.
    uniqueIndex("lesson_suggestions_day").on(t.bookingId, t.clientId, t.days),
    uniqueIndex("lesson_suggestions_client").on(t.clientId, t.id),
    check("lesson_suggestions_days", sql`${t.days} between -60 and 120 and ${t.days} <> 0`),
  ],
);
