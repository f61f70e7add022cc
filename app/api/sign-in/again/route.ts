import { addressOfLink, askToSignIn } from "#lib/auth/ask.ts";
import { browserOf, withBrowserCookie } from "#lib/auth/browser.ts";
import { readCookie, sessionCookie } from "#lib/auth/cookies.ts";
import { askAgainInput } from "#lib/auth/input.ts";
import { answer } from "#lib/http/answers.ts";
import { publicMutation } from "#lib/http.ts";
import { networkBudgets } from "#lib/limits/budgets.ts";
import { takeFromBudget } from "#lib/limits/limits.ts";
import { networkOf } from "#lib/limits/network.ts";

/** A new mail to the address of a link that has ended. The address itself is not told. */
export const POST = publicMutation(askAgainInput, async ({ input, request, address, now }) => {
  await takeFromBudget({ ...networkBudgets.askForMail, key: networkOf(address) });
  const browser = browserOf(request);
  const sessionToken = readCookie(request, sessionCookie());
  const email = await addressOfLink(input.token);
  const sent = await askToSignIn({ email, next: input.next, browserHash: browser.hash, sessionToken }, now);
  return withBrowserCookie(answer(sent), browser);
});
