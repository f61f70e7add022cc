import { index, pgEnum, pgTable, primaryKey, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { createdAt, instant } from "./columns.ts";
import { clients, coaches } from "./people.ts";

export const journeyKind = pgEnum("journey_kind", ["individual", "couple", "mentorship"]);

/** A client's whole arc with a coach. A couple is a journey with two members. */
export const journeys = pgTable(
  "journeys",
  {
    id: uuid().primaryKey().defaultRandom(),
    coachId: uuid()
      .notNull()
      .references(() => coaches.id),
    kind: journeyKind().notNull(),
    createdAt: createdAt(),
    /** Since when its coach keeps it out of the way. Nothing in it ends by that. */
    archivedAt: instant(),
  },
  (t) => [index("journeys_coach").on(t.coachId)],
);

export const journeyMembers = pgTable(
  "journey_members",
  {
    journeyId: uuid()
      .notNull()
      .references(() => journeys.id),
    clientId: uuid()
      .notNull()
      .references(() => clients.id),
    coachId: uuid().notNull(),
    kind: journeyKind().notNull(),
    joinedAt: createdAt(),
    leftAt: instant(),
  },
  (t) => [
    primaryKey({ columns: [t.journeyId, t.clientId] }),
    index("journey_members_client").on(t.clientId),
    // One journey of each kind with each coach: two first bookings at once cannot make two.
    uniqueIndex("journey_members_one").on(t.clientId, t.coachId, t.kind),
  ],
);
