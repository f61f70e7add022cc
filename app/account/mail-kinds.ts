import type { SwitchableClass } from "#lib/mail/letters.ts";

type Words = { title: string; more: string };

/** The kinds of mail that can be switched off, as they are called to whoever gets them. */
export const mailKinds: Record<SwitchableClass, Words> = {
  reminders: { title: "Reminders", more: "Before a meeting, with the link to join" },
  questions: {
    title: "Questions before a meeting",
    more: "When they open, and once more at most",
  },
  checkIns: { title: "Check-ins afterwards", more: "One mail, one reminder at most" },
  lessons: {
    title: "Summaries and lessons",
    more: "When your coach sends a summary or thinks of a lesson for you",
  },
  desk: { title: "What happens in your book", more: "Booked, moved, cancelled, asked for" },
  overview: { title: "The day ahead", more: "One overview in the morning" },
};

export const always = {
  account: {
    title: "Signing in and safety of your account",
    more: "Codes, and whatever concerns your account",
  },
  booking: {
    title: "Booked, moved, cancelled",
    more: "So that a change never takes you by surprise",
  },
};
