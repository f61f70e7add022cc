import { agreedSessionsInput } from "#lib/bookings/input.ts";
import { agreeOnSessions } from "#lib/clients/balance.ts";
import { coachMutation } from "#lib/http.ts";

/** How many sessions the two have agreed on. */
export const POST = coachMutation(agreedSessionsInput, async (coach, { input }) => {
  await agreeOnSessions(coach, input);
  return { status: "saved" };
});
