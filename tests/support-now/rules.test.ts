import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { places, type Resource, resources } from "#lib/support/resources.ts";
import { checkedWords, hasCrisisLine, isShown, isStale, linesFor } from "#lib/support/rules.ts";

const today = Temporal.PlainDate.from("2026-11-22");
const aLine = (over: Partial<Resource> = {}): Resource => ({
  id: "us-line",
  place: "us",
  name: "A line",
  whatHappens: "Someone answers.",
  hoursText: "Day and night.",
  hoursVerified: true,
  ways: [{ words: "Call 123", to: "tel:123" }],
  verifiedOn: "2026-11-12",
  sourceUrl: "https://example.org/",
  ...over,
});

describe("who is shown to someone in trouble", () => {
  it("never shows a line that nobody has checked", () => {
    expect(isShown(aLine())).toBe(true);
    expect(isShown(aLine({ verifiedOn: null }))).toBe(false);
    expect(linesFor("us", resources).map(({ id }) => id)).toEqual([
      "us-emergency",
      "us-988",
      "us-domestic-violence",
    ]);
    expect(resources.some(({ id }) => id === "us-crisis-text")).toBe(true);
  });

  it("never shows a line that cannot be reached", () => {
    expect(isShown(aLine({ ways: [] }))).toBe(false);
  });

  it.each(places)("shows the emergency number first in $name", ({ id }) => {
    expect(linesFor(id, resources)[0]?.id).toBe(`${id}-emergency`);
  });

  it("says where no crisis line is listed yet", () => {
    expect(places.filter(({ id }) => !hasCrisisLine(id, resources)).map(({ id }) => id)).toEqual([
      "eu",
      "uk",
    ]);
  });
});

describe("when a line was checked", () => {
  it("warns a person once the check is more than 60 days old", () => {
    expect(isStale("2026-09-23", today)).toBe(false);
    expect(isStale("2026-09-22", today)).toBe(true);
    expect(isStale("2026-11-12", Temporal.PlainDate.from("2027-11-12"))).toBe(true);
  });

  it("says the day in words", () => {
    expect(checkedWords("2026-11-12", today)).toBe("Last checked 12 November 2026");
    expect(checkedWords("2026-08-01", today)).toBe("Last checked 1 August 2026. Hours may have changed.");
  });
});

describe("the entries themselves", () => {
  it.each(resources)(
    "$id says where it was checked, and spells out what it dials",
    ({ sourceUrl, ways, verifiedOn }) => {
      expect(URL.canParse(sourceUrl)).toBe(true);
      if (verifiedOn !== null)
        expect(Temporal.PlainDate.compare(Temporal.PlainDate.from(verifiedOn), today)).toBeLessThan(1);
      for (const { words, to } of ways) {
        const dialled = to.match(/^(?:tel|sms):(\d+)/)?.[1];
        if (dialled) expect(words.replaceAll(/\D/g, "")).toBe(dialled);
        else expect(to).toContain(words.replace("Chat at ", ""));
      }
    },
  );

  it("names every entry once", () => {
    expect(new Set(resources.map(({ id }) => id)).size).toBe(resources.length);
  });
});
