import { showPage } from "#lib/http/answers.ts";
import { linkMutation } from "#lib/http/forms.ts";
import { chooseByLink } from "#lib/mail/preferences/commands.ts";
import { choiceInput } from "#lib/mail/preferences/input.ts";
import { NotFound } from "#lib/refusal.ts";

/** The button of the page that a letter leads to. It works without scripts, so that it answers with that page. */
export const POST = linkMutation(choiceInput, async ({ token, input: { wanted }, now }) => {
  try {
    await chooseByLink(token, wanted === "on", now);
  } catch (error) {
    // The page says it more kindly.
    if (!(error instanceof NotFound)) throw error;
  }
  return showPage(`/mail/off?${new URLSearchParams({ t: token, ...(wanted === "on" && { back: "" }) })}`);
});
