import { agreeToMeeting } from "#lib/bookings/commands/agree-to-meeting.ts";
import { nothing } from "#lib/bookings/input.ts";
import { idIn } from "#lib/http/request.ts";
import { clientMutation } from "#lib/http.ts";

/** For the one of two who did not ask. */
export const POST = clientMutation(nothing, async (client, { params, now }) => {
  await agreeToMeeting(client, idIn(params), now);
  return { status: "agreed" };
});
