import { saveSessionType } from "#lib/availability/commands.ts";
import { sessionTypeInput } from "#lib/availability/input.ts";
import { coachMutation } from "#lib/http.ts";

export const POST = coachMutation(sessionTypeInput, async (coach, { input }) => {
  await saveSessionType(coach, input);
  return { status: "saved" };
});
