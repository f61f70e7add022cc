import { index, integer, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { bookings } from "./bookings.ts";
import { createdAt, instant, sealed } from "./columns.ts";
import { users } from "./people.ts";

/** A signed-in device. Only the hash of the cookie's token is kept. */
export const authSessions = pgTable(
  "auth_sessions",
  {
    id: uuid().primaryKey().defaultRandom(),
    userId: uuid()
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    tokenHash: sealed().notNull(),
    createdAt: createdAt(),
    lastSeenAt: instant().notNull(),
    idleEndsAt: instant().notNull(),
    endsAt: instant().notNull(),
    revokedAt: instant(),
    device: text(),
  },
  (t) => [uniqueIndex("auth_sessions_token").on(t.tokenHash), index("auth_sessions_user").on(t.userId)],
);

/** A sign-in that waits for its link or its code. Used once, then deleted. */
export const authTokens = pgTable(
  "auth_tokens",
  {
    id: uuid().primaryKey().defaultRandom(),
    email: text().notNull(),
    tokenHash: sealed().notNull(),
    codeHash: sealed().notNull(),
    browserHash: sealed(),
    bookingId: uuid().references(() => bookings.id, { onDelete: "cascade" }),
    attempts: integer().notNull().default(0),
    expiresAt: instant().notNull(),
    createdAt: createdAt(),
  },
  (t) => [uniqueIndex("auth_tokens_token").on(t.tokenHash), index("auth_tokens_email").on(t.email)],
);
