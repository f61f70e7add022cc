import { z } from "zod";

const wholeNumber = (from: number, to: number, what: string) => {
  const sentence = `Please choose a whole number ${what}from ${from} to ${to}.`;
  return z.int(sentence).min(from, sentence).max(to, sentence);
};
const minutes = (from: number, to: number) => wholeNumber(from, to, "of minutes ");

const hours = z
  .number("Please choose from 0 to 720 hours.")
  .min(0, "Please choose from 0 to 720 hours.")
  .max(720, "Please choose from 0 to 720 hours.");

const tooLong = (most: number) => `That is longer than we can keep. ${most} letters fit.`;

// It goes into mails and calendars: one line, no control characters.
const line = (most: number) =>
  z
    .string("Please write a few words.")
    .transform((text) => text.normalize("NFC").replace(/\s+/g, " ").trim())
    .pipe(
      z
        .string()
        .max(most, tooLong(most))
        .regex(/^[^\p{Cc}\p{Cs}\p{Co}<>]*$/u, "There is a sign in it that we cannot keep."),
    );

const link = z
  .string("Please paste an address that begins with https.")
  .trim()
  .max(500, tooLong(500))
  .refine((text) => text === "" || isWebAddress(text), {
    message: "Please paste a whole address that begins with https://.",
  });

/** Everything a coach may set for a kind of session. No limit is null; an empty link is none. */
export const sessionTypeInput = z.strictObject({
  typeId: z.guid(),
  name: line(80).pipe(z.string().min(1, "Please give it a name.")),
  summary: line(160),
  place: line(200),
  link,
  minutes: minutes(5, 720),
  before: minutes(0, 240),
  after: minutes(0, 240),
  step: minutes(5, 240),
  noticeHours: hours,
  horizonDays: wholeNumber(1, 365, "of days "),
  cutOffHours: hours,
  dailyLimit: wholeNumber(1, 50, "").nullable(),
  weeklyLimit: wholeNumber(1, 200, "").nullable(),
  nextDayLimit: wholeNumber(0, 50, "").nullable(),
  mode: z.enum(["instant", "request"], "Please choose how it is booked."),
  offered: z.boolean(),
});

function isWebAddress(text: string): boolean {
  if (!/^https:\/\/[^\s<>"'\\\p{Cc}\p{Cs}]+$/iu.test(text) || !URL.canParse(text)) return false;
  const { protocol, hostname, username, password } = new URL(text);
  return protocol === "https:" && hostname !== "" && username === "" && password === "";
}
