import type { LetterKind } from "#lib/mail/letters.ts";

type Spoken = {
  /** What a coach calls it. */
  name: string;
  /** Read after "It goes out". */
  when: string;
  /** What stands there as long as the coach has written nothing. Empty: the letter goes on with its facts. */
  shipped: string;
};

/** The letters with a place for the coach's own words, as the coach finds them listed. */
export const spoken = {
  booking_confirmed: {
    name: "A time is confirmed",
    when: "when somebody books a time, and when you say yes to one.",
    shipped: "It is good that this works out.",
  },
  arc_confirmed: {
    name: "Several times are confirmed",
    when: "when you say yes to a day of guidance and all that goes with it.",
    shipped: "It is good that this works out.",
  },
  arc_requested: {
    name: "Several times are asked for",
    when: "when somebody asks for a day of guidance and all that goes with it.",
    shipped: "",
  },
  arc_moved: {
    name: "Several times are moved",
    when: "when a day of guidance is moved and others go with it.",
    shipped: "",
  },
  arc_cancelled: {
    name: "Several times are cancelled",
    when: "when a day of guidance is cancelled and others go with it.",
    shipped: "Nothing else is needed.",
  },
  arc_declined: {
    name: "You say no to several times",
    when: "when you decline a day of guidance.",
    shipped: "It is a pity that this does not work out.",
  },
  booking_requested: {
    name: "A time is asked for",
    when: "when somebody asks for a time and waits for your answer.",
    shipped: "",
  },
  times_proposed: {
    name: "You offer other times",
    when: "when you answer a request with other times.",
    shipped: "",
  },
  booking_declined: {
    name: "You say no to a time",
    when: "when you decline a request.",
    shipped: "It is a pity that this does not work out.",
  },
  booking_moved: {
    name: "A time is moved",
    when: "when a time is moved, by them or by you.",
    shipped: "",
  },
  booking_cancelled: {
    name: "A time is cancelled",
    when: "when a time is cancelled, by them or by you.",
    shipped: "Nothing else is needed.",
  },
  meeting_tomorrow: {
    name: "A reminder, the day before",
    when: "about a day before you meet, to whoever wants reminders.",
    shipped: "",
  },
  meeting_soon: {
    name: "A reminder, an hour before",
    when: "about an hour before you meet, to whoever wants reminders.",
    shipped: "",
  },
  reflection_open: {
    name: "Questions before a session",
    when: "when questions open before a session, to whoever wants such mail.",
    shipped: "",
  },
  reflection_reminder: {
    name: "Questions before a session, once more",
    when: "the day before, where nothing was shared, to whoever wants such mail.",
    shipped: "",
  },
  check_in_open: {
    name: "A check-in",
    when: "when a check-in opens after the day itself, to whoever wants such mail.",
    shipped: "",
  },
  check_in_reminder: {
    name: "A check-in, once more",
    when: "a day or two later, where nothing was shared, to whoever wants such mail.",
    shipped: "",
  },
  lesson_suggested: {
    name: "Something to read",
    when: "when the day comes for which you chose a lesson, to whoever wants such mail.",
    shipped: "",
  },
} as const satisfies Partial<Record<LetterKind, Spoken>>;

/** Characters, as JavaScript counts them. */
export const longestPassage = 600;

export type SpokenKind = keyof typeof spoken;

export const spokenKinds = Object.keys(spoken) as SpokenKind[];

export function isSpoken(kind: string): kind is SpokenKind {
  return Object.hasOwn(spoken, kind);
}
