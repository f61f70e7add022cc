import { bookSlot } from "#lib/bookings/commands/book-slot.ts";
import { clientKey } from "#lib/bookings/commands/idempotency.ts";
import { bookSlotInput } from "#lib/bookings/input.ts";
import { withWhoeverIsFree } from "#lib/bookings/whoever-is-free.ts";
import { clientMutation } from "#lib/http.ts";

export const POST = clientMutation(bookSlotInput, (client, { input, idempotencyKey, now }) =>
  withWhoeverIsFree(
    input,
    { owner: clientKey(client), key: idempotencyKey },
    (typeId) => bookSlot(client, { ...input, typeId }, idempotencyKey, now),
    now,
  ),
);
