import { afterEach, describe, expect, it, vi } from "vitest";
import { openSlots } from "#lib/scheduling/slots.ts";

afterEach(() => vi.restoreAllMocks());

describe("a zone's clock changes are looked up once", () => {
  const input = {
    timeZone: "Pacific/Easter",
    weeklyHours: [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, from: "09:00", to: "17:00" })),
    dateOverrides: [],
    busy: [],
    session: { minutes: 60, before: 0, after: 0, step: 60 },
    window: { from: Date.UTC(2027, 0), until: Date.UTC(2027, 6) },
  };

  it("however often the coach's times are asked for, and later years when they are asked for", () => {
    const prototype: { format: unknown } = Intl.DateTimeFormat.prototype;
    const looks = vi.spyOn(prototype, "format", "get");
    const clocks = vi.spyOn(Intl, "DateTimeFormat");
    const counts = () => [clocks.mock.calls.length, looks.mock.calls.length > 0];
    const forget = () => vi.clearAllMocks();

    openSlots(input);
    expect(counts()).toEqual([1, true]);

    forget();
    openSlots(structuredClone(input));
    openSlots({ ...input, window: { from: Date.UTC(2027, 1), until: Date.UTC(2027, 2) } });
    expect(counts()).toEqual([0, false]);

    openSlots({ ...input, window: { from: Date.UTC(2033, 0), until: Date.UTC(2033, 6) } });
    expect(counts()).toEqual([0, true]);

    forget();
    openSlots(input);
    expect(counts()).toEqual([0, false]);
  });
});
