import { z } from "zod";
import { hasOverlap, minuteOf } from "#lib/availability/hours.ts";
import { sessionKinds } from "#lib/availability/kinds.ts";

const day = 86_400_000;

const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, "Please write a time like 09:30.");
const endClock = z
  .string()
  .regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/, "Please write a time like 17:30, or 24:00 for midnight.");

/** Without this list hours are for all kinds. */
const kinds = z
  .array(z.enum(sessionKinds))
  .min(1, "Please tick at least one kind, or take these hours out.")
  .refine((kinds) => new Set(kinds).size === kinds.length, "A kind stands here twice.");

const range = z
  .strictObject({ from: clock, to: endClock, kinds: kinds.optional() })
  .refine((hours) => minuteOf(hours.from) < minuteOf(hours.to), {
    path: ["to"],
    message:
      "The end should come after the beginning. For hours past midnight, use 24:00 here and go on the next day.",
  });

const ranges = z
  .array(range)
  .max(12, "Twelve ranges a day is the most we can keep.")
  .refine((hours) => !hasOverlap(hours), "Two of these hours overlap. Please join them or move one.");

export const weeklyHoursInput = z.strictObject({
  zone: z.string().max(64),
  days: z
    .array(z.strictObject({ weekday: z.int().min(1).max(7), hours: ranges }))
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

export const dateOverrideInput = z.strictObject({ date: localDate, hours: ranges });

export const removeOverrideInput = z.strictObject({ date: localDate });

/** Without an id it is new. Both dates are days off. */
export const timeOffInput = z
  .strictObject({ id: z.guid().nullable(), fromDate: localDate, toDate: localDate })
  .refine(({ fromDate, toDate }) => fromDate <= toDate, {
    path: ["toDate"],
    message: "The last day should not come before the first.",
  })
  .refine(({ fromDate, toDate }) => Date.parse(toDate) - Date.parse(fromDate) <= 400 * day, {
    path: ["toDate"],
    message: "Four hundred days at a time is the most we can keep.",
  });

export const removeTimeOffInput = z.strictObject({ id: z.guid() });

/** `GET /api/availability/preview` */
export const previewInput = z.strictObject({
  type: z.guid("Please choose a kind of session."),
  zone: z.string().max(64),
  weekday: z.coerce.number().pipe(z.int("Please choose a day.").min(1).max(7)),
});
