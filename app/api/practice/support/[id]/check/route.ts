import { nothing } from "#lib/bookings/input.ts";
import { ownerMutation } from "#lib/http.ts";
import { checkLine } from "#lib/support/commands.ts";
import { lineIdIn } from "#lib/support/input.ts";

export const POST = ownerMutation(nothing, async (owner, { params, now }) => {
  await checkLine(owner, lineIdIn(params), now);
  return { status: "checked" };
});
