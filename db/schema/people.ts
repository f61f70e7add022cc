import { sql } from "drizzle-orm";
import { check, pgEnum, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { createdAt, instant } from "./columns.ts";

export const roleEnum = pgEnum("role", ["client", "coach", "owner"]);

export const users = pgTable(
  "users",
  {
    id: uuid().primaryKey().defaultRandom(),
    role: roleEnum().notNull().default("client"),
    email: text().notNull(),
    displayName: text().notNull(),
    zone: text().notNull().default("UTC"),
    disabledAt: instant(),
    /** Since when mail to this address comes back. Null: it arrives, as far as we know. */
    mailFailsSince: instant(),
    createdAt: createdAt(),
  },
  (t) => [
    uniqueIndex("users_email").on(sql`lower(${t.email})`),
    check("users_email_normal", sql`${t.email} = lower(${t.email}) and length(${t.email}) <= 254`),
  ],
);

/** What the coach tells visitors. Everything but the name may be empty until the coach fills it in. */
export const coaches = pgTable("coaches", {
  id: uuid()
    .primaryKey()
    .references(() => users.id),
  zone: text().notNull(),
  contactEmail: text(),
  feeSentence: text(),
  readingDays: text(),
  createdAt: createdAt(),
});

export const clients = pgTable("clients", {
  id: uuid()
    .primaryKey()
    .references(() => users.id),
  adultSaidAt: instant().notNull(),
  /** Only what they offer to say of themselves. */
  pronouns: text(),
  languages: text(),
  createdAt: createdAt(),
});

/** Somebody whom the owner has asked to coach here. They become a coach when they first sign in with this address. */
export const coachInvitations = pgTable(
  "coach_invitations",
  {
    id: uuid().primaryKey().defaultRandom(),
    email: text().notNull(),
    name: text().notNull(),
    invitedBy: uuid()
      .notNull()
      .references(() => users.id),
    invitedAt: instant().notNull(),
    acceptedAt: instant(),
    withdrawnAt: instant(),
  },
  (t) => [
    uniqueIndex("coach_invitations_email").on(t.email).where(sql`${t.withdrawnAt} is null`),
    check(
      "coach_invitations_email_normal",
      sql`${t.email} = lower(${t.email}) and length(${t.email}) <= 254`,
    ),
  ],
);
