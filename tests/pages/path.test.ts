import { describe, expect, it } from "vitest";
import { pathOf, phaseOf } from "#app/(client)/sessions/[id]/path.ts";

const day = 86_400_000;
const now = Date.parse("2026-12-08T12:00:00Z");
let made = 0;

function aSession(kind: string, inDays: number, status = inDays < 0 ? "completed" : "confirmed") {
  const start = now + inDays * day;
  return { id: `s${++made}`, kind, status, during: { start, end: start + 3_600_000 } };
}

const offered = { preparation: "p", guidance: "g", integration: "i" };
const reading = { hereId: "none", zone: "Europe/Lisbon", now, coachName: "Sergio", offered };
const titlesIn = (path: ReturnType<typeof pathOf>, part: string) =>
  path.parts.find(({ title }) => title === part)?.steps.map(({ title }) => title);

describe("where somebody is on their path", () => {
  it("is before a day while they meet for it, or a day is chosen", () => {
    expect(phaseOf([aSession("first_conversation", -3)], now)).toBe("Preparation");
    expect(phaseOf([aSession("guidance", -40), aSession("guidance", 9)], now)).toBe("Preparation");
    expect(phaseOf([aSession("guidance", 9, "requested")], now)).toBe("Preparation");
  });

  it("is the day itself while it lasts, and after it from then on", () => {
    expect(phaseOf([aSession("guidance", -0.01, "confirmed")], now)).toBe("Guidance");
    expect(phaseOf([aSession("preparation", -9), aSession("guidance", -3)], now)).toBe("Integration");
  });

  it("is after a day for whoever only ever came to make sense of one", () => {
    expect(phaseOf([aSession("integration", 2)], now)).toBe("Integration");
  });

  it("does not count a day that is off", () => {
    for (const status of ["cancelled", "declined", "expired"])
      expect(phaseOf([aSession("preparation", -3), aSession("guidance", 3, status)], now), status).toBe(
        "Preparation",
      );
  });
});

describe("the path", () => {
  it("numbers the sessions of each kind and says how each stands", () => {
    const here = aSession("preparation", 0.5);
    const sessions = [aSession("first_conversation", -9), aSession("preparation", -4), here];
    const path = pathOf(sessions, { ...reading, hereId: here.id });
    const [preparation] = path.parts;
    expect(preparation?.note).toBe("You are here");
    expect(preparation?.steps.map(({ title, text, look }) => [title, text, look])).toEqual([
      ["First conversation", "Held.", "past"],
      ["First preparation", "Held.", "past"],
      ["Second preparation", "Confirmed. This meeting.", "here"],
    ]);
    expect(preparation?.steps[2]?.link).toBeUndefined();
    expect(preparation?.steps[0]?.link?.href).toMatch(/^\/sessions\/s\d+$/);
  });

  it("offers a day, and what follows it, as something open", () => {
    const path = pathOf([aSession("preparation", 2)], reading);
    expect(path.parts[1]?.steps).toMatchObject([
      { look: "open", when: "No day chosen", link: { href: "/book?type=g", words: "Ask for a day" } },
    ]);
    expect(path.parts[2]?.steps.map(({ look }) => look)).toEqual(["open", "open"]);
  });

  it("leaves the day out where the coach offers none and none was ever chosen", () => {
    const withoutDay = { ...reading, offered: { preparation: "p" } };
    const titles = (sessions: Parameters<typeof pathOf>[0]) =>
      pathOf(sessions, withoutDay).parts.map(({ title }) => title);
    expect(titles([aSession("preparation", 2)])).toEqual(["Preparation", "Integration"]);
    expect(titles([aSession("guidance", -2)])).toEqual(["Preparation", "Guidance", "Integration"]);
  });

  it("shows no session that is off, and what is asked for as not yet set", () => {
    const sessions = [aSession("guidance", 9, "requested"), aSession("guidance", 12, "cancelled")];
    const [, guidance] = pathOf(sessions, reading).parts;
    expect(guidance?.steps.map(({ text }) => text)).toEqual(["Asked for, not confirmed yet."]);
  });

  it("stays short on a long way, and keeps counting", () => {
    const many = Array.from({ length: 12 }, (_, index) => aSession("integration", index - 14));
    expect(titlesIn(pathOf([aSession("guidance", -20), ...many], reading), "Integration")).toEqual([
      "Ninth talk afterwards",
      "Another talk afterwards",
      "Another talk afterwards",
      "Another talk afterwards",
      "A talk afterwards",
    ]);
  });

  it("begins to count anew after each day", () => {
    const sessions = [
      aSession("guidance", -30),
      aSession("integration", -28),
      aSession("integration", -20),
      aSession("guidance", -3),
      aSession("integration", -1),
    ];
    expect(titlesIn(pathOf(sessions, reading), "Integration")).toEqual([
      "First talk afterwards",
      "Second talk afterwards",
      "First talk afterwards",
      "A talk afterwards",
    ]);
  });

  it("says each time in the reader's zone", () => {
    const start = Date.parse("2026-12-20T23:30:00Z");
    const late = { ...aSession("preparation", 1), during: { start, end: start + 3_600_000 } };
    const [part] = pathOf([late], { ...reading, zone: "Asia/Tokyo" }).parts;
    expect(part?.steps[0]?.when).toBe("Monday 21 December, 08:30");
  });
});
