import { nothing } from "#lib/bookings/input.ts";
import { idIn } from "#lib/http/request.ts";
import { ownerMutation } from "#lib/http.ts";
import { withdrawInvitation } from "#lib/practice/commands.ts";

export const POST = ownerMutation(nothing, async (owner, { params, now }) => {
  await withdrawInvitation(owner, idIn(params), now);
  return { status: "withdrawn" };
});
