import { removeBusyFeed } from "#lib/calendar/busy/commands.ts";
import { nothing } from "#lib/calendar/busy/input.ts";
import { idIn } from "#lib/http/request.ts";
import { coachMutation } from "#lib/http.ts";

export const POST = coachMutation(nothing, async (coach, { params }) => ({
  status: "removed",
  undo: await removeBusyFeed(coach, idIn(params)),
}));
