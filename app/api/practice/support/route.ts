import { ownerMutation } from "#lib/http.ts";
import { addLine } from "#lib/support/commands.ts";
import { addLineInput } from "#lib/support/input.ts";

export const POST = ownerMutation(addLineInput, async (owner, { input, now }) => ({
  id: await addLine(owner, input, now),
}));
