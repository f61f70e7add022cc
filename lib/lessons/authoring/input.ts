import { z } from "zod";
import { audiences, courseWords, language, lessonWords } from "#lib/lessons/course-files.ts";

const id = z.guid();

const intro = z
  .string()
  .transform((text) => text.replaceAll("\r\n", "\n").trim())
  .pipe(
    z
      .string()
      .max(4_000, "That is longer than an introduction has room for. 4000 characters fit.")
      .regex(/^[^\p{Cs}\0]*$/u, "There is a sign in it that we cannot keep."),
  );

const words = courseWords.extend({ intro });

export const addCourseInput = words;
export type AddCourseInput = z.output<typeof addCourseInput>;

/** `seen`: the words that this change began with. */
export const changeCourseInput = z.strictObject({ words, seen: words });
export type ChangeCourseInput = z.output<typeof changeCourseInput>;

export const addLessonInput = z.strictObject({ courseId: id, title: lessonWords.shape.title });
export type AddLessonInput = z.output<typeof addLessonInput>;

/** The text of `versionId` is what the new language begins with. */
export const addLanguageInput = z.strictObject({ language, versionId: id });
export type AddLanguageInput = z.output<typeof addLanguageInput>;

const ids = z.array(id).max(300);

/** All lessons of a course: as they should stand, and as they stood when this was wished for. */
export const orderLessonsInput = z.strictObject({ order: ids, seen: ids });
export type OrderLessonsInput = z.output<typeof orderLessonsInput>;

export const setAudienceInput = z.strictObject({ audience: z.enum(audiences) });

/** `over`: the revision of the draft that goes for it, null where there is none. */
export const restoreVersionInput = z.strictObject({ versionId: id, over: z.int().nullable() });
export type RestoreVersionInput = z.output<typeof restoreVersionInput>;

/** A sealed draft of the longest lesson. */
export const mostUndoBytes = 900_000;

/** `revision`: of the draft that goes again; `undo`: what stood there before it. */
export const undoRestoreInput = z.strictObject({
  language,
  revision: z.int(),
  undo: z.string().max(mostUndoBytes).nullable(),
});
export type UndoRestoreInput = z.output<typeof undoRestoreInput>;

/** `courseId`: where new lessons go, unless the files say it themselves. */
export const lookIntoInput = z.strictObject({ courseId: id.nullable() });
export type LookIntoInput = z.output<typeof lookIntoInput>;

/** `mark`: of the plan that was looked at; `replace`: keys of steps for which a draft that is there may go. */
export const importCourseInput = lookIntoInput.extend({
  mark: z.string().max(100),
  replace: z.array(z.string().max(100)).max(200),
});
export type ImportCourseInput = z.output<typeof importCourseInput>;
