import { Document, isSeq, parse, visit, YAMLParseError } from "yaml";
import { z } from "zod";
import { Refusal } from "#lib/refusal.ts";

const line = (most: number) =>
  z
    .string()
    .trim()
    .min(1, "Please write something here.")
    .max(most, `That is too long. ${most} characters fit.`)
    .regex(/^[^\p{Cc}\p{Cs}]*$/u, "There is a sign in it that we cannot keep.");
const slug = z
  .string()
  .max(60)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "A short name has small letters, numbers and hyphens only.");
export const language = z.string().regex(/^[a-z]{2,3}(-[A-Z]{2})?$/, "A language is written as en or pt-BR.");
const heights = z.array(z.number().min(0).max(100)).length(7);

/** Two lines with air between them at every place. */
export const motifInput = z
  .strictObject({ near: heights, far: heights })
  .refine(({ near, far }) => near.every((height, index) => height + 6 <= (far[index] ?? 0)), {
    message: "The two lines come too near each other.",
  });

export const audiences = ["everyone", "clients", "mentored"] as const;
export type Audience = (typeof audiences)[number];

/** What stands about a lesson beside its text. */
export const lessonWords = z.strictObject({
  title: line(120),
  summary: line(300),
  goal: line(300),
});

const lessonHead = lessonWords.extend({
  slug,
  audience: z.enum(audiences),
  language: language.default("en"),
  lines: motifInput,
});

/** What stands about a course beside its introduction. */
export const courseWords = z.strictObject({ title: line(120), summary: line(300) });

const courseHead = courseWords.extend({ slug, language: language.default("en") });

export type LessonFile = z.output<typeof lessonHead> & { body: string };
export type CourseFile = z.output<typeof courseHead> & { intro: string };

/** The form of a lesson as a file: YAML between two lines of ---, then its Markdown. Throws Refusal with what is wrong. */
export function readLessonFile(text: string): LessonFile {
  const { head, body } = split(text);
  return { ...checked(lessonHead, head), body };
}

export function writeLessonFile(lesson: LessonFile): string {
  const { title, slug, summary, goal, audience, language, lines, body } = lesson;
  const { near, far } = lines;
  return join({ title, slug, summary, goal, audience, language, lines: { near, far } }, body);
}

/** The form of `course.md`: what introduces a course. Throws Refusal with what is wrong. */
export function readCourseFile(text: string): CourseFile {
  const { head, body } = split(text);
  return { ...checked(courseHead, head), intro: body };
}

export function writeCourseFile({ title, slug, summary, language, intro }: CourseFile): string {
  return join({ title, slug, summary, language }, intro);
}

const fenced = /^(\uFEFF?---\r?\n)([\s\S]*?)\r?\n---\r?\n([\s\S]*)$/;

/** The line of the file on which its Markdown begins, counted from 1. */
export function firstLineOfBody(text: string): number {
  const [, opening = "", head = "", body = ""] = fenced.exec(text) ?? [];
  const blank = body.length - body.trimStart().length;
  return linesIn(opening) + linesIn(head) + linesIn(body.slice(0, blank)) + 3;
}

const linesIn = (text: string) => text.split("\n").length - 1;

type Head = { head: unknown; written: string };

function split(text: string): { head: Head; body: string } {
  const [, , written, body] = fenced.exec(text) ?? [];
  if (written === undefined || body === undefined)
    throw unreadable("It does not begin with its title and the rest between two lines of ---.", 1);
  try {
    // Aliases can make a short file endless.
    const head: unknown = parse(written, { maxAliasCount: 0, logLevel: "error" });
    return { head: { head, written }, body: `${body.replaceAll("\r\n", "\n").trim()}\n` };
  } catch (error) {
    const at = error instanceof YAMLParseError ? error.linePos?.[0].line : undefined;
    throw unreadable("What stands between the two lines of --- cannot be read.", (at ?? 0) + 1);
  }
}

function checked<S extends z.ZodType>(schema: S, { head, written }: Head): z.output<S> {
  const parsed = schema.safeParse(head);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const extra = issue?.code === "unrecognized_keys" ? issue.keys[0] : undefined;
  if (extra) throw unreadable(`It says “${extra}”, which nobody here knows.`, lineOf(written, extra));
  const where = issue?.path[0]?.toString();
  const what = issue?.message.endsWith(".") ? issue.message : "It is missing or has another form.";
  throw unreadable(where ? `Please look at “${where}”. ${what}` : what, lineOf(written, where));
}

function lineOf(written: string, key: string | undefined): number {
  const at = written.split("\n").findIndex((line) => key !== undefined && line.startsWith(`${key}:`));
  return at < 0 ? 1 : at + 2;
}

/** `line` is the line of the file, counted from 1. */
const unreadable = (sentence: string, line: number) =>
  new Refusal(sentence, { code: "unreadable", status: 422, offer: { line } });

function join(head: Record<string, unknown>, body: string): string {
  const written = new Document(head, { aliasDuplicateObjects: false });
  visit(written, (_, node) => {
    if (isSeq(node)) node.flow = true;
  });
  return `---\n${written.toString({ lineWidth: 0, flowCollectionPadding: false }).trim()}\n---\n\n${body.trim()}\n`;
}
