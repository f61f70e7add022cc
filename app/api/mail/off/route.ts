import { linkMutation } from "#lib/http/forms.ts";
import { chooseByLink } from "#lib/mail/preferences/commands.ts";
import { oneClickInput } from "#lib/mail/preferences/input.ts";

/** What a mail program sends when its own button for it is pressed. */
export const POST = linkMutation(oneClickInput, async ({ token, now }) => {
  await chooseByLink(token, false, now);
  return { status: "off" };
});
