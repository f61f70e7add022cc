import { coachMutation } from "#lib/http.ts";
import { makeSetInput } from "#lib/questions/authoring/input.ts";
import { makeSet } from "#lib/questions/authoring/own-sets.ts";

export const POST = coachMutation(makeSetInput, async (coach, { input, now }) => makeSet(coach, input, now));
