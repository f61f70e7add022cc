import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { concernsIn } from "#lib/questions/concerns.ts";
import { answersTo } from "#lib/questions/input.ts";
import { missingOf } from "#lib/questions/missing.ts";
import { type Answers, askedNow, type Question } from "#lib/questions/question.ts";
import { shippedSets } from "#lib/questions/shipped-sets.ts";
import { anyAnswer, anyAnswers } from "./any-answers.ts";

const setOf = (kind: string) => shippedSets.find((set) => set.kind === kind)?.questions ?? [];
const anySet = fc.constantFrom(...shippedSets.map(({ questions }) => questions));
const answered = anySet.chain((questions) =>
  anyAnswers(questions).map((answers) => ({ questions, answers: answers as Answers })),
);
const fully = anySet.chain((questions) =>
  fc.tuple(...questions.map(anyAnswer)).map((all) => ({
    questions,
    answers: Object.fromEntries(questions.map(({ key }, at) => [key, all[at]])) as Answers,
  })),
);

const said = (questions: Question[], answers: unknown) =>
  answersTo(questions).safeParse(answers).error?.issues[0]?.message;

describe("answers that are kept", () => {
  test("whatever can be answered is kept as it is, and what is left blank stays blank", () => {
    fc.assert(
      fc.property(answered, ({ questions, answers }) => {
        expect(answersTo(questions).parse(answers)).toEqual(answers);
      }),
    );
  });

  test("an answer to something that is not asked is refused, whatever it is", () => {
    fc.assert(
      fc.property(answered, fc.stringMatching(/^[a-z]{1,20}_x$/), fc.jsonValue(), (one, key, value) => {
        const sentence = said(one.questions, { ...one.answers, [key]: value });
        expect(sentence).toBe("There is an answer to something that is not asked here.");
      }),
    );
  });

  test("whatever else is sent, it is kept as an answer or refused in a sentence", () => {
    fc.assert(
      fc.property(anySet, fc.nat(20), fc.oneof(fc.jsonValue(), fc.integer()), (questions, at, value) => {
        const question = questions[at % questions.length];
        const sentence = said(questions, { [question?.key ?? ""]: value });
        if (sentence !== undefined) expect(sentence).toMatch(/^[A-Z].+\.$/);
      }),
    );
  });

  test.each<[string, string, unknown, string | undefined]>([
    ["preparation", "focus", "a".repeat(10_000), undefined],
    ["preparation", "focus", "a".repeat(10_001), "That is longer than we can keep here. 10,000 letters fit."],
    ["preparation", "intention", "a".repeat(300), undefined],
    ["preparation", "intention", "a".repeat(301), "That is longer than we can keep here. 300 letters fit."],
    ["preparation", "focus", "half a sign \ud800", "There is a sign in it that we cannot keep."],
    ["preparation", "focus", "a\0b", "There is a sign in it that we cannot keep."],
    ["preparation", "sleep", 10, undefined],
    ["preparation", "sleep", 11, "Please choose a number from 0 to 10."],
    ["preparation", "sleep", -1, "Please choose a number from 0 to 10."],
    ["preparation", "sleep", 4.5, "Please choose a number from 0 to 10."],
    ["preparation", "sleep", "4", "Please choose a number from 0 to 10."],
    ["preparation", "sleep", "unsaid", undefined],
    ["preparation", "changes", ["body", "body"], "Please choose each answer once."],
    ["preparation", "changes", ["lithium"], "Please choose one of the answers."],
    ["preparation", "changes", "body", "Please choose among the answers."],
    ["preparation", "trust_person", "talk", undefined],
    ["preparation", "trust_person", "perhaps", "Please choose one of the answers."],
    ["guidance", "touch", "anything", "Please choose one of the answers."],
    ["guidance", "touch", ["none"], "Please choose one of the answers."],
  ])("%s: %s answered by %j", (kind, key, answer, sentence) => {
    expect(said(setOf(kind), { [key]: answer })).toBe(sentence);
  });

  test("lines that a form sends are kept as lines", () => {
    expect(answersTo(setOf("preparation")).parse({ focus: "one\r\ntwo" })).toEqual({ focus: "one\ntwo" });
  });
});

describe("what is wanted before answers can be sent", () => {
  test("of all that is blank, what is required, with why; nothing else", () => {
    fc.assert(
      fc.property(answered, ({ questions, answers }) => {
        const missing = missingOf(questions, answers);
        for (const { why, key, is } of missing) {
          expect(why).not.toBe("");
          if (is === "blank") expect(questions.find((one) => one.key === key)?.required).toBe(true);
        }
        const blank = questions.filter(({ required, key }) => required && answers[key] === undefined);
        expect(missing.map(({ key }) => key)).toEqual(expect.arrayContaining(blank.map(({ key }) => key)));
      }),
    );
  });

  test("once everything is answered, only what waits for another answer is left", () => {
    fc.assert(
      fc.property(fully, ({ questions, answers }) => {
        const left = missingOf(questions, answers).filter(({ key }) => {
          const answer = answers[key];
          return typeof answer === "string" ? answer.trim() !== "" : !Array.isArray(answer);
        });
        expect(left.every(({ is, key }) => is === "waits" && key === "anonymous")).toBe(true);
      }),
    );
  });

  const mentoring = (anonymous: string) =>
    missingOf(setOf("mentorship"), { urgency: "learning", question: "How long to wait", anonymous });

  test("an outline is not sent before nobody can be known from it", () => {
    expect(mentoring("yes")).toEqual([]);
    for (const answer of ["no", "talk"])
      expect(mentoring(answer)).toMatchObject([{ key: "anonymous", is: "waits" }]);
  });

  test("“I'd rather not say” is an answer to a scale, and blanks are none to a question for words", () => {
    const rest = { changes: ["nothing"], steadiness: "unsaid" };
    expect(missingOf(setOf("preparation"), { ...rest, focus: "Calm" })).toEqual([]);
    expect(missingOf(setOf("preparation"), { ...rest, focus: "  \n" })).toMatchObject([
      { key: "focus", is: "blank" },
    ]);
    expect(missingOf(setOf("preparation"), { focus: "Calm", steadiness: 0, changes: [] })).toMatchObject([
      { key: "changes", is: "blank" },
    ]);
  });
});

describe("whoever comes again", () => {
  test("is not asked once more what is asked the first time only", () => {
    const asked = (isFirst: boolean) => askedNow(setOf("preparation"), isFirst).map(({ key }) => key);
    expect(asked(true)).toHaveLength(11);
    expect(asked(false)).toHaveLength(10);
    expect(asked(false)).not.toContain("why_now");
  });
});

describe("what follows from answers", () => {
  test("concerns only what was asked and answered, whatever was answered before", () => {
    fc.assert(
      fc.property(answered, fc.array(answered, { maxLength: 3 }), ({ questions, answers }, earlier) => {
        const before = earlier.map((one) => one.answers);
        for (const { key } of concernsIn(questions, answers, before)) {
          expect(answers[key]).toBeDefined();
          expect(questions.find((one) => one.key === key)?.concern).not.toBeNull();
        }
      }),
    );
  });

  test("does not depend on what else is asked", () => {
    fc.assert(
      fc.property(answered, ({ questions, answers }) => {
        const each = questions.flatMap((one) => concernsIn([one], answers));
        expect(concernsIn(questions, answers)).toEqual(each);
      }),
    );
  });
});
