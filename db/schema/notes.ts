import { sql } from "drizzle-orm";
import { check, index, integer, pgEnum, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { sessionKind } from "./availability.ts";
import { bookings } from "./bookings.ts";
import { createdAt, instant, sealed } from "./columns.ts";
import { coaches, users } from "./people.ts";

/** What a coach writes for themselves: after a session, before it the question to begin with, or of a client at all. */
export const notePurpose = pgEnum("note_purpose", ["session", "first_question", "standing"]);

/**
 * What only its coach reads. The sealed JSON of `[{ key, label, words }]`: each keeps the labels it was written under.
 */
export const privateNotes = pgTable(
  "private_notes",
  {
    id: uuid().primaryKey(),
    coachId: uuid()
      .notNull()
      .references(() => coaches.id),
    purpose: notePurpose().notNull(),
    bookingId: uuid().references(() => bookings.id),
    /** Whom it is about, and with whose key it is sealed. Null: both of a couple, with the coach's own. */
    aboutId: uuid().references(() => users.id),
    words: sealed().notNull(),
    /** Rises with every save, so that two devices notice one another. */
    revision: integer().notNull(),
    createdAt: createdAt(),
    writtenAt: instant().notNull(),
    /** When its coach said that it is finished. Writing on opens it again. */
    finishedAt: instant(),
  },
  (t) => [
    uniqueIndex("private_notes_one").on(
      t.coachId,
      t.purpose,
      sql`coalesce(${t.bookingId}, '00000000-0000-0000-0000-000000000000')`,
      sql`coalesce(${t.aboutId}, '00000000-0000-0000-0000-000000000000')`,
    ),
    index("private_notes_booking").on(t.bookingId),
    index("private_notes_about").on(t.aboutId, t.coachId, t.writtenAt),
    check("private_notes_revision", sql`${t.revision} > 0`),
    check("private_notes_of", sql`(${t.purpose} = 'standing') = (${t.bookingId} is null)`),
    check("private_notes_standing", sql`${t.purpose} <> 'standing' or ${t.aboutId} is not null`),
  ],
);

/** What a client receives from their coach about a session, as it is being written. Nobody else sees it yet. */
export const sharedSummaries = pgTable(
  "shared_summaries",
  {
    id: uuid().primaryKey(),
    coachId: uuid()
      .notNull()
      .references(() => coaches.id),
    bookingId: uuid()
      .notNull()
      .references(() => bookings.id),
    clientId: uuid()
      .notNull()
      .references(() => users.id),
    /** As in notes. */
    words: sealed().notNull(),
    revision: integer().notNull(),
    createdAt: createdAt(),
    writtenAt: instant().notNull(),
  },
  (t) => [
    uniqueIndex("shared_summaries_one").on(t.bookingId, t.clientId),
    check("shared_summaries_revision", sql`${t.revision} > 0`),
  ],
);

/** A summary as it was sent. What is changed afterwards is sent again, or not at all. */
export const sentSummaries = pgTable(
  "sent_summaries",
  {
    id: uuid().primaryKey(),
    summaryId: uuid()
      .notNull()
      .references(() => sharedSummaries.id),
    coachId: uuid()
      .notNull()
      .references(() => coaches.id),
    bookingId: uuid()
      .notNull()
      .references(() => bookings.id),
    clientId: uuid()
      .notNull()
      .references(() => users.id),
    words: sealed().notNull(),
    /** The revision of the summary that was sent. */
    revision: integer().notNull(),
    sentAt: instant().notNull(),
    /** Taken back, or replaced by one that was sent after it. */
    withdrawnAt: instant(),
  },
  (t) => [
    uniqueIndex("sent_summaries_one").on(t.summaryId).where(sql`${t.withdrawnAt} is null`),
    index("sent_summaries_reader").on(t.clientId, t.sentAt),
    index("sent_summaries_booking").on(t.bookingId),
  ],
);

/** What a note or a summary said before: kept when it is finished or sent, and when somebody comes back to it later. */
export const writtenRevisions = pgTable(
  "written_revisions",
  {
    id: uuid().primaryKey(),
    noteId: uuid().references(() => privateNotes.id),
    summaryId: uuid().references(() => sharedSummaries.id),
    coachId: uuid()
      .notNull()
      .references(() => coaches.id),
    words: sealed().notNull(),
    revision: integer().notNull(),
    writtenAt: instant().notNull(),
  },
  (t) => [
    uniqueIndex("written_revisions_note").on(t.noteId, t.revision),
    uniqueIndex("written_revisions_summary").on(t.summaryId, t.revision),
    check("written_revisions_of", sql`num_nonnulls(${t.noteId}, ${t.summaryId}) = 1`),
  ],
);

export const templatePart = pgEnum("template_part", ["note", "summary"]);

/** A coach's own beginning for a note or a summary. Its fields as in notes, sealed with the coach's own key. */
export const noteTemplates = pgTable(
  "note_templates",
  {
    id: uuid().primaryKey(),
    coachId: uuid()
      .notNull()
      .references(() => coaches.id),
    kind: sessionKind().notNull(),
    part: templatePart().notNull(),
    name: text().notNull(),
    fields: sealed().notNull(),
    createdAt: createdAt(),
    changedAt: instant().notNull(),
    removedAt: instant(),
  },
  (t) => [index("note_templates_coach").on(t.coachId, t.kind, t.part)],
);
