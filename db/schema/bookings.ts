import { sql } from "drizzle-orm";
import {
  type AnyPgColumn,
  boolean,
  check,
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
import { sessionTypes } from "./availability.ts";
import { createdAt, instant, sealed, span } from "./columns.ts";
import { journeys } from "./journeys.ts";
import { clients, coaches, users } from "./people.ts";

export const bookingStatus = pgEnum("booking_status", [
  "held",
  "requested",
  "confirmed",
  "completed",
  "cancelled",
  "declined",
  "no_show",
  "expired",
]);

export const arcStep = pgEnum("arc_step", [
  "preparation",
  "guidance",
  "after_days",
  "after_week",
  "after_two_weeks",
  "after_month",
]);

/** Sessions that belong together: a day of guidance with what comes before it and after it. */
export const arcs = pgTable(
  "arcs",
  {
    id: uuid().primaryKey().defaultRandom(),
    coachId: uuid()
      .notNull()
      .references(() => coaches.id),
    journeyId: uuid()
      .notNull()
      .references(() => journeys.id),
    createdAt: createdAt(),
  },
  (t) => [index("arcs_journey").on(t.journeyId)],
);

/**
 * A time of a coach that is taken. `occupied` is `during` with the buffers, and no two active ones of a coach
 * overlap (the constraint stands in the migration). A visitor's hold has no journey yet, only a name and an address.
 * A hold with `proposedFor` keeps a time that the coach has proposed instead of that booking's. `answerSealed` is what
 * the coach wrote when declining or proposing.
 */
export const bookings = pgTable(
  "bookings",
  {
    id: uuid().primaryKey().defaultRandom(),
    coachId: uuid()
      .notNull()
      .references(() => coaches.id),
    typeId: uuid()
      .notNull()
      .references(() => sessionTypes.id),
    journeyId: uuid().references(() => journeys.id),
    during: span().notNull(),
    occupied: span().notNull(),
    status: bookingStatus().notNull(),
    bookedZone: text().notNull(),
    holdExpires: instant(),
    heldName: text(),
    heldEmail: text(),
    icsUid: text().notNull(),
    icsSequence: integer().notNull().default(0),
    idempotencyOwner: text().notNull(),
    idempotencyKey: uuid().notNull(),
    idempotencyHash: sealed().notNull(),
    arcId: uuid().references(() => arcs.id),
    arcStep: arcStep(),
    proposedFor: uuid().references((): AnyPgColumn => bookings.id, { onDelete: "cascade" }),
    movedAt: instant(),
    movedFrom: span(),
    outsideRules: jsonb().$type<string[]>().notNull().default([]),
    answerSealed: sealed(),
    declinedAt: instant(),
    declinedBy: uuid().references(() => users.id),
    markedAt: instant(),
    markedBy: uuid().references(() => users.id),
    late: boolean().notNull().default(false),
    counts: boolean(),
    cancelledAt: instant(),
    cancelledBy: uuid().references(() => users.id),
    createdAt: createdAt(),
  },
  (t) => [
    uniqueIndex("bookings_idempotency").on(t.idempotencyOwner, t.idempotencyKey),
    uniqueIndex("bookings_ics_uid").on(t.icsUid),
    index("bookings_journey").on(t.journeyId),
    index("bookings_arc").on(t.arcId).where(sql`${t.arcId} is not null`),
    index("bookings_proposed").on(t.proposedFor).where(sql`${t.proposedFor} is not null`),
    uniqueIndex("bookings_arc_step")
      .on(t.arcId, t.arcStep)
      .where(sql`${t.status} in ('requested', 'confirmed', 'completed', 'no_show')`),
    index("bookings_coach_start").on(t.coachId, sql`lower(${t.during})`),
    index("bookings_ahead").on(sql`lower(${t.during})`).where(sql`${t.status} = 'confirmed'`),
    index("bookings_holds").on(t.holdExpires).where(sql`${t.status} = 'held'`),
    check(
      "bookings_spans",
      sql`not isempty(${t.during}) and not isempty(${t.occupied}) and not lower_inf(${t.occupied}) and not upper_inf(${t.occupied})
        and ${t.occupied} @> ${t.during} and upper(${t.during}) - lower(${t.during}) <= interval '12 hours'`,
    ),
    check(
      "bookings_hold",
      sql`(${t.status} <> 'held') or (${t.holdExpires} is not null and (${t.heldEmail} is not null or ${t.proposedFor} is not null))`,
    ),
    check("bookings_journey_known", sql`${t.status} in ('held', 'expired') or ${t.journeyId} is not null`),
    check("bookings_declined", sql`(${t.status} = 'declined') = (${t.declinedAt} is not null)`),
    check("bookings_arc", sql`(${t.arcId} is null) = (${t.arcStep} is null)`),
    check("bookings_cancelled", sql`(${t.status} = 'cancelled') = (${t.cancelledAt} is not null)`),
  ],
);

/** Who comes, and since when they agree to it. `during` and `active` are carried here so that the database can refuse two sessions of one client at once. */
export const bookingAttendees = pgTable(
  "booking_attendees",
  {
    bookingId: uuid()
      .notNull()
      .references(() => bookings.id, { onDelete: "cascade" }),
    clientId: uuid()
      .notNull()
      .references(() => clients.id),
    during: span().notNull(),
    active: boolean().notNull(),
    agreedAt: instant(),
  },
  (t) => [
    primaryKey({ columns: [t.bookingId, t.clientId] }),
    index("booking_attendees_client").on(t.clientId),
  ],
);

/** Why a coach did something beyond the own rules. For the coach alone. */
export const bookingReasons = pgTable(
  "booking_reasons",
  {
    id: uuid().primaryKey(),
    bookingId: uuid()
      .notNull()
      .references(() => bookings.id, { onDelete: "cascade" }),
    coachId: uuid()
      .notNull()
      .references(() => coaches.id),
    act: text().notNull(),
    reason: sealed().notNull(),
    createdAt: createdAt(),
  },
  (t) => [index("booking_reasons_booking").on(t.bookingId)],
);

/** How many sessions a client and their coach have agreed on. What was used is counted from the bookings. */
export const sessionBalances = pgTable(
  "session_balances",
  {
    coachId: uuid()
      .notNull()
      .references(() => coaches.id),
    clientId: uuid()
      .notNull()
      .references(() => clients.id),
    agreed: smallint().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.coachId, t.clientId] }),
    check("session_balances_agreed", sql`${t.agreed} between 0 and 999`),
  ],
);
