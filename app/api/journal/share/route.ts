import { clientMutation } from "#lib/http.ts";
import { carriesEntry } from "#lib/reflections/journal/forms.ts";
import { shareEntryInput } from "#lib/reflections/journal/input.ts";
import { shareEntry } from "#lib/reflections/journal/share-entry.ts";

export const POST = clientMutation(
  shareEntryInput,
  (client, { input, now }) => shareEntry(client, input, now),
  carriesEntry,
);
