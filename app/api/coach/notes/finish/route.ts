import { coachMutation } from "#lib/http.ts";
import { largestWriting, noteInput } from "#lib/notes/input.ts";
import { finishNote } from "#lib/notes/keep-note.ts";

export const POST = coachMutation(noteInput, (coach, { input, now }) => finishNote(coach, input, now), {
  limit: largestWriting,
});
