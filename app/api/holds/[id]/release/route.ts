import { releaseHold } from "#lib/bookings/commands/release-holds.ts";
import { nothing } from "#lib/bookings/input.ts";
import { idIn } from "#lib/http/request.ts";
import { publicMutation } from "#lib/http.ts";

export const POST = publicMutation(nothing, async ({ params }) => {
  await releaseHold(idIn(params));
  return { status: "released" };
});
