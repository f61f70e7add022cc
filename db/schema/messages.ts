import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  index,
  integer,
  pgEnum,
  pgTable,
  primaryKey,
  smallint,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { bookings } from "./bookings.ts";
import { createdAt, instant, sealed } from "./columns.ts";
import { coaches, users } from "./people.ts";

export const messageState = pgEnum("message_state", [
  "planned",
  "sending",
  "sent",
  "unsure",
  "dead",
  "dropped",
]);

export const mailLane = pgEnum("mail_lane", ["sign-in", "booking", "reminder", "overview"]);

/** What Resend tells afterwards, in the order in which it only ever moves on. */
export const delivery = pgEnum("delivery", [
  "delayed",
  "delivered",
  "failed",
  "suppressed",
  "bounced",
  "complained",
]);

/**
 * The outbox and the mail log. `payload` is the sealed JSON that is sent, byte for byte, on every try. `forStart` is the
 * begin of the booking that the letter speaks of: where that is no longer so, the letter is of no use.
 */
export const messages = pgTable(
  "messages",
  {
    id: uuid().primaryKey(),
    kind: text().notNull(),
    dedupe: text().notNull(),
    recipientId: uuid().references(() => users.id),
    bookingId: uuid().references(() => bookings.id),
    payload: sealed(),
    lane: mailLane().notNull().default("booking"),
    forStart: instant(),
    state: messageState().notNull().default("planned"),
    notBefore: instant(),
    expiresAt: instant(),
    attempts: integer().notNull().default(0),
    firstAttemptAt: instant(),
    sentAt: instant(),
    providerId: text(),
    lastError: text(),
    delivery: delivery(),
    deliveryAt: instant(),
    createdAt: createdAt(),
  },
  (t) => [
    uniqueIndex("messages_dedupe").on(t.dedupe),
    index("messages_booking").on(t.bookingId),
    index("messages_open").on(t.state, t.createdAt),
    index("messages_recipient").on(t.recipientId, t.createdAt),
    index("messages_log").on(t.createdAt, t.id),
  ],
);

/** What Resend told us, once for each of its events. */
export const webhookEvents = pgTable(
  "webhook_events",
  {
    /** Resend's own id of the event. */
    id: text().primaryKey(),
    type: text().notNull(),
    messageId: uuid(),
    happenedAt: instant().notNull(),
    receivedAt: instant().notNull(),
  },
  (t) => [index("webhook_events_received").on(t.receivedAt)],
);

/** When work that goes on by itself was last alive, whichever process did it. */
export const workerRuns = pgTable("worker_runs", {
  name: text().primaryKey(),
  ranAt: instant().notNull(),
});

/** Which mail a person wants, and when. No row: all as it is by default. Times of day are minutes since midnight. */
export const mailPreferences = pgTable(
  "mail_preferences",
  {
    userId: uuid()
      .primaryKey()
      .references(() => users.id),
    reminders: boolean().notNull().default(true),
    questions: boolean().notNull().default(true),
    checkIns: boolean().notNull().default(true),
    lessons: boolean().notNull().default(true),
    desk: boolean().notNull().default(true),
    overview: boolean().notNull().default(true),
    /** Minutes before a meeting. */
    firstReminder: integer().notNull().default(1440),
    lastReminder: integer().notNull().default(60),
    quietFrom: smallint().notNull().default(1200),
    quietUntil: smallint().notNull().default(540),
    overviewAt: smallint().notNull().default(420),
    /** The day and hour of a meeting in the subject. */
    saysWhen: boolean().notNull().default(false),
    updatedAt: instant().notNull(),
  },
  (t) => [
    check(
      "mail_preferences_hours",
      sql`${t.quietFrom} between 0 and 1439 and ${t.quietUntil} between 0 and 1439 and ${t.overviewAt} between 0 and 719`,
    ),
    check(
      "mail_preferences_reminders",
      sql`${t.lastReminder} between 15 and 720 and ${t.firstReminder} between 720 and 10080`,
    ),
  ],
);

/** A coach's own sentences in a kind of letter, as Markdown. No row: those that come with the portal. */
export const letterWords = pgTable(
  "letter_words",
  {
    coachId: uuid()
      .notNull()
      .references(() => coaches.id),
    kind: text().notNull(),
    words: text().notNull(),
    updatedAt: instant().notNull(),
  },
  (t) => [primaryKey({ columns: [t.coachId, t.kind] })],
);
