import { moveForClient } from "#lib/bookings/commands/move-for-client.ts";
import { moveForClientInput } from "#lib/bookings/input.ts";
import { idIn } from "#lib/http/request.ts";
import { coachMutation } from "#lib/http.ts";

export const POST = coachMutation(moveForClientInput, (coach, { input, params, now }) =>
  moveForClient(coach, idIn(params), input, now),
);
