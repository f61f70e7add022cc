import {
  type CourseFile,
  firstLineOfBody,
  type LessonFile,
  readCourseFile,
  readLessonFile,
} from "#lib/lessons/course-files.ts";
import { readLesson } from "#lib/lessons/markdown/read-lesson.ts";
import { Refusal } from "#lib/refusal.ts";
import type { FolderFile } from "./unpack.ts";

/** What cannot be taken over, for the person who wrote it. `line` counts from 1. */
export type FolderProblem = { file: string; line: number; sentence: string };
export type ReadLesson = { file: string; lesson: LessonFile };

export type Folder = {
  course: CourseFile | undefined;
  lessons: ReadLesson[];
  problems: FolderProblem[];
  /** Names of files that are no lessons. */
  leftOut: string[];
};

const longestLesson = 60_000;
// Quotes and lists inside of one another, deeper than anybody writes, and than the reader of Markdown bears.
const tooDeep = /^(?:[ \t]*(?:>|[*+-]|\d{1,9}[.)])){12}/m;

/** Reads a folder whole, by the names in their order. Nothing is left out in silence. */
export function readFolder(files: readonly FolderFile[]): Folder {
  const folder: Folder = { course: undefined, lessons: [], problems: [], leftOut: [] };
  for (const file of [...files].sort((a, b) => a.name.localeCompare(b.name, "en"))) {
    if (!/\.(md|markdown)$/i.test(file.name)) folder.leftOut.push(file.name);
    else readFile(folder, file);
  }
  tellDoubles(folder);
  return folder;
}

function readFile(folder: Folder, { name: file, bytes }: FolderFile): void {
  const tell = (line: number, sentence: string) => folder.problems.push({ file, line, sentence });
  try {
    const text = decode(bytes);
    if (/^course\.(md|markdown)$/i.test(file)) {
      if (folder.course) tell(1, "There is another course.md already.");
      else folder.course = readCourseFile(text);
      return;
    }
    const lesson = readLessonFile(text);
    folder.lessons.push({ file, lesson });
    tellBlocks(lesson.body, firstLineOfBody(text), tell);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    tell(Number(error.offer?.line ?? 1), error.message);
  }
}

function tellBlocks(body: string, firstLine: number, tell: (line: number, sentence: string) => void): void {
  if (body.length > longestLesson) {
    tell(firstLine, "This lesson is longer than we can keep.");
    return;
  }
  if (tooDeep.test(body)) {
    tell(firstLine, "Lists or quotes stand too deep inside of one another here.");
    return;
  }
  const { blocks, problems } = readLesson(body);
  for (const { line, sentence } of problems) tell(firstLine + line - 1, sentence);
  if (blocks.length === 0 && problems.length === 0) tell(firstLine, "There is no block in this lesson.");
}

function tellDoubles({ lessons, problems }: Folder): void {
  const known = new Map<string, string>();
  for (const { file, lesson } of lessons) {
    const key = keyOf(lesson);
    const other = known.get(key);
    if (other)
      problems.push({ file, line: 1, sentence: `It has the same slug and the same language as ${other}.` });
    else known.set(key, file);
  }
}

/** Which text of the practice a file is about. */
export const keyOf = ({ slug, language }: LessonFile) => `${slug}.${language}`;

function decode(bytes: Uint8Array): string {
  try {
    const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
    if (!text.includes("\0")) return text;
  } catch {
    // Told below.
  }
  throw new Refusal("This is not written as text in UTF-8. Please save it as UTF-8 and try again.", {
    offer: { line: 1 },
  });
}
