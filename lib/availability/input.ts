import { z } from "zod";
import { hasOverlap, minuteOf } from "#lib/availability/hours.ts";

const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, "Please write a time like 09:30.");
const endClock = z
  .string()
  .regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/, "Please write a time like 17:30, or 24:00 for midnight.");

const range = z
  .strictObject({ from: clock, to: endClock })
  .refine((hours) => minuteOf(hours.from) < minuteOf(hours.to), {
    path: ["to"],
    message:
      "The end should come after the beginning. For hours past midnight, use 24:00 here and go on the next day.",
  });

const ranges = z.array(range).max(12, "Twelve ranges a day is the most we can keep.");
const apart = {
  message: "Two of these hours overlap. Please join them or move one.",
};

export const weeklyHoursInput = z.strictObject({
  zone: z.string().max(64),
  days: z
    .array(
      z.strictObject({
        weekday: z.int().min(1).max(7),
        hours: ranges.refine((hours) => !hasOverlap(hours), apart),
      }),
    )
    .max(7)
    .refine((days) => new Set(days.map((day) => day.weekday)).size === days.length, {
      message: "A weekday stands here twice.",
    }),
});
export type WeeklyHoursInput = z.output<typeof weeklyHoursInput>;

const localDate = z.iso
  .date("Please choose a date.")
  .refine((date) => date > "2000-01-01" && date < "2100-01-01", {
    message: "Please choose a date in this century.",
  });

export const dateOverrideInput = z.strictObject({
  date: localDate,
  hours: ranges.refine((hours) => !hasOverlap(hours), apart),
});

export const removeOverrideInput = z.strictObject({ date: localDate });

const minutes = (from: number, to: number) => {
  const sentence = `Please choose a whole number of minutes from ${from} to ${to}.`;
  return z.int(sentence).min(from, sentence).max(to, sentence);
};

export const sessionTypeInput = z.strictObject({
  typeId: z.guid(),
  minutes: minutes(5, 720),
  before: minutes(0, 240),
  after: minutes(0, 240),
  step: minutes(5, 240),
  noticeHours: z
    .number("Please choose from 0 to 720 hours.")
    .min(0, "Please choose from 0 to 720 hours.")
    .max(720, "Please choose from 0 to 720 hours."),
  horizonDays: z
    .int("Please choose a whole number of days from 1 to 365.")
    .min(1, "Please choose a whole number of days from 1 to 365.")
    .max(365, "Please choose a whole number of days from 1 to 365."),
});
