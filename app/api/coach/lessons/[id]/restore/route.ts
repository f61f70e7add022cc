import { idIn } from "#lib/http/request.ts";
import { coachMutation } from "#lib/http.ts";
import { restoreVersionInput } from "#lib/lessons/authoring/input.ts";
import { restoreVersion } from "#lib/lessons/authoring/restore.ts";

export const POST = coachMutation(restoreVersionInput, async (coach, { input, params, now }) => ({
  status: "restored",
  ...(await restoreVersion(coach, idIn(params), input, now)),
}));
