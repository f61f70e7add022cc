import { sql } from "drizzle-orm";
import { check, index, integer, pgEnum, pgTable, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { createdAt, instant, sealed } from "./columns.ts";
import { coaches, users } from "./people.ts";
import { templateVersions } from "./questions.ts";

/** Where the talk about somebody's health stands. That it is too old is not among them: that comes with time. */
export const screeningState = pgEnum("screening_state", [
  "not_started",
  "shared",
  "in_conversation",
  "medical_review_asked",
  "medical_review_noted",
  "coach_ready_to_proceed",
  "coach_not_at_this_time",
]);

/** One round of health questions. The newest of a client and a coach counts; older ones stay as they were. */
export const screenings = pgTable(
  "screenings",
  {
    id: uuid().primaryKey(),
    clientId: uuid()
      .notNull()
      .references(() => users.id),
    coachId: uuid()
      .notNull()
      .references(() => coaches.id),
    templateVersionId: uuid()
      .notNull()
      .references(() => templateVersions.id),
    state: screeningState().notNull(),
    /** The sealed JSON of `{ question: answer }`. */
    answers: sealed().notNull(),
    revision: integer().notNull(),
    createdAt: createdAt(),
    writtenAt: instant().notNull(),
    sharedAt: instant(),
    /** Since when a newer round is in its place. */
    replacedAt: instant(),
  },
  (t) => [
    uniqueIndex("screenings_now").on(t.clientId, t.coachId).where(sql`${t.replacedAt} is null`),
    index("screenings_coach").on(t.coachId, t.clientId, t.sharedAt),
    check("screenings_revision", sql`${t.revision} > 0`),
    check("screenings_shared", sql`(${t.state} = 'not_started') = (${t.sharedAt} is null)`),
  ],
);

/** Each step of a coach in the talk about it, with the reason, for the coach alone. */
export const screeningMoves = pgTable(
  "screening_moves",
  {
    id: uuid().primaryKey(),
    screeningId: uuid()
      .notNull()
      .references(() => screenings.id),
    coachId: uuid()
      .notNull()
      .references(() => coaches.id),
    fromState: screeningState().notNull(),
    toState: screeningState().notNull(),
    /** Sealed JSON: the reason, and of a doctor's view who was asked, and when. */
    reason: sealed().notNull(),
    movedAt: instant().notNull(),
  },
  (t) => [index("screening_moves_of").on(t.screeningId, t.movedAt)],
);
