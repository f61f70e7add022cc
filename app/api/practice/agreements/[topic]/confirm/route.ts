import { confirmText } from "#lib/consent/authoring/publish.ts";
import { confirmTextInput } from "#lib/consent/input.ts";
import { ownerMutation } from "#lib/http.ts";

export const POST = ownerMutation(confirmTextInput, (owner, { params, input, now }) =>
  confirmText(owner, params.topic ?? "", input, now),
);
