import { sql } from "drizzle-orm";
import { check, date, index, integer, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { bookings } from "./bookings.ts";
import { createdAt, instant, sealed } from "./columns.ts";
import { coaches, users } from "./people.ts";

/** What is agreed to, topic by topic, each version for ever as it was. The newest is asked. */
export const consentTexts = pgTable(
  "consent_texts",
  {
    id: uuid().primaryKey().defaultRandom(),
    topic: text().notNull(),
    version: integer().notNull(),
    title: text().notNull(),
    /** Markdown. */
    body: text().notNull(),
    /** Null: it came with the portal. */
    publishedBy: uuid().references(() => users.id),
    publishedAt: instant().notNull(),
    /** When the owner said that it may be used. Until then it is a draft for counsel. */
    confirmedAt: instant(),
  },
  (t) => [
    uniqueIndex("consent_texts_version").on(t.topic, t.version),
    check("consent_texts_number", sql`${t.version} > 0`),
  ],
);

/** That somebody agreed to one text, in their own name. */
export const consents = pgTable(
  "consents",
  {
    id: uuid().primaryKey(),
    clientId: uuid()
      .notNull()
      .references(() => users.id),
    coachId: uuid()
      .notNull()
      .references(() => coaches.id),
    textId: uuid()
      .notNull()
      .references(() => consentTexts.id),
    topic: text().notNull(),
    /** The sealed JSON of the typed name, and of what was chosen where a topic has a choice. */
    signature: sealed().notNull(),
    signedAt: instant().notNull(),
    withdrawnAt: instant(),
  },
  (t) => [
    uniqueIndex("consents_one").on(t.clientId, t.coachId, t.textId).where(sql`${t.withdrawnAt} is null`),
    index("consents_of").on(t.clientId, t.coachId, t.topic, t.signedAt),
    index("consents_coach").on(t.coachId, t.clientId),
  ],
);

/** That a coach asked again on the day, while their client was clear-headed. */
export const consentsAskedAgain = pgTable("consents_asked_again", {
  bookingId: uuid()
    .primaryKey()
    .references(() => bookings.id),
  coachId: uuid()
    .notNull()
    .references(() => coaches.id),
  askedAt: instant().notNull(),
});

/** Who is there, where, and the way home. */
export const safetyPlans = pgTable(
  "safety_plans",
  {
    id: uuid().primaryKey(),
    clientId: uuid()
      .notNull()
      .references(() => users.id),
    coachId: uuid()
      .notNull()
      .references(() => coaches.id),
    /** Sealed JSON. */
    plan: sealed().notNull(),
    revision: integer().notNull(),
    createdAt: createdAt(),
    writtenAt: instant().notNull(),
    /** In whose keeping it is until when: a while after the day it was made for. Null: no day is fixed. */
    keptUntil: date(),
  },
  (t) => [
    uniqueIndex("safety_plans_one").on(t.clientId, t.coachId),
    index("safety_plans_coach").on(t.coachId, t.clientId),
    check("safety_plans_revision", sql`${t.revision} > 0`),
  ],
);
