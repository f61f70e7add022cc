import { answerPlace, reasonPlace } from "#lib/bookings/sealed-words.ts";
import { addressPlace } from "#lib/calendar/busy/sealed-places.ts";
import { tokenPlace } from "#lib/calendar/feed/token.ts";
import { payloadPlace } from "#lib/mail/payload.ts";
import { keyPlace } from "#lib/reflections/client-key.ts";

export type SealedColumn = {
  table: string;
  /** The primary key, a uuid. */
  id: string;
  column: string;
  place: (id: string) => string;
  one: string;
  many: string;
};

/**
 * Everything in the database that is sealed with the practice's keys themselves. What clients write is not: it is
 * sealed with their own, which are here.
 */
export const sealedColumns: readonly SealedColumn[] = [
  {
    ...{ table: "client_keys", id: "client_id", column: "wrapped", place: keyPlace },
    ...{ one: "client's key", many: "clients' keys" },
  },
  {
    ...{ table: "messages", id: "id", column: "payload", place: payloadPlace },
    ...{ one: "letter", many: "letters" },
  },
  {
    ...{ table: "bookings", id: "id", column: "answer_sealed", place: answerPlace },
    ...{ one: "answer to a request", many: "answers to requests" },
  },
  {
    ...{ table: "booking_reasons", id: "id", column: "reason", place: reasonPlace },
    ...{ one: "coach's reason", many: "coaches' reasons" },
  },
  {
    ...{ table: "busy_feeds", id: "id", column: "url", place: addressPlace },
    ...{ one: "address of a coach's other calendar", many: "addresses of coaches' other calendars" },
  },
  {
    ...{ table: "calendar_feeds", id: "user_id", column: "token", place: tokenPlace },
    ...{ one: "address of a person's own calendar", many: "addresses of people's own calendars" },
  },
];
