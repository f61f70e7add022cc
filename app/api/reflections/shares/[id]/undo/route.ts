import { z } from "zod";
import type { Viewer } from "#lib/auth/viewer.ts";
import { orViewerForm } from "#lib/http/forms.ts";
import { idIn } from "#lib/http/request.ts";
import { clientMutation } from "#lib/http.ts";
import { saveWriting } from "#lib/reflections/commands/save-writing.ts";
import { undoTakingBack } from "#lib/reflections/commands/take-back.ts";
import { carriesWords, pageOf } from "#lib/reflections/forms.ts";
import { type WritingInput, writingForm } from "#lib/reflections/input.ts";
import { demandClient } from "#lib/reflections/policy.ts";

type Sent = { input: WritingInput; params: Record<string, string>; now: number };

const undo = clientMutation(z.strictObject({}), (client, { params, now }) =>
  undoTakingBack(client, idIn(params), now),
);

/** The button stands in the form with the words, which come along. */
async function undoByForm(viewer: Viewer, { input, params, now }: Sent) {
  const client = demandClient(viewer);
  await undoTakingBack(client, idIn(params), now);
  await saveWriting(client, { ...input, joins: true }, now);
}

export const POST = orViewerForm(undo, writingForm, pageOf, undoByForm, carriesWords);
