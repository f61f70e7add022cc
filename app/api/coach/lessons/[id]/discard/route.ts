import { idIn } from "#lib/http/request.ts";
import { coachMutation } from "#lib/http.ts";
import { draftInput } from "#lib/lessons/authoring/draft-input.ts";
import { discardDraft, draftToEdit, openDraft } from "#lib/lessons/authoring/drafts.ts";

export const POST = coachMutation(draftInput, async (coach, { params, input }) => {
  const lessonId = idIn(params);
  await discardDraft(coach, { ...input, lessonId });
  return { draft: draftToEdit(await openDraft(coach, lessonId, input.language)) };
});
