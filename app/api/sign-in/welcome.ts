import { pathAfterSignIn } from "#lib/auth/next-path.ts";
import type { ClientViewer } from "#lib/auth/proven.ts";
import type { SignedIn } from "#lib/auth/sign-in.ts";
import { confirmHold } from "#lib/bookings/commands/confirm-hold.ts";
import { answer, answerError } from "#lib/http/answers.ts";
import { NotFound, Refusal } from "#lib/refusal.ts";

/**
 * The answer to whoever has just signed in. Where a hold waited for it, it is confirmed now; should that fail, they are
 * signed in all the same, since the link that did it is used up.
 */
export async function welcome(
  signedIn: SignedIn,
  wanted: string | undefined,
  now: number,
): Promise<Response> {
  const { viewer, bookingId, cookie } = signedIn;
  const response =
    bookingId && viewer.role === "client"
      ? await answerHold(viewer, bookingId, now)
      : answer({ next: pathAfterSignIn(viewer.role, wanted) });
  response.headers.append("set-cookie", cookie);
  return response;
}

async function answerHold(client: ClientViewer, bookingId: string, now: number): Promise<Response> {
  try {
    await confirmHold(client, bookingId, now);
    return answer({ next: `/sessions/${bookingId}`, bookingId, confirmed: true });
  } catch (error) {
    if (!(error instanceof Refusal || error instanceof NotFound)) return answerError(error);
    const message =
      error instanceof Refusal
        ? error.message
        : "This time is no longer kept for you. You can choose it again if it is still there.";
    return answer({ next: "/book", bookingId, confirmed: false, message });
  }
}
