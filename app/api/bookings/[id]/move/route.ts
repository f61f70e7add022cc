import { moveBooking } from "#lib/bookings/commands/move-booking.ts";
import { moveBookingInput } from "#lib/bookings/input.ts";
import { idIn } from "#lib/http/request.ts";
import { clientMutation } from "#lib/http.ts";

export const POST = clientMutation(moveBookingInput, (client, { input, params, now }) =>
  moveBooking(client, idIn(params), input, now),
);
