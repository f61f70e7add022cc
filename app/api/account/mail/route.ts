import { accountPages } from "#lib/account/pages.ts";
import type { Viewer } from "#lib/auth/viewer.ts";
import { orViewerForm } from "#lib/http/forms.ts";
import { viewerMutation } from "#lib/http.ts";
import { changeMailPreferences } from "#lib/mail/preferences/commands.ts";
import { type MailChanges, mailPreferencesForm, mailPreferencesInput } from "#lib/mail/preferences/input.ts";

async function keep(viewer: Viewer, { input, now }: { input: MailChanges; now: number }) {
  await changeMailPreferences(viewer, input, now);
  return { status: "kept" };
}

export const POST = orViewerForm(
  viewerMutation(mailPreferencesInput, keep),
  mailPreferencesForm,
  accountPages,
  keep,
);
