import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { type OpenSlotsInput, openSlots } from "#lib/scheduling/slots.ts";
import { W1, W2 } from "#tests/bench/workloads.mjs";

/** A coach in New York with an hour to give and no habits yet, looked at through the given local dates. */
function aCoach(from: string, until: string, rest: Partial<OpenSlotsInput> = {}): OpenSlotsInput {
  const timeZone = rest.timeZone ?? "America/New_York";
  return {
    timeZone,
    weeklyHours: [],
    dateOverrides: [],
    busy: [],
    session: { minutes: 60, before: 0, after: 0, step: 30 },
    window: { from: at(from, timeZone), until: at(until, timeZone) },
    ...rest,
  };
}

function on(date: string, ...hours: [from: string, to: string][]): OpenSlotsInput["dateOverrides"] {
  return [{ date, hours: hours.map(([from, to]) => ({ from, to })) }];
}

function at(local: string, timeZone = "America/New_York"): number {
  return Temporal.PlainDateTime.from(local).toZonedDateTime(timeZone).epochMilliseconds;
}

function busy(from: string, until: string) {
  return { start: at(from), end: at(until) };
}

/** What the coach's wall shows at each start, "01:30-04:00" where the offset tells two alike apart. */
function clocks(input: OpenSlotsInput): string[] {
  return openSlots(input).map((start) => {
    const local = Temporal.Instant.fromEpochMilliseconds(start).toZonedDateTimeISO(input.timeZone);
    return `${local.toPlainTime().toString({ smallestUnit: "minute" })}${local.offset}`;
  });
}

describe("the hours of a coach", () => {
  it("that begin at 9:10 offer 9:10", () => {
    const input = aCoach("2027-06-01", "2027-06-02", { dateOverrides: on("2027-06-01", ["09:10", "11:00"]) });
    expect(clocks(input)).toEqual(["09:10-04:00", "09:40-04:00"]);
  });

  it("repeat every week, Monday first", () => {
    const weeklyHours = [
      { weekday: 1, from: "09:00", to: "10:00" },
      { weekday: 7, from: "17:00", to: "18:00" },
    ];
    const input = aCoach("2027-06-05", "2027-06-15", { weeklyHours });
    expect(openSlots(input)).toEqual([
      at("2027-06-06T17:00"),
      at("2027-06-07T09:00"),
      at("2027-06-13T17:00"),
      at("2027-06-14T09:00"),
    ]);
  });

  it("give way to what the coach said for one date, which may be nothing", () => {
    const weeklyHours = [1, 2, 3].map((weekday) => ({ weekday, from: "09:00", to: "10:00" }));
    const dateOverrides = [...on("2027-06-07"), ...on("2027-06-08", ["20:00", "21:00"])];
    const input = aCoach("2027-06-07", "2027-06-10", { weeklyHours, dateOverrides });
    expect(openSlots(input)).toEqual([at("2027-06-08T20:00"), at("2027-06-09T09:00")]);
  });

  it("follow the last word when a date is named twice", () => {
    const dateOverrides = [...on("2027-06-07", ["09:00", "10:00"]), ...on("2027-06-07", ["20:00", "21:00"])];
    const input = aCoach("2027-06-07", "2027-06-10", { dateOverrides });
    expect(openSlots(input)).toEqual([at("2027-06-07T20:00")]);
  });

  it("are one where they touch or overlap, in whatever order they were typed", () => {
    const dateOverrides = on("2027-06-01", ["10:20", "11:00"], ["09:10", "10:00"], ["09:50", "10:20"]);
    const input = aCoach("2027-06-01", "2027-06-02", { dateOverrides });
    expect(clocks(input)).toEqual(["09:10-04:00", "09:40-04:00"]);
  });

  it("carry a session across midnight when the next date is open too, whose grid is its own", () => {
    const dateOverrides = [...on("2027-06-01", ["22:50", "24:00"]), ...on("2027-06-02", ["00:00", "01:30"])];
    const input = aCoach("2027-06-01", "2027-06-03", { dateOverrides });
    expect(clocks(input)).toEqual([
      "22:50-04:00",
      "23:20-04:00",
      "23:50-04:00",
      "00:00-04:00",
      "00:30-04:00",
    ]);
  });

  it("that began before the window keep their grid", () => {
    const input = aCoach("2027-06-01T10:00:01", "2027-06-02", {
      dateOverrides: on("2027-06-01", ["09:10", "12:00"]),
    });
    expect(clocks(input)).toEqual(["10:10-04:00", "10:40-04:00"]);
  });
});

describe("what a coach is busy with", () => {
  const nineToOne = on("2027-06-01", ["09:00", "13:00"]);

  it("takes times away and does not shift the others", () => {
    const input = aCoach("2027-06-01", "2027-06-02", {
      dateOverrides: nineToOne,
      busy: [busy("2027-06-01T10:10", "2027-06-01T10:20")],
    });
    expect(clocks(input)).toEqual([
      "09:00-04:00",
      "10:30-04:00",
      "11:00-04:00",
      "11:30-04:00",
      "12:00-04:00",
    ]);
  });

  it("may touch a session", () => {
    const input = aCoach("2027-06-01", "2027-06-02", {
      dateOverrides: nineToOne,
      busy: [busy("2027-06-01T11:00", "2027-06-01T13:00"), busy("2027-06-01T08:00", "2027-06-01T10:00")],
    });
    expect(clocks(input)).toEqual(["10:00-04:00"]);
  });

  it("leaves room for getting ready and for rest, even outside the hours and the window", () => {
    const input = aCoach("2027-06-01T09:00", "2027-06-01T13:00", {
      dateOverrides: nineToOne,
      busy: [busy("2027-06-01T13:00", "2027-06-01T14:00"), busy("2027-06-01T08:00", "2027-06-01T08:59:59")],
      session: { minutes: 60, before: 1, after: 15, step: 60 },
    });
    expect(clocks(input)).toEqual(["10:00-04:00", "11:00-04:00"]);
  });

  it("may be listed twice, in any order, one inside the other", () => {
    const input = aCoach("2027-06-01", "2027-06-02", {
      dateOverrides: nineToOne,
      busy: [
        busy("2027-06-01T11:00", "2027-06-01T11:30"),
        busy("2027-06-01T09:10", "2027-06-01T09:20"),
        busy("2027-06-01T09:00", "2027-06-01T11:20"),
        busy("2027-06-01T09:10", "2027-06-01T09:20"),
      ],
    });
    expect(clocks(input)).toEqual(["11:30-04:00", "12:00-04:00"]);
  });

  it("blocks nothing when it takes no time", () => {
    const input = aCoach("2027-06-01", "2027-06-02", {
      dateOverrides: on("2027-06-01", ["09:00", "10:00"]),
      busy: [busy("2027-06-01T09:30", "2027-06-01T09:30")],
    });
    expect(clocks(input)).toEqual(["09:00-04:00"]);
  });

  it("is left as it was given", () => {
    const input = aCoach("2027-06-01", "2027-06-02", {
      dateOverrides: on("2027-06-01", ["12:00", "13:00"], ["09:00", "12:30"]),
      busy: [busy("2027-06-01T11:00", "2027-06-01T11:30"), busy("2027-06-01T09:10", "2027-06-01T09:20")],
    });
    const before = structuredClone(input);
    openSlots(input);
    expect(input).toEqual(before);
  });
});

describe("the window", () => {
  it("holds a session whole, to the millisecond", () => {
    const dateOverrides = on("2027-06-01", ["09:00", "12:00"]);
    const narrow = aCoach("2027-06-01T09:00:00.001", "2027-06-01T10:59:59.999", { dateOverrides });
    expect(clocks(narrow)).toEqual(["09:30-04:00"]);
    const wide = aCoach("2027-06-01T09:00", "2027-06-01T11:00", { dateOverrides });
    expect(clocks(wide)).toEqual(["09:00-04:00", "09:30-04:00", "10:00-04:00"]);
  });
});

describe("when the clocks change", () => {
  it("a wall time that is skipped does not exist", () => {
    const input = aCoach("2027-03-14", "2027-03-15", { dateOverrides: on("2027-03-14", ["01:00", "04:00"]) });
    expect(clocks(input)).toEqual(["01:00-05:00", "01:30-05:00", "03:00-04:00"]);
    const gone = aCoach("2027-03-14", "2027-03-15", { dateOverrides: on("2027-03-14", ["02:00", "03:00"]) });
    expect(clocks(gone)).toEqual([]);
  });

  it("ranges on both sides of what is skipped are one stretch", () => {
    const dateOverrides = on("2027-03-14", ["01:10", "02:00"], ["03:00", "04:00"]);
    const input = aCoach("2027-03-14", "2027-03-15", { dateOverrides });
    expect(clocks(input)).toEqual(["01:10-05:00", "01:40-05:00"]);
  });

  it("a wall time that is repeated exists twice", () => {
    const input = aCoach("2027-11-07", "2027-11-08", { dateOverrides: on("2027-11-07", ["00:30", "02:30"]) });
    expect(clocks(input)).toEqual([
      "00:30-04:00",
      "01:00-04:00",
      "01:30-04:00",
      "01:00-05:00",
      "01:30-05:00",
    ]);
  });

  it("hours inside what is repeated are two stretches, each with its own beginning", () => {
    const input = aCoach("2027-11-07", "2027-11-08", {
      dateOverrides: on("2027-11-07", ["00:20", "01:30"]),
      session: { minutes: 30, before: 0, after: 0, step: 20 },
    });
    expect(clocks(input)).toEqual(["00:20-04:00", "00:40-04:00", "01:00-04:00", "01:00-05:00"]);
  });

  it("at midnight, the date begins when its first minute exists", () => {
    // In Cairo 24 April 2026 has no midnight.
    const input = aCoach("2026-04-23T20:00", "2026-04-24T04:00", {
      timeZone: "Africa/Cairo",
      dateOverrides: [...on("2026-04-23", ["22:30", "24:00"]), ...on("2026-04-24", ["00:00", "02:30"])],
    });
    expect(clocks(input)).toEqual([
      "22:30+02:00",
      "23:00+02:00",
      "23:30+02:00",
      "01:00+03:00",
      "01:30+03:00",
    ]);
  });

  it("a date that comes twice has a stretch each time", () => {
    // In St John's the clocks went from 00:01 on 7 November 2010 back to 23:01 on the 6th.
    const input = aCoach("2010-11-06T22:00", "2010-11-07T02:00", {
      timeZone: "America/St_Johns",
      dateOverrides: [...on("2010-11-06", ["22:50", "24:00"]), ...on("2010-11-07", ["00:00", "01:00"])],
      session: { minutes: 20, before: 0, after: 0, step: 25 },
    });
    expect(clocks(input)).toEqual([
      "22:50-02:30",
      "23:15-02:30",
      "23:40-02:30",
      "00:00-02:30",
      "23:01-03:30",
      "23:26-03:30",
      "23:51-03:30",
      "00:00-03:30",
      "00:25-03:30",
    ]);
  });

  it("a date that is left out has no times", () => {
    const input = aCoach("2011-12-29T12:00", "2011-12-31T12:00", {
      timeZone: "Pacific/Apia",
      dateOverrides: ["2011-12-29", "2011-12-30", "2011-12-31"].flatMap((date) =>
        on(date, ["08:00", "09:00"]),
      ),
    });
    expect(clocks(input)).toEqual(["08:00+14:00"]);
  });

  it("an offset of odd seconds is kept to the second", () => {
    // Liberia was 44 minutes and 30 seconds behind until 1972.
    const input: OpenSlotsInput = {
      ...aCoach("2027-06-01", "2027-06-02"),
      timeZone: "Africa/Monrovia",
      dateOverrides: on("1971-06-01", ["09:00", "10:00"]),
      window: { from: Date.UTC(1971, 5, 1), until: Date.UTC(1971, 5, 2) },
    };
    expect(openSlots(input)).toEqual([Date.UTC(1971, 5, 1, 9, 44, 30)]);
  });
});

describe("the workloads", () => {
  it("of a coach in Mexico City give 249 starts", () => expect(openSlots(W1())).toHaveLength(249));
  it("of a coach in New York give 2,387 starts", () => expect(openSlots(W2())).toHaveLength(2387));

  it("are read afresh each time, so a booking taken back frees its time", () => {
    const input = W1();
    openSlots(input);
    input.busy.pop();
    expect(openSlots(input).length).toBeGreaterThan(249);
  });
});
