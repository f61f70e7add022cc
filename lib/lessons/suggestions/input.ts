import { z } from "zod";

export const farthestBefore = 60;
export const farthestAfter = 120;

const range = `Please choose a day from ${farthestBefore} days before to ${farthestAfter} days after.`;

/** `POST /api/coach/bookings/[id]/lessons`. `days` from the session's own: negative before it. A null `block`: the whole lesson. */
export const suggestLessonInput = z.strictObject({
  lessonId: z.guid("Please choose a lesson."),
  block: z.string().min(1).max(64).nullable(),
  days: z
    .int("Please choose a day, as a whole number.")
    .min(-farthestBefore, range)
    .max(farthestAfter, range)
    .refine((days) => days !== 0, "The day itself is theirs. Please choose one before or after it."),
  clientIds: z.array(z.guid()).min(1, "Please choose for whom.").max(2, "Please choose for whom."),
});
export type SuggestLessonInput = z.output<typeof suggestLessonInput>;

/** `POST /api/coach/suggestions/restore`, with what taking away answered. */
export const restoreSuggestionInput = z.strictObject({ undo: z.string().max(4_000) });

/** Taking one away: the path says it all. */
export const nothing = z.strictObject({});
