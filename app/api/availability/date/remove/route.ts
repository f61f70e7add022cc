import { removeDateOverride } from "#lib/availability/commands/date-overrides.ts";
import { removeOverrideInput } from "#lib/availability/input.ts";
import { coachMutation } from "#lib/http.ts";

export const POST = coachMutation(removeOverrideInput, async (coach, { input }) => {
  await removeDateOverride(coach, input.date);
  return { status: "removed" };
});
