import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  index,
  integer,
  pgEnum,
  pgTable,
  primaryKey,
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

/**
 * A time of a coach that is taken. `occupied` is `during` with the buffers, and no two active ones of a coach
 * overlap (the constraint stands in the migration). A visitor's hold has no journey yet, only a name and an address.
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
    cancelledAt: instant(),
    cancelledBy: uuid().references(() => users.id),
    createdAt: createdAt(),
  },
  (t) => [
    uniqueIndex("bookings_idempotency").on(t.idempotencyOwner, t.idempotencyKey),
    uniqueIndex("bookings_ics_uid").on(t.icsUid),
    index("bookings_journey").on(t.journeyId),
    index("bookings_coach_start").on(t.coachId, sql`lower(${t.during})`),
    index("bookings_holds").on(t.holdExpires).where(sql`${t.status} = 'held'`),
    check(
      "bookings_spans",
      sql`not isempty(${t.during}) and not isempty(${t.occupied}) and not lower_inf(${t.occupied}) and not upper_inf(${t.occupied})
        and ${t.occupied} @> ${t.during} and upper(${t.during}) - lower(${t.during}) <= interval '12 hours'`,
    ),
    check(
      "bookings_hold",
      sql`(${t.status} <> 'held') or (${t.holdExpires} is not null and ${t.heldEmail} is not null)`,
    ),
    check("bookings_journey_known", sql`${t.status} in ('held', 'expired') or ${t.journeyId} is not null`),
    check("bookings_cancelled", sql`(${t.status} = 'cancelled') = (${t.cancelledAt} is not null)`),
  ],
);

/** Who comes. `during` and `active` are carried here so that the database can refuse two sessions of one client at once. */
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
  },
  (t) => [
    primaryKey({ columns: [t.bookingId, t.clientId] }),
    index("booking_attendees_client").on(t.clientId),
  ],
);
