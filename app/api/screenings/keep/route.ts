import { clientMutation } from "#lib/http.ts";
import { largestWriting } from "#lib/reflections/in-lessons/input.ts";
import { roundInput } from "#lib/screening/input.ts";
import { saveRound } from "#lib/screening/keep-round.ts";

export const POST = clientMutation(roundInput, (client, { input, now }) => saveRound(client, input, now), {
  limit: largestWriting,
});
