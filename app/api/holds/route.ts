import { browserOf, withBrowserCookie } from "#lib/auth/browser.ts";
import { holdSlot } from "#lib/bookings/commands/hold-slot.ts";
import { holdSlotInput } from "#lib/bookings/input.ts";
import { answer } from "#lib/http/answers.ts";
import { publicMutation } from "#lib/http.ts";
import { takeForHold } from "#lib/limits/holds.ts";

export const POST = publicMutation(
  holdSlotInput,
  async ({ input, request, address, idempotencyKey, now }) => {
    await takeForHold({ address, email: input.email });
    const browser = browserOf(request);
    const held = await holdSlot(input, { key: idempotencyKey, browserHash: browser.hash }, now);
    return withBrowserCookie(answer(held), browser);
  },
);
