import { proposeTimes } from "#lib/bookings/commands/propose-times.ts";
import { proposeTimesInput } from "#lib/bookings/input.ts";
import { idIn } from "#lib/http/request.ts";
import { coachMutation } from "#lib/http.ts";

export const POST = coachMutation(proposeTimesInput, async (coach, { input, params, now }) => ({
  status: "proposed",
  ...(await proposeTimes(coach, idIn(params), input, now)),
}));
