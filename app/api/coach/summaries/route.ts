import { coachMutation } from "#lib/http.ts";
import { largestWriting, summaryInput } from "#lib/notes/input.ts";
import { keepSummary } from "#lib/summaries/keep-summary.ts";

export const POST = coachMutation(summaryInput, (coach, { input, now }) => keepSummary(coach, input, now), {
  limit: largestWriting,
});
