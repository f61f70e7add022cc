import { timesToMoveInput } from "#lib/bookings/input.ts";
import { listTimesToMove } from "#lib/bookings/move-times.ts";
import { idIn } from "#lib/http/request.ts";
import { clientRead } from "#lib/http.ts";

/** Where this session can be moved to. */
export const GET = clientRead(timesToMoveInput, (client, { input, params, now }) =>
  listTimesToMove(client, idIn(params), input, now),
);
