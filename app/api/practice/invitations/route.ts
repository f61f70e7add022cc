import { ownerMutation } from "#lib/http.ts";
import { inviteCoach } from "#lib/practice/commands.ts";
import { inviteCoachInput } from "#lib/practice/input.ts";

export const POST = ownerMutation(inviteCoachInput, (owner, { input, now }) =>
  inviteCoach(owner, input, now),
);
