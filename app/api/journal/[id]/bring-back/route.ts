import { z } from "zod";
import { idIn } from "#lib/http/request.ts";
import { clientMutation } from "#lib/http.ts";
import { bringBack } from "#lib/reflections/journal/throw-away.ts";

export const POST = clientMutation(z.strictObject({}), (client, { params, now }) =>
  bringBack(client, idIn(params), now),
);
