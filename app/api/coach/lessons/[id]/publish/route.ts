import { idIn } from "#lib/http/request.ts";
import { coachMutation } from "#lib/http.ts";
import { draftInput } from "#lib/lessons/authoring/draft-input.ts";
import { draftToEdit, openDraft } from "#lib/lessons/authoring/drafts.ts";
import { publishDraft } from "#lib/lessons/authoring/publish.ts";

export const POST = coachMutation(draftInput, async (coach, { params, input, now }) => {
  const lessonId = idIn(params);
  await publishDraft(coach, { ...input, lessonId }, now);
  return { draft: draftToEdit(await openDraft(coach, lessonId, input.language)) };
});
