import { saveDateOverride } from "#lib/availability/commands/date-overrides.ts";
import { dateOverrideInput } from "#lib/availability/input.ts";
import { coachMutation } from "#lib/http.ts";

export const POST = coachMutation(dateOverrideInput, async (coach, { input }) => {
  await saveDateOverride(coach, input);
  return { status: "saved" };
});
