import { clientMutation } from "#lib/http.ts";
import { askedInput } from "#lib/reflections/asked/input.ts";
import { saveAnswers } from "#lib/reflections/asked/save-answers.ts";
import { largestWriting } from "#lib/reflections/in-lessons/input.ts";

export const POST = clientMutation(askedInput, (client, { input, now }) => saveAnswers(client, input, now), {
  limit: largestWriting,
});
