import { browserOf, withBrowserCookie } from "#lib/auth/browser.ts";
import { currentViewer } from "#lib/auth/viewer.ts";
import { holdSlot } from "#lib/bookings/commands/hold-slot.ts";
import { visitorKey } from "#lib/bookings/commands/idempotency.ts";
import { holdSlotInput } from "#lib/bookings/input.ts";
import { withWhoeverIsFree } from "#lib/bookings/whoever-is-free.ts";
import { answer } from "#lib/http/answers.ts";
import { publicMutation } from "#lib/http.ts";
import { takeForHold } from "#lib/limits/holds.ts";

export const POST = publicMutation(
  holdSlotInput,
  async ({ input, request, address, idempotencyKey, now }) => {
    await takeForHold({ address, email: input.email });
    const browser = browserOf(request);
    const viewer = await currentViewer();
    const client = viewer?.role === "client" ? viewer : undefined;
    const from = { key: idempotencyKey, browserHash: browser.hash, client };
    const held = await withWhoeverIsFree(
      input,
      { owner: visitorKey(input.email), key: idempotencyKey },
      (typeId) => holdSlot({ ...input, typeId }, from, now),
      now,
    );
    return withBrowserCookie(answer(held), browser);
  },
);
