import { z } from "zod";
import { undoAskingAgain } from "#lib/consent/asked-again.ts";
import { idIn } from "#lib/http/request.ts";
import { coachMutation } from "#lib/http.ts";

export const POST = coachMutation(z.strictObject({}), (coach, { params, now }) =>
  undoAskingAgain(coach, idIn(params), now),
);
