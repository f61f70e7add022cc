import { browserOf, withBrowserCookie } from "#lib/auth/browser.ts";
import { resendHold } from "#lib/bookings/commands/resend-hold.ts";
import { nothing } from "#lib/bookings/input.ts";
import { answer } from "#lib/http/answers.ts";
import { idIn } from "#lib/http/request.ts";
import { publicMutation } from "#lib/http.ts";
import { takeForHold } from "#lib/limits/holds.ts";

export const POST = publicMutation(nothing, async ({ params, request, address, now }) => {
  const holdId = idIn(params);
  await takeForHold({ address });
  const browser = browserOf(request);
  await resendHold(holdId, browser.hash, now);
  return withBrowserCookie(answer({ status: "sent" }), browser);
});
