import { orClientForm } from "#lib/http/forms.ts";
import { clientMutation } from "#lib/http.ts";
import { carriesWords, pageOf } from "#lib/reflections/in-lessons/forms.ts";
import { shareForm, shareInput } from "#lib/reflections/in-lessons/input.ts";
import { shareWriting } from "#lib/reflections/in-lessons/share-writing.ts";

const share = clientMutation(
  shareInput,
  (client, { input, now }) => shareWriting(client, input, now),
  carriesWords,
);

export const POST = orClientForm(
  share,
  shareForm,
  pageOf,
  (client, { input, now }) => shareWriting(client, input, now),
  carriesWords,
);
