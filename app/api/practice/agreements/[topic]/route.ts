import { publishText } from "#lib/consent/authoring/publish.ts";
import { publishTextInput } from "#lib/consent/input.ts";
import { ownerMutation } from "#lib/http.ts";

export const POST = ownerMutation(publishTextInput, (owner, { params, input, now }) =>
  publishText(owner, params.topic ?? "", input, now),
);
