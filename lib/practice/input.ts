import { z } from "zod";
import { emailAddress } from "#lib/auth/normalize-address.ts";
import { personName } from "#lib/auth/person-name.ts";

/** `POST /api/practice/invitations` */
export const inviteCoachInput = z.strictObject({
  name: personName("Please say what they are called."),
  email: emailAddress,
});
export type InviteCoachInput = z.output<typeof inviteCoachInput>;
