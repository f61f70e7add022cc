import { coachUpload } from "#lib/http/uploads.ts";
import { importCourse } from "#lib/lessons/authoring/import/import.ts";
import { mostSentBytes } from "#lib/lessons/authoring/import/unpack.ts";
import { importCourseInput } from "#lib/lessons/authoring/input.ts";

export const POST = coachUpload(importCourseInput, mostSentBytes, async (coach, { input, files, now }) => ({
  status: "imported",
  ...(await importCourse(coach, files, input, now)),
}));
