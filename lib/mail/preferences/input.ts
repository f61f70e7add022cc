import { z } from "zod";

const wanted = z.boolean("Please switch it on or off.");
const ofDay = minutes(0, 1_439, "Please choose an hour from the list.");

/** `POST /api/account/mail`: what is changed and nothing else. Times of day are minutes after midnight. */
export const mailPreferencesInput = z
  .strictObject({
    reminders: wanted,
    questions: wanted,
    checkIns: wanted,
    lessons: wanted,
    desk: wanted,
    overview: wanted,
    firstReminder: minutes(720, 10_080, "Please choose from half a day to a week before."),
    lastReminder: minutes(15, 720, "Please choose from a quarter of an hour to half a day before."),
    quietFrom: ofDay,
    quietUntil: ofDay,
    overviewAt: minutes(0, 719, "Please choose an hour before noon."),
    saysWhen: wanted,
  })
  .partial()
  .refine((changes) => Object.keys(changes).length > 0, "Please choose something to change.");
export type MailChanges = z.output<typeof mailPreferencesInput>;

/** The same from a form, in which all is text: a switch is "on" or "off". */
export const mailPreferencesForm = z
  .record(z.string(), z.string())
  .transform((fields) =>
    Object.fromEntries(Object.entries(fields).map(([name, text]) => [name, valueIn(text)])),
  )
  .pipe(mailPreferencesInput);

/** `POST /api/mail/off`, as mail programs send it (RFC 8058). */
export const oneClickInput = z.object({ "List-Unsubscribe": z.literal("One-Click") });

/** `POST /api/mail/choice`, from the page that a letter leads to. */
export const choiceInput = z.strictObject({ wanted: z.enum(["on", "off"]) });

function minutes(least: number, most: number, sentence: string) {
  return z.int(sentence).min(least, sentence).max(most, sentence);
}

function valueIn(text: string): boolean | number | string {
  if (text === "on" || text === "off") return text === "on";
  return /^\d{1,5}$/.test(text) ? Number(text) : text;
}
