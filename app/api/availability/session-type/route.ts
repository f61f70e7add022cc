import { saveSessionType } from "#lib/availability/commands/save-session-type.ts";
import { sessionTypeInput } from "#lib/availability/session-type-input.ts";
import { coachMutation } from "#lib/http.ts";

export const POST = coachMutation(sessionTypeInput, async (coach, { input }) => {
  await saveSessionType(coach, input);
  return { status: "saved" };
});
