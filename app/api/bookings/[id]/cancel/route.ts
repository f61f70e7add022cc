import { cancelBooking } from "#lib/bookings/commands/cancel-booking.ts";
import { nothing } from "#lib/bookings/input.ts";
import { idIn } from "#lib/http/request.ts";
import { viewerMutation } from "#lib/http.ts";

export const POST = viewerMutation(nothing, async (viewer, { params, now }) => {
  await cancelBooking(viewer, idIn(params), now);
  return { status: "cancelled" };
});
