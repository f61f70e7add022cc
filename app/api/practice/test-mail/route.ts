import { nothing } from "#lib/bookings/input.ts";
import { ownerMutation } from "#lib/http.ts";
import { sendTestMail } from "#lib/practice/test-mail.ts";

export const POST = ownerMutation(nothing, (owner, { now }) => sendTestMail(owner, now));
