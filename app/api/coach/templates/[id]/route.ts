import { idIn } from "#lib/http/request.ts";
import { coachMutation } from "#lib/http.ts";
import { largestWriting, templateInput } from "#lib/notes/input.ts";
import { saveTemplate } from "#lib/notes/templates.ts";

export const POST = coachMutation(
  templateInput,
  (coach, { input, params, now }) => saveTemplate(coach, idIn(params), input, now),
  { limit: largestWriting },
);
