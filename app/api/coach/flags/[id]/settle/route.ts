import { settleFlagInput } from "#lib/flags/input.ts";
import { settleFlag } from "#lib/flags/settle.ts";
import { idIn } from "#lib/http/request.ts";
import { coachMutation } from "#lib/http.ts";

export const POST = coachMutation(settleFlagInput, async (coach, { input, params, now }) => {
  await settleFlag(coach, idIn(params), input, now);
  return { status: "settled" };
});
