import { parse, stringify } from "yaml";
import { z } from "zod";
import { Refusal } from "#lib/refusal.ts";

const line = (most: number) => z.string().trim().min(1, "Please write something here.").max(most);
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
const courseHead = z.strictObject({
  title: line(120),
  slug,
  summary: line(300),
  language: language.default("en"),
});

export type LessonFile = z.output<typeof lessonHead> & { body: string };
export type CourseFile = z.output<typeof courseHead> & { intro: string };

/** The form of a lesson as a file: YAML between two lines of ---, then its Markdown. Throws Refusal with what is wrong. */
export function readLessonFile(text: string): LessonFile {
  const { head, body } = split(text);
  return { ...checked(lessonHead, head), body };
}

export function writeLessonFile({ body, ...head }: LessonFile): string {
  return join(head, body);
}

/** The form of `course.md`: what introduces a course. Throws Refusal with what is wrong. */
export function readCourseFile(text: string): CourseFile {
  const { head, body } = split(text);
  return { ...checked(courseHead, head), intro: body };
}

export function writeCourseFile({ intro, ...head }: CourseFile): string {
  return join(head, intro);
}

const fenced = /^\uFEFF?---\r?\n([\s\S]*?)\r?\n---\r?\n([\s\S]*)$/;

function split(text: string): { head: unknown; body: string } {
  const [, head, body] = fenced.exec(text) ?? [];
  if (head === undefined || body === undefined)
    throw unreadable("It does not begin with its title and the rest between two lines of ---.");
  try {
    // Aliases can make a short file endless.
    return { head: parse(head, { maxAliasCount: 0 }), body: `${body.replaceAll("\r\n", "\n").trim()}\n` };
  } catch {
    throw unreadable("What stands between the two lines of --- cannot be read.");
  }
}

function checked<S extends z.ZodType>(schema: S, head: unknown): z.output<S> {
  const parsed = schema.safeParse(head);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const where = issue?.path.join(".");
  const what = issue?.message.endsWith(".") ? issue.message : "It is missing or has another form.";
  throw unreadable(where ? `Please look at “${where}”. ${what}` : what);
}

const unreadable = (sentence: string) => new Refusal(sentence, { code: "unreadable", status: 422 });

function join(head: Record<string, unknown>, body: string): string {
  return `---\n${stringify(head, { lineWidth: 0, flowCollectionPadding: false }).trim()}\n---\n\n${body.trim()}\n`;
}
