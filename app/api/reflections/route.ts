import { orClientForm } from "#lib/http/forms.ts";
import { clientMutation } from "#lib/http.ts";
import { saveWriting } from "#lib/reflections/commands/save-writing.ts";
import { carriesWords, pageOf } from "#lib/reflections/forms.ts";
import { writingForm, writingInput } from "#lib/reflections/input.ts";

const save = clientMutation(
  writingInput,
  (client, { input, now }) => saveWriting(client, input, now),
  carriesWords,
);

export const POST = orClientForm(
  save,
  writingForm,
  pageOf,
  (client, { input, now }) => saveWriting(client, { ...input, joins: true }, now),
  carriesWords,
);
