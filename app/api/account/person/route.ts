import { changePerson } from "#lib/account/commands.ts";
import { type PersonChanges, personInput } from "#lib/account/input.ts";
import { accountPages } from "#lib/account/pages.ts";
import type { Viewer } from "#lib/auth/viewer.ts";
import { orViewerForm } from "#lib/http/forms.ts";
import { viewerMutation } from "#lib/http.ts";

async function keep(viewer: Viewer, { input }: { input: PersonChanges }) {
  await changePerson(viewer, input);
  return { status: "kept" };
}

export const POST = orViewerForm(viewerMutation(personInput, keep), personInput, accountPages, keep);
