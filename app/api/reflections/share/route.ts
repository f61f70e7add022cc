import { orClientForm } from "#lib/http/forms.ts";
import { clientMutation } from "#lib/http.ts";
import { shareWriting } from "#lib/reflections/commands/share-writing.ts";
import { carriesWords, pageOf } from "#lib/reflections/forms.ts";
import { shareForm, shareInput } from "#lib/reflections/input.ts";

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
