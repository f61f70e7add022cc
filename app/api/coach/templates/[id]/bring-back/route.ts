import { nothing } from "#lib/bookings/input.ts";
import { idIn } from "#lib/http/request.ts";
import { coachMutation } from "#lib/http.ts";
import { bringTemplateBack } from "#lib/notes/templates.ts";

export const POST = coachMutation(nothing, async (coach, { params, now }) => {
  await bringTemplateBack(coach, idIn(params), now);
  return { status: "there" };
});
