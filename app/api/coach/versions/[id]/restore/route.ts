import { nothing } from "#lib/bookings/input.ts";
import { idIn } from "#lib/http/request.ts";
import { coachMutation } from "#lib/http.ts";
import { restoreVersion } from "#lib/notes/versions.ts";

export const POST = coachMutation(nothing, (coach, { params, now }) =>
  restoreVersion(coach, idIn(params), now),
);
