import { bookSlot } from "#lib/bookings/commands/book-slot.ts";
import { bookSlotInput } from "#lib/bookings/input.ts";
import { clientMutation } from "#lib/http.ts";

export const POST = clientMutation(bookSlotInput, (client, { input, idempotencyKey, now }) =>
  bookSlot(client, input, idempotencyKey, now),
);
