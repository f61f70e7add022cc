import type { Viewer } from "#lib/auth/viewer.ts";
import { orViewerForm } from "#lib/http/forms.ts";
import { clientMutation } from "#lib/http.ts";
import { saveWriting } from "#lib/reflections/commands/save-writing.ts";
import { carriesWords, pageOf } from "#lib/reflections/forms.ts";
import { largestWriting, type WritingInput, writingForm, writingInput } from "#lib/reflections/input.ts";
import { demandClient } from "#lib/reflections/policy.ts";

type Sent = { input: WritingInput; now: number };

const save = clientMutation(writingInput, (client, { input, now }) => saveWriting(client, input, now), {
  limit: largestWriting,
});

const saveForm = (viewer: Viewer, { input, now }: Sent) =>
  saveWriting(demandClient(viewer), { ...input, joins: true }, now);

export const POST = orViewerForm(save, writingForm, pageOf, saveForm, carriesWords);
