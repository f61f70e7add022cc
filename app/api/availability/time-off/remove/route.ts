import { removeTimeOff } from "#lib/availability/commands/time-off.ts";
import { removeTimeOffInput } from "#lib/availability/input.ts";
import { coachMutation } from "#lib/http.ts";

export const POST = coachMutation(removeTimeOffInput, async (coach, { input }) => {
  await removeTimeOff(coach, input.id);
  return { status: "removed" };
});
