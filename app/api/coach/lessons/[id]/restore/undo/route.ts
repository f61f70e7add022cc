import { idIn } from "#lib/http/request.ts";
import { coachMutation } from "#lib/http.ts";
import { mostUndoBytes, undoRestoreInput } from "#lib/lessons/authoring/input.ts";
import { undoRestore } from "#lib/lessons/authoring/restore.ts";

export const POST = coachMutation(
  undoRestoreInput,
  async (coach, { input, params, now }) => {
    await undoRestore(coach, idIn(params), input, now);
    return { status: "undone" };
  },
  { limit: mostUndoBytes + 1_000 },
);
