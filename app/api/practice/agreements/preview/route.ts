import { previewTextInput } from "#lib/consent/input.ts";
import { sayCoach, textHtml } from "#lib/consent/words-of-text.ts";
import { ownerMutation } from "#lib/http.ts";

/** Changes nothing: the words are too long for an address. */
export const POST = ownerMutation(previewTextInput, async (_owner, { input: { title, body } }) => ({
  title: sayCoach(title, "your coach"),
  html: textHtml(body, "your coach"),
}));
