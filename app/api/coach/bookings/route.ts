import { bookForClient } from "#lib/bookings/commands/book-for-client.ts";
import { bookForClientInput } from "#lib/bookings/input.ts";
import { coachMutation } from "#lib/http.ts";

export const POST = coachMutation(bookForClientInput, (coach, { input, idempotencyKey, now }) =>
  bookForClient(coach, input, idempotencyKey, now),
);
