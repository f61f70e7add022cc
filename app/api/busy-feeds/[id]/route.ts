import { changeBusyFeed } from "#lib/calendar/busy/commands.ts";
import { changeFeedInput } from "#lib/calendar/busy/input.ts";
import { idIn } from "#lib/http/request.ts";
import { coachMutation } from "#lib/http.ts";

export const POST = coachMutation(changeFeedInput, async (coach, { input, params }) => {
  await changeBusyFeed(coach, idIn(params), input);
  return { status: "saved" };
});
