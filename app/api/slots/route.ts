import { listFreeTimes } from "#lib/bookings/free-times.ts";
import { freeTimesInput } from "#lib/bookings/input.ts";
import { publicRead } from "#lib/http.ts";

export const GET = publicRead(freeTimesInput, ({ type, ...question }, now) =>
  listFreeTimes({ typeId: type, ...question }, now),
);
