import { coachUpload } from "#lib/http/uploads.ts";
import { lookInto } from "#lib/lessons/authoring/import/import.ts";
import { mostSentBytes } from "#lib/lessons/authoring/import/unpack.ts";
import { lookIntoInput } from "#lib/lessons/authoring/input.ts";

/** Changes nothing: it says what importing these files would do. */
export const POST = coachUpload(lookIntoInput, mostSentBytes, (coach, { input, files }) =>
  lookInto(coach, files, input),
);
