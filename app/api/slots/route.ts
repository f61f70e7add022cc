import { freeTimesInput } from "#lib/bookings/input.ts";
import { listTimesToChoose } from "#lib/bookings/whoever-is-free.ts";
import { publicRead } from "#lib/http.ts";

export const GET = publicRead(freeTimesInput, ({ type, ...question }, now) =>
  listTimesToChoose({ typeId: type, ...question }, now),
);
