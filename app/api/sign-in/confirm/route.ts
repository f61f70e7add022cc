import { welcome } from "#app/api/sign-in/welcome.ts";
import { knownBrowserHash } from "#lib/auth/browser.ts";
import { browserCookie, readCookie, sessionCookie } from "#lib/auth/cookies.ts";
import { linkInput } from "#lib/auth/input.ts";
import { signInByLink } from "#lib/auth/sign-in.ts";
import { publicMutation } from "#lib/http.ts";
import { networkBudgets } from "#lib/limits/budgets.ts";
import { takeFromBudget } from "#lib/limits/limits.ts";
import { networkOf } from "#lib/limits/network.ts";

export const POST = publicMutation(linkInput, async ({ input, request, address, now }) => {
  const { token, email, keep = false, next, zone } = input;
  await takeFromBudget({ ...networkBudgets.openLink, key: networkOf(address) });
  const browserHash = knownBrowserHash(readCookie(request, browserCookie()));
  const sessionToken = readCookie(request, sessionCookie());
  const browser = { sessionToken, keep, zone };
  return welcome(await signInByLink({ token, email, browserHash }, browser, now), next, now);
});
