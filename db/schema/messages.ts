import { index, integer, pgEnum, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { bookings } from "./bookings.ts";
import { createdAt, instant, sealed } from "./columns.ts";
import { users } from "./people.ts";

export const messageState = pgEnum("message_state", [
  "planned",
  "sending",
  "sent",
  "unsure",
  "dead",
  "dropped",
]);

/** The outbox and the mail log. `payload` is the sealed JSON that is sent, byte for byte, on every try. */
export const messages = pgTable(
  "messages",
  {
    id: uuid().primaryKey(),
    kind: text().notNull(),
    dedupe: text().notNull(),
    recipientId: uuid().references(() => users.id),
    bookingId: uuid().references(() => bookings.id),
    payload: sealed(),
    state: messageState().notNull().default("planned"),
    notBefore: instant(),
    expiresAt: instant(),
    attempts: integer().notNull().default(0),
    firstAttemptAt: instant(),
    sentAt: instant(),
    providerId: text(),
    lastError: text(),
    createdAt: createdAt(),
  },
  (t) => [
    uniqueIndex("messages_dedupe").on(t.dedupe),
    index("messages_booking").on(t.bookingId),
    index("messages_open").on(t.state, t.createdAt),
  ],
);
