import type { Viewer } from "#lib/auth/viewer.ts";
import { orViewerForm } from "#lib/http/forms.ts";
import { clientMutation } from "#lib/http.ts";
import { shareWriting } from "#lib/reflections/commands/share-writing.ts";
import { carriesWords, pageOf } from "#lib/reflections/forms.ts";
import { largestWriting, type ShareInput, shareForm, shareInput } from "#lib/reflections/input.ts";
import { demandClient } from "#lib/reflections/policy.ts";

type Sent = { input: ShareInput; now: number };

const share = clientMutation(shareInput, (client, { input, now }) => shareWriting(client, input, now), {
  limit: largestWriting,
});

const shareByForm = (viewer: Viewer, { input, now }: Sent) => shareWriting(demandClient(viewer), input, now);

export const POST = orViewerForm(share, shareForm, pageOf, shareByForm, carriesWords);
