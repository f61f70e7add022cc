import { cancelForClient } from "#lib/bookings/commands/cancel-booking.ts";
import { cancelForClientInput } from "#lib/bookings/input.ts";
import { idIn } from "#lib/http/request.ts";
import { coachMutation } from "#lib/http.ts";

export const POST = coachMutation(cancelForClientInput, async (coach, { input, params, now }) => {
  await cancelForClient(coach, idIn(params), input, now);
  return { status: "cancelled" };
});
