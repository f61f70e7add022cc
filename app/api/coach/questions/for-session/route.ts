import { coachMutation } from "#lib/http.ts";
import { chooseSetInput } from "#lib/questions/authoring/input.ts";
import { chooseSet } from "#lib/questions/authoring/own-sets.ts";

export const POST = coachMutation(chooseSetInput, async (coach, { input }) => {
  await chooseSet(coach, input);
  return { status: "saved" };
});
