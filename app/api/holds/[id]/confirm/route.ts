import { confirmHold } from "#lib/bookings/commands/confirm-hold.ts";
import { nothing } from "#lib/bookings/input.ts";
import { idIn } from "#lib/http/request.ts";
import { clientMutation } from "#lib/http.ts";

/** For someone who is signed in with the address the time was held for. */
export const POST = clientMutation(nothing, (client, { params, now }) =>
  confirmHold(client, idIn(params), now),
);
