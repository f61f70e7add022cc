import { coachMutation } from "#lib/http.ts";
import { keepWords } from "#lib/mail/words/commands.ts";
import { keepWordsInput } from "#lib/mail/words/input.ts";

export const POST = coachMutation(keepWordsInput, async (coach, { input, now }) => {
  const savedAt = await keepWords(coach, input, now);
  return { status: "saved", savedAt: savedAt && new Date(savedAt).toISOString() };
});
