import { saveTimeOff } from "#lib/availability/commands/time-off.ts";
import { timeOffInput } from "#lib/availability/input.ts";
import { coachMutation } from "#lib/http.ts";

export const POST = coachMutation(timeOffInput, async (coach, { input, now }) => ({
  status: "saved",
  id: await saveTimeOff(coach, input, now),
}));
