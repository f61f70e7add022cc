import { z } from "zod";
import { askAgain } from "#lib/consent/asked-again.ts";
import { idIn } from "#lib/http/request.ts";
import { coachMutation } from "#lib/http.ts";

export const POST = coachMutation(z.strictObject({}), (coach, { params, now }) =>
  askAgain(coach, idIn(params), now),
);
