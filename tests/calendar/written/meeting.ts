/** How a meeting's time is meant, and how its calendar writes that. */
export type Clock =
  | { kind: "zone"; zone: string; written: string }
  | { kind: "utc" }
  | { kind: "floating" }
  | { kind: "day" }
  | { kind: "unknown"; written: string };

export type Repeat = {
  every: "day" | "week" | "month" | "month-weekday" | "year";
  interval: number;
  /** 1 is Monday. For "day" it leaves other days out; for "week" it says which. */
  weekdays?: number[];
  /** Of "month-weekday": the first is 1, the last is -1. */
  nth?: number;
  weekStart: 1 | 7;
  count?: number;
  /** The last date that it may begin on. */
  until?: string;
};

export type Standing = "busy" | "tentative" | "free" | "cancelled";

/** "2026-12-01T10:00", on the wall of its clock. */
export type WallTime = string;

export type Meeting = {
  uid: string;
  clock: Clock;
  start: WallTime;
  /** Minutes, or whole days where the clock is "day". */
  length: number;
  lengthBy: "end" | "duration";
  repeat?: Repeat;
  /** Dates of the series that do not take place. */
  gone: string[];
  /** Dates of the series that take place otherwise. */
  moved: { date: string; start: WallTime; length: number; standing: Standing }[];
  /** Further times. */
  extra: WallTime[];
  standing: Standing;
};
