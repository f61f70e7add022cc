import { describe, expect, test } from "vitest";
import { shippedTexts } from "#lib/consent/shipped/texts.ts";
import { topics } from "#lib/consent/topics.ts";
import type { Block } from "#lib/lessons/markdown/blocks.ts";
import { readLesson, textOf } from "#lib/lessons/markdown/read-lesson.ts";
import { readShippedCourse } from "#lib/lessons/shipped-course.ts";
import type { Question } from "#lib/questions/question.ts";
import { shippedSets } from "#lib/questions/shipped-sets.ts";
import { gradeOf } from "./reading-level.ts";

const { lessons } = await readShippedCourse();

function paragraphsOf(block: Block): string[] {
  const prose = block.type === "panels" ? block.panels.flatMap((panel) => panel.prose) : block.prose;
  return prose.map((part) => textOf([part]));
}

const wordsOf = ({ text, why, before, beneath, options, concern }: Question) =>
  [text, why, before, beneath, concern?.says ?? "", ...options.map((one) => one.text)].filter(Boolean);

describe("how hard a text is to read", () => {
  test.each(shippedSets)("the questions “$name”", ({ questions }) => {
    expect(gradeOf(questions.flatMap(wordsOf))).toBeLessThanOrEqual(8);
    // Options are short, and would make up for what is asked with them.
    expect(gradeOf(questions.map(({ text }) => text))).toBeLessThanOrEqual(8);
  });

  test.each(lessons)("the lesson “$title”", ({ body, audience }) => {
    const grade = gradeOf(readLesson(body).blocks.flatMap(paragraphsOf));
    // What is for professionals may be denser.
    expect(grade).toBeLessThanOrEqual(audience === "mentored" ? 10 : 8);
  });

  test.each(shippedTexts)("what is agreed to, “$title”", ({ body }) => {
    const [short, ...sections] = body.split("\n\n").map((part) => part.replaceAll("*", ""));
    expect(short).toMatch(/^In short: /);
    expect(gradeOf(sections)).toBeLessThanOrEqual(8);
  });

  test("what is asked again aloud", () => {
    expect(gradeOf(topics.map(({ aloud }) => aloud))).toBeLessThanOrEqual(8);
  });

  test("a text that nobody should have to read in a tender hour is found out", () => {
    const dense =
      "Subsequent psychophysiological dysregulation necessitates comprehensive biopsychosocial reconceptualization of interpersonal attachment-related vulnerabilities.";
    expect(gradeOf([dense])).toBeGreaterThan(20);
    expect(gradeOf(["She asks again. He turns the radio up a little."])).toBeLessThan(3);
  });
});
