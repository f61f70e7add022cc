import { ownerMutation } from "#lib/http.ts";
import { changeLine } from "#lib/support/commands.ts";
import { changeLineInput, lineIdIn } from "#lib/support/input.ts";

export const POST = ownerMutation(changeLineInput, (owner, { input, params, now }) =>
  changeLine(owner, lineIdIn(params), input, now),
);
