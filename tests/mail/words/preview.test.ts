import { describe, expect, test } from "vitest";
import { telling } from "#lib/mail/telling.ts";
import { passageIn } from "#lib/mail/words/passage.ts";
import { previewLetter } from "#lib/mail/words/preview.ts";
import { isSpoken, spoken, spokenKinds } from "#lib/mail/words/spoken.ts";
import { testSettings } from "#tests/support/settings.ts";

Object.assign(process.env, testSettings, { DATABASE_URL: "postgres://localhost/none" });

describe.each(spokenKinds)("the letter %s", (kind) => {
  test("is shown with the words under the coach's name, and nothing telling of its own", async () => {
    const { type, body } = await previewLetter({ kind, words: "Ring **twice**.", look: "text" }, "Sol");
    expect(type).toBe("text/plain");
    expect(body).toMatch(/Sol.*From Sol:\n\nRing twice\.\n\n.*Support now: /s);
    expect(body).not.toMatch(telling);
  });

  test("is shown with what comes with it under nobody's name", async () => {
    const { body } = await previewLetter({ kind, words: spoken[kind].shipped, look: "text" }, "Sol");
    expect(body).toContain(spoken[kind].shipped);
    expect(body).not.toContain("From Sol");
    expect(spoken[kind].shipped).not.toMatch(/!|session|guidance/);
  });

  test("is lit as the coach chose, whatever the coach's own device is set to", async () => {
    for (const [look, rule] of [
      ["light", "@media not all{"],
      ["dark", "@media all{"],
    ] as const) {
      const { type, body } = await previewLetter({ kind, words: "", look }, "Sol");
      expect(type).toBe("text/html");
      expect(body).toContain(rule);
      expect(body).toContain(`:root{color-scheme:${look};`);
      expect(body).not.toContain("prefers-color-scheme");
    }
  });
});

test("a coach who wants nothing to stand there is not given what comes with the portal", () => {
  const words = (ownWords: Parameters<typeof passageIn>[1]["ownWords"]) =>
    passageIn("booking_cancelled", { ownWords, coachName: "Sol" });
  expect(words({ booking_cancelled: "" })).toEqual({ words: "", from: "Sol" });
  expect(words({ booking_moved: "x" })).toEqual({ words: "Nothing else is needed." });
  expect(words(null)).toEqual({ words: "Nothing else is needed." });
});

test("only letters with room for words are shown", () => {
  expect(["booking_moved", "sign_in", "toString", "__proto__", ""].map(isSpoken)).toEqual([
    true,
    false,
    false,
    false,
    false,
  ]);
});
