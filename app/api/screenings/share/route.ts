import { clientMutation } from "#lib/http.ts";
import { largestWriting } from "#lib/reflections/in-lessons/input.ts";
import { roundInput } from "#lib/screening/input.ts";
import { shareRound } from "#lib/screening/share-round.ts";

export const POST = clientMutation(roundInput, (client, { input, now }) => shareRound(client, input, now), {
  limit: largestWriting,
});
