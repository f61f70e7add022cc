import { clientMutation } from "#lib/http.ts";
import { showPartnerInput } from "#lib/reflections/asked/input.ts";
import { showPartner } from "#lib/reflections/asked/show-partner.ts";
import { largestWriting } from "#lib/reflections/in-lessons/input.ts";

export const POST = clientMutation(
  showPartnerInput,
  (client, { input, now }) => showPartner(client, input, now),
  { limit: largestWriting },
);
