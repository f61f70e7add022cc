import { strToU8, zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { zipFolder } from "#lib/lessons/authoring/export.ts";
import { lookInto } from "#lib/lessons/authoring/import/import.ts";
import { writeLessonFile } from "#lib/lessons/course-files.ts";
import { readShippedCourse } from "#lib/lessons/shipped-course.ts";

import {
  aFile,
  body,
  everything,
  files,
  lines,
  onShippedCourse,
  shipped,
  shippedId,
  sol,
  zipped,
} from "./a-folder.ts";

const now = Date.parse("2026-12-01T10:00:00Z");
onShippedCourse(now);

const problemsIn = async (texts: Record<string, string | Uint8Array>) =>
  (await lookInto(sol, files(texts), { courseId: null })).problems;

describe("looking into a folder", () => {
  test("changes nothing, and finds the shipped course as it is", async () => {
    const before = await everything();
    const { plan, problems } = await lookInto(sol, [{ name: "x.zip", bytes: zipFolder(shipped) }], {
      courseId: null,
    });
    expect(problems).toEqual([]);
    expect(plan?.course).toMatchObject({ id: shippedId, isNew: false, isKept: false });
    expect(new Set(plan?.steps.map(({ does }) => does))).toEqual(new Set(["nothing"]));
    expect(await everything()).toBe(before);
  });

  test("says of each file what would become of it, wherever it lies in the zip", async () => {
    const { lessons: shippedLessons } = await readShippedCourse();
    const [first, second] = shippedLessons;
    if (!first || !second) throw new Error("The shipped course has two lessons");
    const { plan, leftOut } = await lookInto(
      sol,
      zipped({
        "a/b/01.md": strToU8(aFile({ title: "New here" })),
        "a/02.md": strToU8(writeLessonFile({ ...first, title: "Said anew", audience: "mentored" })),
        "a/03.md": strToU8(writeLessonFile({ ...second, language: "es" })),
        "../../etc/04.md": strToU8(writeLessonFile(second)),
        "a/picture.png": strToU8("x"),
        "__MACOSX/a/._01.md": strToU8("x"),
        ".DS_Store": strToU8("x"),
      }),
      { courseId: shippedId },
    );
    expect(plan?.steps.map(({ file, does, isAudienceKept }) => [file, does, isAudienceKept])).toEqual([
      ["01.md", "new_lesson", false],
      ["02.md", "new_draft", true],
      ["03.md", "new_language", false],
      ["04.md", "nothing", false],
    ]);
    expect(leftOut).toEqual(["picture.png"]);
  });

  test.each([
    ["no front matter", "Hello\n", 1, /between two lines of ---/],
    ["broken YAML", "---\ntitle: A\nslug: [a\n---\n\nHello\n", 3, /cannot be read/],
    ["an alias", "---\ntitle: &a A\nslug: *a\n---\n\nHello\n", 1, /cannot be read/],
    ["a title that is no text", aFile().replace("title: A pause", "title: [1]"), 2, /“title”/],
    ["no title", aFile().replace("title: A pause\n", ""), 1, /“title”/],
    [
      "a sign that cannot be kept",
      aFile().replace("title: A pause", 'title: "A\\0pause"'),
      2,
      /a sign in it/,
    ],
    ["half a sign", aFile().replace("title: A pause", 'title: "A\\ud800pause"'), 2, /a sign in it/],
    ["a slug with capitals", aFile({ slug: "Pause" }), 3, /small letters/],
    ["an audience that is none", aFile({ audience: "friends" }), 6, /“audience”/],
    ["a language that is none", aFile({ language: "English" }), 7, /written as en or pt-BR/],
    ["lines that touch", aFile({ lines: { near: lines.near, far: lines.near } }), 8, /too near/],
    ["more than it knows", aFile().replace("slug:", "author: me\nslug:"), 3, /“author”/],
    ["a prototype", aFile().replace("slug:", "__proto__: {a: 1}\nslug:"), 3, /“__proto__”|A pause|“”/],
    ["words outside of a block", aFile({ body: "Hello\n" }), 13, /outside of any block/],
    ["a block that is none", aFile({ body: `${body}\n:::song\nNo.\n:::\n` }), 17, /no block called song/],
    ["no block", aFile({ body: "\n" }), 14, /no block in this lesson/],
    ["a lesson without end", aFile({ body: `:::idea\n${"word ".repeat(20_000)}\n:::\n` }), 13, /longer than/],
    [
      "quotes in quotes without end",
      aFile({ body: `:::idea\n${">".repeat(20_000)} a\n:::\n` }),
      13,
      /too deep/,
    ],
    ["a text in UTF-16", Buffer.from(`\uFEFF${aFile()}`, "utf16le"), 1, /UTF-8/],
    ["a text in Latin-1", Buffer.from(aFile({ title: "Más" }), "latin1"), 1, /UTF-8/],
    ["a sign of nothing", aFile({ body: ":::idea\na\0b\n:::\n" }), 1, /UTF-8/],
  ] as [string, string | Uint8Array, number, RegExp][])(
    "tells of %s, with file and line",
    async (_, text, line, words) => {
      const problems = await problemsIn({ "01-a.md": text });
      expect(problems[0]).toMatchObject({ file: "01-a.md", line, sentence: expect.stringMatching(words) });
      expect(problems[0]?.sentence).toMatch(/^[A-Z].*\.$/);
    },
  );

  test("tells of two files that are the same lesson, and of two courses", async () => {
    const [text, course] = [aFile(), shipped.get("course.md") ?? ""];
    expect(await problemsIn({ "a.md": text, "b.md": text })).toEqual([
      { file: "b.md", line: 1, sentence: "It has the same slug and the same language as a.md." },
    ]);
    const { problems } = await lookInto(
      sol,
      zipped({ "a/course.md": strToU8(course), "b/course.md": strToU8(course) }),
      { courseId: null },
    );
    expect(problems).toMatchObject([{ file: "course.md", sentence: "There is another course.md already." }]);
  });

  test("takes files as editors on any system write them", async () => {
    expect(await problemsIn({ "a.md": `\uFEFF${aFile().replaceAll("\n", "\r\n")}` })).toEqual([]);
  });
});

describe("a folder that is too much", () => {
  const tooLarge = { name: "Refusal", code: "too_large", status: 413 };
  const nothing = new Uint8Array(0);
  const look = (sent: Parameters<typeof lookInto>[1]) => lookInto(sol, sent, { courseId: null });

  test("is refused: a bomb, many files, many folders, many zips", async () => {
    const bomb = zipSync({ "a.md": new Uint8Array(100 * 1024 * 1024) }, { level: 9 });
    expect(bomb.byteLength).toBeLessThan(2 * 1024 * 1024);
    await expect(look([{ name: "a.zip", bytes: bomb }])).rejects.toMatchObject(tooLarge);
    const many = (length: number, name: (index: number) => string) =>
      Object.fromEntries(Array.from({ length }, (_, index) => [name(index), nothing]));
    await expect(look(zipped(many(201, (index) => `${index}.md`)))).rejects.toMatchObject(tooLarge);
    await expect(look(zipped(many(500, (index) => `${index}/`)))).rejects.toMatchObject(tooLarge);
    const half = zipSync({ "a.md": new Uint8Array(1_200_000) });
    await expect(look(["a.zip", "b.zip"].map((name) => ({ name, bytes: half })))).rejects.toMatchObject(
      tooLarge,
    );
    await expect(look([{ name: "a.md", bytes: new Uint8Array(2_200_000) }])).rejects.toMatchObject(tooLarge);
  });

  test("is measured by what it becomes, not by what it says of itself", async () => {
    const bomb = zipSync({ "a.md": new Uint8Array(50 * 1024 * 1024) }, { level: 9 });
    // The size unpacked, in the head of the file.
    new DataView(bomb.buffer, bomb.byteOffset).setUint32(22, 10, true);
    await expect(look([{ name: "a.zip", bytes: bomb }])).rejects.toMatchObject(tooLarge);
  });

  test("or no folder at all, is refused in kind words", async () => {
    const badZip = { name: "Refusal", code: "bad_zip", status: 422 };
    const whole = zipFolder(shipped);
    for (const bytes of [nothing, strToU8("Hello"), whole.subarray(0, 700), whole.subarray(30)])
      await expect(look([{ name: "a.zip", bytes }])).rejects.toMatchObject(badZip);
  });
});
