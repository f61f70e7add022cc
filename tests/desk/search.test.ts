import { expect, test } from "vitest";
import { actOf } from "#app/coach/keys.ts";
import { dateMeant, folded } from "#lib/desk/search/date-words.ts";
import { type Item, pageOf } from "#lib/desk/timeline/items.ts";
import { placeIn, placeWords, showIn } from "#lib/desk/timeline/place.ts";

const today = "2026-12-01";

test("a day can be said in many ways, and without a year is the nearest one", () => {
  expect(["12 Nov", "November 12", "12. nov", "2026-11-12"].map((one) => dateMeant(one, today))).toEqual(
    Array(4).fill("2026-11-12"),
  );
  expect([dateMeant("tomorrow", today), dateMeant("Today", today)]).toEqual(["2026-12-02", "2026-12-01"]);
  expect([dateMeant("3 Jan", today), dateMeant("3 jan 2026", today)]).toEqual(["2027-01-03", "2026-01-03"]);
  expect(dateMeant("29 Feb 2028", today)).toBe("2028-02-29");
});

test("what is no day is none", () => {
  for (const words of ["", "Ute", "31 Nov", "29 Feb 2027", "12 Novak", "2026-13-01", "12"])
    expect(dateMeant(words, today)).toBeUndefined();
});

test("accents and small letters make no difference", () => {
  expect(folded("  Inês  ÁNGEL ")).toBe("ines angel");
});

test("single keys mean nothing to whoever types, nor where they are switched off, but Ctrl and K does", () => {
  const key = (name: string, more = {}) => ({
    key: name,
    ctrlKey: false,
    metaKey: false,
    altKey: false,
    ...more,
  });
  const free = { isOff: false, isTyping: false };
  expect(["/", "?", "j", "k", "x"].map((one) => actOf(key(one), free))).toEqual([
    ...["search", "keys", "next", "before"],
    undefined,
  ]);
  for (const where of [
    { isOff: true, isTyping: false },
    { isOff: false, isTyping: true },
  ]) {
    expect(actOf(key("j"), where)).toBeUndefined();
    expect(actOf(key("k", { ctrlKey: true }), where)).toBe("search");
  }
});

test("a place in the address is read back as it was, and anything else is the newest page", () => {
  const place = { micros: "1764590400123456", id: "74541eb1-96e5-4518-9123-7efda463dd04" };
  expect(placeIn(placeWords(place))).toEqual(place);
  for (const asked of [undefined, "", "1.2", ["a"], "x.74541eb1-96e5-4518-9123-7efda463dd04"])
    expect(placeIn(asked)).toBeUndefined();
  expect([showIn("notes"), showIn("secrets"), showIn(undefined)]).toEqual([
    "notes",
    "everything",
    "everything",
  ]);
});

test("what was left unanswered stands on one page and no other", () => {
  const item = (at: number) =>
    ({ kind: "message", id: `${at}`, at, micros: `${at}000`, said: { kind: "x" } }) as Item;
  const silence = (at: number) => ({ kind: "session" as const, day: null, session: null, at });
  const silences = [50, 40, 30, 20, 10].map(silence);
  const first = pageOf([item(45), item(40), item(25)], silences, { before: undefined, most: 2 });
  const second = pageOf([item(25)], silences, { before: first.rest, most: 2 });
  const ats = (page: typeof first) => page.items.map(({ kind, at }) => `${kind} ${at}`);
  expect(ats(first)).toEqual(["silence 50", "message 45", "message 40", "silence 40"]);
  expect(ats(second)).toEqual(["silence 30", "message 25", "silence 20", "silence 10"]);
  expect(second.rest).toBeUndefined();
});
