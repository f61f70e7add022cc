import { askForArc } from "#lib/arcs/commands/ask-for-arc.ts";
import { askForArcInput } from "#lib/arcs/input.ts";
import { clientMutation } from "#lib/http.ts";

export const POST = clientMutation(askForArcInput, (client, { input, idempotencyKey, now }) =>
  askForArc(client, input, idempotencyKey, now),
);
