import { markSession } from "#lib/bookings/commands/mark-session.ts";
import { markSessionInput } from "#lib/bookings/input.ts";
import { idIn } from "#lib/http/request.ts";
import { coachMutation } from "#lib/http.ts";

export const POST = coachMutation(markSessionInput, async (coach, { input, params, now }) => {
  await markSession(coach, idIn(params), input, now);
  return { status: "marked" };
});
