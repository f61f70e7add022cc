import { coachMutation } from "#lib/http.ts";
import { largestWriting, noteInput } from "#lib/notes/input.ts";
import { keepNote } from "#lib/notes/keep-note.ts";

export const POST = coachMutation(noteInput, (coach, { input, now }) => keepNote(coach, input, now), {
  limit: largestWriting,
});
