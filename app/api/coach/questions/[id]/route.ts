import { idIn } from "#lib/http/request.ts";
import { coachMutation } from "#lib/http.ts";
import { saveSetInput } from "#lib/questions/authoring/input.ts";
import { saveSet } from "#lib/questions/authoring/save-set.ts";

export const POST = coachMutation(saveSetInput, async (coach, { input, params, now }) =>
  saveSet(coach, idIn(params), input, now),
);
