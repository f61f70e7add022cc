import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  index,
  integer,
  type PgColumn,
  pgEnum,
  pgTable,
  smallint,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { bookings } from "./bookings.ts";
import { createdAt, instant, sealed } from "./columns.ts";
import { journeys } from "./journeys.ts";
import { lessons, lessonVersions } from "./lessons.ts";
import { users } from "./people.ts";
import { templateVersions } from "./questions.ts";
import { screenings } from "./screenings.ts";

/** The key that what a client writes is sealed with, itself sealed with the practice's. Gone: so is what they wrote. */
export const clientKeys = pgTable("client_keys", {
  clientId: uuid()
    .primaryKey()
    .references(() => users.id),
  wrapped: sealed().notNull(),
  createdAt: createdAt(),
});

export const shareReader = pgEnum("share_reader", ["coach", "partner"]);

/**
 * What is written: in a lesson; to the questions before a session, or on the day of guidance; so many days after
 * guidance; in the journal.
 */
export const reflectionKind = pgEnum("reflection_kind", [
  "lesson",
  "session",
  "guidance_day",
  "check_in",
  "journal",
]);

/** What the words are about. Only what belongs to its kind is there. */
const about = {
  kind: reflectionKind().notNull(),
  lessonId: uuid().references(() => lessons.id),
  /** Of the lesson. */
  block: text(),
  /** The version of the lesson that was read when it was last written. */
  versionId: uuid().references(() => lessonVersions.id),
  /** The session before which, on whose day, or after which it is asked. */
  bookingId: uuid().references(() => bookings.id),
  /** Of a check-in: so many days after guidance. */
  day: smallint(),
  /** The questions as they were when it was last written. */
  templateVersionId: uuid().references(() => templateVersions.id),
};

type About = { [Name in keyof typeof about]: PgColumn };

const whole = (t: About) => sql`
  num_nonnulls(${t.lessonId}, ${t.block}, ${t.versionId}) = case ${t.kind} when 'lesson' then 3 else 0 end
  and num_nonnulls(${t.bookingId}, ${t.templateVersionId}) = case when ${t.kind} in ('lesson', 'journal') then 0 else 2 end
  and (${t.day} is not null) = (${t.kind} = 'check_in')`;

/**
 * What a client writes. In lessons the sealed JSON of `{ field: words }` for one block, to questions that of
 * `{ question: answer }`, in the journal that of `{ text: words }`.
 */
export const reflections = pgTable(
  "reflections",
  {
    id: uuid().primaryKey(),
    authorId: uuid()
      .notNull()
      .references(() => users.id),
    ...about,
    answers: sealed().notNull(),
    /** Rises with every save, so that two devices notice one another. */
    revision: integer().notNull(),
    createdAt: createdAt(),
    writtenAt: instant().notNull(),
    /** When its author threw it away, which they can undo for a while. Of the journal only. */
    removedAt: instant(),
  },
  (t) => [
    uniqueIndex("reflections_block").on(t.authorId, t.lessonId, t.block),
    uniqueIndex("reflections_asked")
      .on(t.authorId, t.bookingId, t.kind, sql`coalesce(${t.day}, 0)`)
      .where(sql`${t.bookingId} is not null`),
    index("reflections_written").on(t.authorId, t.writtenAt),
    check("reflections_revision", sql`${t.revision} > 0`),
    check("reflections_about", whole(t)),
    check("reflections_removed", sql`${t.removedAt} is null or ${t.kind} = 'journal'`),
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
    ...about,
    answers: sealed().notNull(),
    /** The revision of the reflection that is shown. */
    revision: integer().notNull(),
    sharedAt: instant().notNull(),
    /** From when the other one can read it: at once, or on a day that its author chose. */
    readableFrom: instant().notNull(),
    /** When the other one first opened it, by an act of theirs. */
    openedAt: instant(),
    withdrawnAt: instant(),
  },
  (t) => [
    uniqueIndex("reflection_shares_one").on(t.reflectionId, t.readerId).where(sql`${t.withdrawnAt} is null`),
    index("reflection_shares_reader").on(t.readerId, t.authorId, t.sharedAt),
    index("reflection_shares_shown")
      .on(t.readerId, t.authorId, t.readableFrom)
      .where(sql`${t.withdrawnAt} is null`),
    index("reflection_shares_booking").on(t.bookingId),
    check("reflection_shares_about", whole(t)),
  ],
);

export const flagTier = pgEnum("flag_tier", ["talk_first", "medical_review", "note", "please_look"]);

/**
 * Marks a shared answer for a conversation. It counts from when the words can be read, and no longer once they were
 * taken back unopened.
 */
export const flags = pgTable(
  "flags",
  {
    id: uuid().primaryKey(),
    /** Of the two, the one that the answer stands in. */
    shareId: uuid().references(() => reflectionShares.id),
    screeningId: uuid().references(() => screenings.id),
    clientId: uuid()
      .notNull()
      .references(() => users.id),
    coachId: uuid()
      .notNull()
      .references(() => users.id),
    tier: flagTier().notNull(),
    /** No guidance is booked, and none begins, before the coach has talked about it. */
    holdsGuidance: boolean().notNull(),
    /** The health questions are asked anew: something changed. */
    reopensScreening: boolean().notNull().default(false),
    /** The sealed key of the question. */
    question: sealed().notNull(),
    raisedAt: instant().notNull(),
    /** When the coach wrote that they have talked, or have looked. */
    settledAt: instant(),
    /** How, in the coach's own words, sealed. */
    settledWith: sealed(),
    /** Of a doctor's view: the sealed JSON of who was asked, and when. */
    consulted: sealed(),
  },
  (t) => [
    index("flags_open").on(t.coachId, t.clientId).where(sql`${t.settledAt} is null`),
    index("flags_share").on(t.shareId),
    index("flags_screening").on(t.screeningId),
    index("flags_reopening").on(t.clientId, t.coachId, t.raisedAt).where(sql`${t.reopensScreening}`),
    check("flags_of", sql`num_nonnulls(${t.shareId}, ${t.screeningId}) = 1`),
  ],
);
