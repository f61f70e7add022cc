import { previewInput } from "#lib/availability/input.ts";
import { previewClockChange } from "#lib/availability/preview.ts";
import { coachRead } from "#lib/http.ts";

export const GET = coachRead(previewInput, (coach, { input, now }) => previewClockChange(coach, input, now));
