import { describe, expect, it } from "vitest";
import { calendarDays } from "#app/coach/calendar/calendar-days.ts";
import { hoursToDraw } from "#app/coach/calendar/hours-to-draw.ts";
import { stepOf } from "#app/coach/calendar/keys.ts";
import type { CalendarEntry } from "#lib/bookings/calendar-week.ts";

const zone = "America/Chicago";
const now = Date.parse("2026-11-26T17:35:00Z");
const nine = { from: "09:00", to: "12:00" };
const openHours = {
  weeklyHours: [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, ...nine })),
  dateOverrides: [],
  timeOff: [],
  types: [{ kind: "guidance", name: "Guidance" }],
};
const entry = (start: string, minutes: number, details: Partial<CalendarEntry> = {}) =>
  ({
    id: start,
    status: "confirmed",
    kind: "integration",
    typeName: "Integration",
    nextDayLimit: null,
    bookedZone: zone,
    attendees: [{ id: "1", name: "Mara", zone: "Europe/Lisbon" }],
    during: { start: Date.parse(start), end: Date.parse(start) + minutes * 60_000 },
    ...details,
  }) as CalendarEntry;
const daysOf = (dates: string[], entries: CalendarEntry[], more = {}) =>
  calendarDays({ dates, zone, now, entries, busy: [], openHours, ...more });
const [noon, one] = [720, 780];

describe("a day of the calendar", () => {
  it("has its sessions on the coach's wall, closed hours round the open ones, and what is left of those ahead", () => {
    const [day] = daysOf(["2026-11-27"], [entry("2026-11-27T16:00:00Z", 75)]);
    expect(day).toMatchObject({ words: "Friday 27 November", isToday: false, marks: [] });
    expect(day?.items).toMatchObject([{ from: 600, until: 675, time: "10:00", to: "11:15", who: "Mara" }]);
    expect(day?.shut.map(({ from, until }) => [from, until])).toEqual([
      [0, 540],
      [720, 1440],
    ]);
    expect(day?.free).toEqual([
      { from: 540, until: 600 },
      { from: 675, until: 720 },
    ]);
  });

  it("offers nothing that has passed, is taken elsewhere or lasts less than a quarter hour", () => {
    const [today, yesterday] = daysOf(["2026-11-26", "2026-11-25"], [], {
      openHours: {
        ...openHours,
        weeklyHours: [
          { weekday: 4, from: "09:00", to: "17:00" },
          { weekday: 3, ...nine },
        ],
      },
      busy: [{ start: Date.parse("2026-11-26T18:10:00Z"), end: Date.parse("2026-11-26T22:50:00Z") }],
    });
    expect(today).toMatchObject({ isToday: true, free: [{ from: 705, until: noon }] });
    expect(yesterday).toMatchObject({ isToday: false, free: [] });
  });

  it("has the time of a cancelled session free again", () => {
    const [day] = daysOf(["2026-11-27"], [entry("2026-11-27T16:00:00Z", 60, { status: "cancelled" })]);
    expect(day?.items).toMatchObject([{ look: "cancelled", state: "Cancelled", movable: undefined }]);
    expect(day?.free).toEqual([{ from: 540, until: 720 }]);
  });

  it("lets only what is ahead be moved", () => {
    const many = [
      entry("2026-11-26T15:00:00Z", 60),
      entry("2026-11-26T17:00:00Z", 60),
      entry("2026-11-26T19:00:00Z", 60),
      entry("2026-11-26T21:00:00Z", 60, { status: "requested" }),
    ];
    const [day] = daysOf(["2026-11-26"], many);
    expect(day?.items.map((item) => ("state" in item ? [item.state, Boolean(item.movable)] : []))).toEqual([
      ["Done", false],
      ["Now", false],
      ["", true],
      ["Asked for", true],
    ]);
  });

  it("after guidance is kept light, and says so", () => {
    const guidance = entry("2026-11-26T15:00:00Z", 480, { kind: "guidance", nextDayLimit: 2 });
    const [day, next] = daysOf(["2026-11-27", "2026-11-28"], [guidance]);
    expect([day?.marks, next?.marks]).toEqual([["kept light"], []]);
    expect(day?.hours).toBe("Open 09:00–12:00. Kept light after guidance");
  });
});

describe("the hours of a day", () => {
  const hoursOf = (date: string, more: object) =>
    daysOf([date], [], { openHours: { ...openHours, ...more } })[0];

  it("are those of the changed date, and none on time off", () => {
    const dateOverrides = [{ date: "2026-11-28", hours: [{ from: "10:00", to: "13:00" }] }];
    const timeOff = [{ fromDate: "2026-11-28", toDate: "2026-12-02" }];
    expect(hoursOf("2026-11-28", { dateOverrides })).toMatchObject({
      hours: "Changed hours: open 10:00–13:00",
      marks: ["hours changed"],
      open: [{ from: 600, until: 780 }],
    });
    expect(hoursOf("2026-11-28", { dateOverrides, timeOff })).toMatchObject({
      hours: "Time off",
      open: [],
      shut: [{ from: 0, until: 1440, words: "Time off" }],
    });
    expect(hoursOf("2026-12-03", { timeOff })).toMatchObject({ hours: "Open 09:00–12:00" });
  });

  it("are open when they are for one kind only, and closed when they are for none", () => {
    const weekly = (kinds: string[]) => ({
      weeklyHours: [{ weekday: 5, from: "08:30", to: "17:30", kinds }],
    });
    expect(hoursOf("2026-11-27", weekly(["guidance"]))).toMatchObject({
      hours: "Open 08:30–17:30 (guidance only)",
      open: [{ from: 510, until: 1050 }],
    });
    expect(hoursOf("2026-11-27", weekly([]))).toMatchObject({ hours: "Closed", open: [] });
  });
});

describe("a day on which the clocks change", () => {
  it("shows the hour that is skipped, and offers nothing in it", () => {
    const all = { openHours: { ...openHours, weeklyHours: [{ weekday: 7, from: "00:00", to: "24:00" }] } };
    const [day] = daysOf(["2027-03-14"], [entry("2027-03-14T07:30:00Z", 60)], all);
    expect(day?.marks).toEqual(["clocks go forward"]);
    expect(day?.shut).toEqual([{ from: 120, until: 180, how: "skipped", words: "The clocks skip this" }]);
    expect(day?.items).toMatchObject([{ from: 90, until: 210, time: "01:30", to: "03:30" }]);
    expect(day?.free).toEqual([
      { from: 0, until: 90 },
      { from: 210, until: 1440 },
    ]);
  });

  it("shows the hour that comes twice, with both its sessions side by side", () => {
    const at = Date.parse("2026-10-30T12:00:00Z");
    const [day] = daysOf(
      ["2026-11-01"],
      [entry("2026-11-01T06:30:00Z", 30), entry("2026-11-01T07:30:00Z", 30)],
      { now: at },
    );
    expect(day?.marks).toEqual(["clocks go back"]);
    expect(day?.shut.at(-1)).toMatchObject({ from: 60, until: 120, words: "This comes twice" });
    expect(day?.items.map(({ from, lane, lanes, time }) => [from, lane, lanes, time])).toEqual([
      [90, 0, 2, "01:30"],
      [90, 1, 2, "01:30 again"],
    ]);
  });
});

describe("the hours that are drawn", () => {
  it("take in whatever is open, every session and what is being moved", () => {
    const days = daysOf(["2026-11-27"], [entry("2026-11-27T12:45:00Z", 60)]);
    expect(hoursToDraw(days)).toEqual([6, 19]);
    expect(hoursToDraw(days, [{ from: 1260, until: 1320 }])).toEqual([6, 22]);
  });

  it("do not grow with a day that is busy elsewhere, unless that would not be seen", () => {
    const busy = (from: string, until: string) =>
      hoursToDraw(
        daysOf(["2026-11-27"], [], { busy: [{ start: Date.parse(from), end: Date.parse(until) }] }),
      );
    expect(busy("2026-11-27T06:00:00Z", "2026-11-28T06:00:00Z")).toEqual([8, 19]);
    expect(busy("2026-11-28T02:30:00Z", "2026-11-28T03:00:00Z")).toEqual([8, 21]);
  });
});

describe("an arrow key", () => {
  const step = (key: string, date: string, minute: number) => stepOf(key, { date, minute }, zone);

  it("goes a quarter hour or a day, on the lines of the paper and within the day", () => {
    expect(step("ArrowDown", "2026-11-27", noon)).toEqual({ date: "2026-11-27", minute: 735 });
    expect(step("ArrowUp", "2026-11-27", 725)).toEqual({ date: "2026-11-27", minute: noon });
    expect(step("ArrowRight", "2026-11-30", one)).toEqual({ date: "2026-12-01", minute: one });
    expect(step("ArrowUp", "2026-11-27", 0)).toEqual({ date: "2026-11-27", minute: 0 });
    expect(step("ArrowDown", "2026-11-27", 1425)).toEqual({ date: "2026-11-27", minute: 1425 });
    expect(step("a", "2026-11-27", 0)).toBeUndefined();
  });

  it("goes over an hour that the clocks skip", () => {
    expect(step("ArrowDown", "2027-03-14", 105)).toEqual({ date: "2027-03-14", minute: 180 });
    expect(step("ArrowUp", "2027-03-14", 180)).toEqual({ date: "2027-03-14", minute: 105 });
  });
});
