import { idIn } from "#lib/http/request.ts";
import { coachMutation } from "#lib/http.ts";
import { setAudienceInput } from "#lib/lessons/authoring/input.ts";
import { setAudience } from "#lib/lessons/authoring/standing.ts";

export const POST = coachMutation(setAudienceInput, async (coach, { input, params }) => {
  await setAudience(coach, idIn(params), input.audience);
  return { status: "saved" };
});
