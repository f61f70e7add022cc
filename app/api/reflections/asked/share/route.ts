import { clientMutation } from "#lib/http.ts";
import { shareAskedInput } from "#lib/reflections/asked/input.ts";
import { shareAnswers } from "#lib/reflections/asked/share-answers.ts";
import { largestWriting } from "#lib/reflections/in-lessons/input.ts";

export const POST = clientMutation(
  shareAskedInput,
  (client, { input, now }) => shareAnswers(client, input, now),
  { limit: largestWriting },
);
