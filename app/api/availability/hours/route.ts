import { saveWeeklyHours } from "#lib/availability/commands/save-weekly-hours.ts";
import { weeklyHoursInput } from "#lib/availability/input.ts";
import { coachMutation } from "#lib/http.ts";

export const POST = coachMutation(weeklyHoursInput, async (coach, { input }) => {
  await saveWeeklyHours(coach, input);
  return { status: "saved" };
});
