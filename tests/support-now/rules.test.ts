import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { linesWords } from "#lib/support/line-words.ts";
import { places, type Resource, resources } from "#lib/support/resources.ts";
import { checkedWords, hardLinesFor, hasCrisisLine, isShown, isStale, linesFor } from "#lib/support/rules.ts";

const today = Temporal.PlainDate.from("2026-11-22");
const aLine = (over: Partial<Resource> = {}): Resource => ({
  id: "us-line",
  place: "us",
  urgency: "now",
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
    expect(isShown(aLine({ ways: [{ words: "Press", to: "javascript:alert(1)" }] }))).toBe(false);
  });

  it("keeps those for whom it is a lot apart from those in danger", () => {
    const peer = aLine({ id: "peer", urgency: "hard" });
    const everywhere = aLine({ id: "everywhere", place: "anywhere", urgency: "hard" });
    const all = [aLine(), peer, everywhere, aLine({ id: "help", place: "anywhere" })];
    const ids = (lines: Resource[]) => lines.map(({ id }) => id);
    expect(ids(linesFor("us", all))).toEqual(["us-line", "help"]);
    expect(ids(linesFor("uk", all))).toEqual(["help"]);
    expect(ids(hardLinesFor("us", all))).toEqual(["peer"]);
    expect(ids(hardLinesFor("anywhere", all))).toEqual(["everywhere"]);
  });

  it("shows no peer line that comes along, until somebody has checked it", () => {
    const peers = resources.filter(({ urgency }) => urgency === "hard");
    expect(peers.length).toBeGreaterThan(1);
    expect(peers.filter(isShown)).toEqual([]);
  });

  it("says hours only where they were checked", () => {
    expect(linesWords(aLine())).toBe("Day and night. Someone answers.");
    expect(linesWords(aLine({ hoursVerified: false }))).toBe("Someone answers.");
    expect(linesWords(aLine({ hoursText: "" }))).toBe("Someone answers.");
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
        else expect(to).toContain(words.replace(/^(Chat at|Open) /, ""));
      }
    },
  );

  it("names every entry once", () => {
    expect(new Set(resources.map(({ id }) => id)).size).toBe(resources.length);
  });
});
