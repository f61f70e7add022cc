import { z } from "zod";
import { idIn } from "#lib/http/request.ts";
import { clientMutation } from "#lib/http.ts";
import { throwAway } from "#lib/reflections/journal/throw-away.ts";

export const POST = clientMutation(z.strictObject({}), (client, { params, now }) =>
  throwAway(client, idIn(params), now),
);
