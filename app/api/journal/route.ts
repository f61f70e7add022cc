import { orClientForm } from "#lib/http/forms.ts";
import { clientMutation } from "#lib/http.ts";
import { carriesEntry, pageOf } from "#lib/reflections/journal/forms.ts";
import { entryForm, entryInput } from "#lib/reflections/journal/input.ts";
import { saveEntry } from "#lib/reflections/journal/save-entry.ts";

const save = clientMutation(
  entryInput,
  (client, { input, now }) => saveEntry(client, input, now),
  carriesEntry,
);

export const POST = orClientForm(
  save,
  entryForm,
  pageOf,
  (client, { input, now }) => saveEntry(client, { ...input, joins: true }, now),
  carriesEntry,
);
