import { idIn } from "#lib/http/request.ts";
import { coachMutation } from "#lib/http.ts";
import { mostBytes, saveDraftInput } from "#lib/lessons/authoring/draft-input.ts";
import { saveDraft } from "#lib/lessons/authoring/drafts.ts";
import { bodyOf } from "#lib/lessons/authoring/edited-blocks.ts";

export const POST = coachMutation(
  saveDraftInput,
  async (coach, { params, input: { blocks, ...input }, now }) => ({
    ...(await saveDraft(coach, { ...input, lessonId: idIn(params), body: bodyOf(blocks) }, now)),
    savedAt: now,
  }),
  { limit: mostBytes },
);
