import { z } from "zod";
import { orClientForm } from "#lib/http/forms.ts";
import { idIn } from "#lib/http/request.ts";
import { clientMutation } from "#lib/http.ts";
import { carriesWords, pageOf } from "#lib/reflections/in-lessons/forms.ts";
import { writingForm } from "#lib/reflections/in-lessons/input.ts";
import { saveWriting } from "#lib/reflections/in-lessons/save-writing.ts";
import { undoTakingBack } from "#lib/reflections/take-back.ts";

const act = clientMutation(z.strictObject({}), (client, { params, now }) =>
  undoTakingBack(client, idIn(params), now),
);

export const POST = orClientForm(
  act,
  writingForm,
  pageOf,
  async (client, { input, params, now }) => {
    await undoTakingBack(client, idIn(params), now);
    // The button stands in the form with the words, which come along.
    if (Object.keys(input.answers).length > 0) await saveWriting(client, { ...input, joins: true }, now);
  },
  carriesWords,
);
