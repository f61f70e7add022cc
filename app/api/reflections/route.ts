import { orClientForm } from "#lib/http/forms.ts";
import { clientMutation } from "#lib/http.ts";
import { carriesWords, pageOf } from "#lib/reflections/in-lessons/forms.ts";
import { writingForm, writingInput } from "#lib/reflections/in-lessons/input.ts";
import { saveWriting } from "#lib/reflections/in-lessons/save-writing.ts";

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
