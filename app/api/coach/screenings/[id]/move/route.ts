import { idIn } from "#lib/http/request.ts";
import { coachMutation } from "#lib/http.ts";
import { moveInput } from "#lib/screening/input.ts";
import { moveScreening } from "#lib/screening/move.ts";

export const POST = coachMutation(moveInput, async (coach, { input, params, now }) => {
  await moveScreening(coach, idIn(params), input, now);
  return { status: "moved" };
});
