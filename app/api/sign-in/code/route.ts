import { welcome } from "#app/api/sign-in/welcome.ts";
import { readCookie, sessionCookie } from "#lib/auth/cookies.ts";
import { codeInput } from "#lib/auth/input.ts";
import { signInByCode } from "#lib/auth/sign-in.ts";
import { publicMutation } from "#lib/http.ts";
import { networkBudgets } from "#lib/limits/budgets.ts";
import { takeFromBudget } from "#lib/limits/limits.ts";
import { networkOf } from "#lib/limits/network.ts";

export const POST = publicMutation(codeInput, async ({ input, request, address, now }) => {
  const { email, code, keep = false, next, zone } = input;
  await takeFromBudget({ ...networkBudgets.tryCode, key: networkOf(address) });
  const sessionToken = readCookie(request, sessionCookie());
  return welcome(await signInByCode({ email, code }, { sessionToken, keep, zone }, now), next, now);
});
