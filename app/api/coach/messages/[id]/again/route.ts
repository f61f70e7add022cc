import { nothing } from "#lib/bookings/input.ts";
import { idIn } from "#lib/http/request.ts";
import { coachMutation } from "#lib/http.ts";
import { sendAgain } from "#lib/mail/log/send-again.ts";

export const POST = coachMutation(nothing, async (coach, { params, now }) => {
  await sendAgain(coach, idIn(params), now);
  return { status: "planned" };
});
